/// Small networks in the forms that can be imported, with most of what each form knows.
enum ForeignNetworks {
  private static let hours = (0..<12).map { $0 < 10 ? "0\($0)" : "\($0)" }

  private static func series(_ heading: String, _ row: (Int) -> String) -> String {
    "snapshot,\(heading)\n"
      + hours.enumerated().map { "2030-01-01 \($1):00:00,\(row($0))\n" }.joined()
  }

  /// A PyPSA folder: a committed unit, wind, a store of each kind, a line, a transformer and links.
  static let pypsa: [(path: String, text: String)] = [
    ("network.csv", "name,pypsa_version\nsmall,1.4.0\n"),
    (
      "snapshots.csv",
      "snapshot,objective,stores,generators\n"
        + hours.map { "2030-01-01 \($0):00:00,1,1,1\n" }.joined()
    ),
    ("buses.csv", "name,v_nom,carrier\nnorth,220,AC\nsouth,220,AC\ngas,1,gas\nheat,1,heat\n"),
    ("carriers.csv", "name,co2_emissions\ncoal,0.34\ngas,0.2\nonwind,0\n"),
    ("loads.csv", "name,bus,p_set\ntown,north,0\nworks,south,40\nhomes,heat,30\n"),
    ("loads-p_set.csv", series("town") { "\(90 + 5 * $0)" }),
    (
      "generators.csv",
      """
      name,bus,carrier,p_nom,marginal_cost,efficiency,committable,p_min_pu,start_up_cost,min_up_time,up_time_before,ramp_limit_up,sign,e_sum_max
      coal,north,coal,200,30,0.4,True,0.4,900,3,1,0.5,1,inf
      wind,south,onwind,120,0,1,False,0,0,0,1,,1,inf
      well,gas,gas,500,12,1,False,0,0,0,1,,1,inf
      shed,north,,1000000,900,1,False,0,0,0,1,,1,inf
      buyer,south,,20,-15,1,False,0,0,0,1,,-1,100

      """
    ),
    ("generators-p_max_pu.csv", series("wind") { "0.\(1 + $0 % 7)" }),
    (
      "storage_units.csv",
      "name,bus,carrier,p_nom,p_min_pu,max_hours,efficiency_store,cyclic_state_of_charge,inflow\n"
        + "pumped,south,PHS,50,-0.8,6,0.9,True,2\n"
    ),
    (
      "stores.csv",
      "name,bus,e_nom,e_initial,standing_loss,e_min_pu\ntank,heat,60,20,0.02,0\n"
    ),
    (
      "lines.csv",
      "name,bus0,bus1,type,length,num_parallel,x,r,s_nom,s_max_pu\n"
        + "typed,north,south,Al/St 240/40 2-bundle 220.0,100,2,,,90,0.7\n"
        + "plain,north,south,,,,8,1,150,1\n"
    ),
    (
      "links.csv",
      "name,bus0,bus1,bus2,efficiency,efficiency2,p_nom,p_min_pu,p_max_pu,marginal_cost\n"
        + "unit,gas,north,heat,0.4,0.5,80,0,1,1\npump,south,heat,,3,,20,0,1,0\n"
        + "cable,north,south,,0.97,,60,-0.5,0.9,0\n"
    ),
    (
      "global_constraints.csv",
      "name,type,carrier_attribute,sense,constant\nco2,primary_energy,co2_emissions,<=,100000\n"
    ),
  ]

  private static func day(_ heading: String, _ row: (Int) -> String) -> String {
    "Year,Month,Day,Period,\(heading)\n"
      + (1...24).map { "2020,1,1,\($0),\(row($0))\n" }.joined()
  }

  /// The tables of RTS-GMLC: two buses, a line, a coal unit, a gas turbine and wind.
  static let rts: [(path: String, text: String)] = [
    ("bus.csv", "Bus ID,Bus Name,Area,MW Load\n101,Abel,1,60\n102,Adams,1,40\n"),
    ("branch.csv", "UID,From Bus,To Bus,X,Cont Rating,Tr Ratio\nA1,101,102,0.1,80,0\n"),
    ("dc_branch.csv", "UID,From Bus,To Bus,MW Load\nD1,101,102,20\n"),
    ("storage.csv", "GEN UID,Storage,Max Volume GWh,Initial Volume GWh,position\n"),
    (
      "gen.csv",
      """
      GEN UID,Bus ID,Unit Type,Category,Fuel,PMax MW,PMin MW,Fuel Price $/MMBTU,Min Up Time Hr,Min Down Time Hr,Ramp Rate MW/Min,Start Heat Cold MBTU,Non Fuel Start Cost $,VOM,Output_pct_0,HR_avg_0,Output_pct_1,HR_incr_1,Emissions CO2 Lbs/MMBTU
      101_STEAM_1,101,STEAM,Coal,Coal,120,48,2.1,8,4,2,500,0,0,0.4,12000,1,9000,210
      102_CT_1,102,CT,Gas CT,NG,60,24,3.9,1,1,4,5,0,0,0.4,13000,1,9500,118
      102_WIND_1,102,WIND,Wind,Wind,50,0,0,0,0,50,0,0,0,,,,,0

      """
    ),
    (
      "timeseries_pointers.csv",
      """
      Simulation,Category,Object,Parameter,Scaling Factor,Data File
      DAY_AHEAD,Area,1,MW Load,1,../timeseries_data_files/Load/load.csv
      DAY_AHEAD,Generator,102_WIND_1,PMax MW,1,../timeseries_data_files/WIND/wind.csv

      """
    ),
    ("timeseries/load.csv", day("1") { "\(90 + $0)" }),
    ("timeseries/wind.csv", day("102_WIND_1") { "\($0 % 9 * 5)" }),
  ]

  private static func steps(_ heading: String, _ row: (Int) -> String) -> String {
    "Time_Index,\(heading)\n" + (1...12).map { "\($0),\(row($0))\n" }.joined()
  }

  /// A case of GenX: two zones and a line, coal that may retire or be replaced, gas, wind, hydro and a battery.
  static let genx: [(path: String, text: String)] = [
    (
      "settings/genx_settings.yml",
      "UCommit: 2\nNetworkExpansion: 1\nCO2Cap: 2\nMinCapReq: 1\nStorageLosses: 1\n"
    ),
    (
      "system/Demand_data.csv",
      "Voll,Demand_Segment,Cost_of_Demand_Curtailment_per_MW,Max_Demand_Curtailment,Rep_Periods,"
        + "Timesteps_per_Rep_Period,Sub_Weights,Time_Index,Demand_MW_z1,Demand_MW_z2\n"
        + (1...12).map { hour in
          (hour == 1 ? "5000,1,1,1,1,12,8760" : ",,,,,,") + ",\(hour),\(90 + hour),\(40 + hour)\n"
        }.joined()
    ),
    (
      "system/Generators_variability.csv",
      steps("wind,river,coal") { "0.\(1 + $0 % 7),0.\($0 % 5),1" }
    ),
    (
      "system/Fuels_data.csv",
      "Time_Index,coal,gas\n0,0.09,0.05\n"
        + steps("") { "2.1,\(3 + $0 % 2)" }
        .split(separator: "\n").dropFirst().map { $0 + "\n" }.joined()
    ),
    (
      "system/Network.csv",
      ",Network_zones,Network_Lines,Start_Zone,End_Zone,Line_Max_Flow_MW,Line_Loss_Percentage,"
        + "Line_Max_Reinforcement_MW,Line_Reinforcement_Cost_per_MWyr\n"
        + "A,z1,1,1,2,60,0.02,50,9000\nB,z2,,,,,,,\n"
    ),
    (
      "resources/Thermal.csv",
      """
      Resource,Zone,Model,New_Build,Can_Retire,Retrofit_Id,Retrofit,Can_Retrofit,Retrofit_Efficiency,Existing_Cap_MW,\
      Max_Cap_MW,Inv_Cost_per_MWyr,Fixed_OM_Cost_per_MWyr,Var_OM_Cost_per_MWh,Heat_Rate_MMBTU_per_MWh,Fuel,\
      Start_Cost_per_MW,Start_Fuel_MMBTU_per_MW,Up_Time,Down_Time,Ramp_Up_Percentage,Ramp_Dn_Percentage,Min_Power
      coal,1,1,0,1,1,0,1,0,200,0,0,9000,1,9,coal,40,2,6,4,0.5,0.5,0.4
      gas,2,1,1,0,0,0,0,0,30,-1,60000,9000,2,7,gas,30,1,2,2,0.8,0.8,0.3
      ccs,1,1,1,0,1,1,0,0.9,0,-1,90000,9000,3,11,coal,40,2,6,4,0.5,0.5,0.4

      """
    ),
    (
      "resources/Vre.csv",
      "Resource,Zone,New_Build,Can_Retire,Existing_Cap_MW,Max_Cap_MW,Inv_Cost_per_MWyr,"
        + "Fixed_OM_Cost_per_MWyr,Var_OM_Cost_per_MWh\nwind,2,1,1,20,300,90000,20000,0.1\n"
    ),
    (
      "resources/Hydro.csv",
      "Resource,Zone,Existing_Cap_MW,Hydro_Energy_to_Power_Ratio,Eff_Down\nriver,1,20,5,0.95\n"
    ),
    (
      "resources/Storage.csv",
      "Resource,Zone,Model,New_Build,Existing_Cap_MW,Existing_Cap_MWh,Max_Cap_MW,Inv_Cost_per_MWyr,"
        + "Inv_Cost_per_MWhyr,Eff_Up,Eff_Down,Min_Duration,Max_Duration\n"
        + "battery,2,1,1,10,20,-1,20000,20000,0.9,0.9,1,8\n"
    ),
    (
      "policies/CO2_cap.csv",
      ",Network_zones,CO_2_Cap_Zone_1,CO_2_Max_tons_MWh_1\nA,z1,1,2\nB,z2,1,2\n"
    ),
    (
      "policies/Minimum_capacity_requirement.csv",
      "MinCapReqConstraint,ConstraintDescription,Min_MW\n1,stores,10\n"
    ),
    (
      "resources/policy_assignments/Resource_minimum_capacity_requirement.csv",
      "Resource,Min_Cap_1\nbattery,1\n"
    ),
  ]
}
