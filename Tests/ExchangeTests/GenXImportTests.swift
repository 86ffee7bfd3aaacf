import Exchange
import Foundation
import GridDispatch
import GridFormulation
import GridGoals
import GridPlanning
import LinearProgramming
import Tables
import TestSupport
import Testing

/// Cases of GenX as models with options, solved by hand; the published retrofit case against an independent program.
struct GenXImportTests {
  // MARK: - Plans solved by hand

  @Test func `what may be built is an option and what may retire another`() throws {
    let folder = try SmallCase([:])
    let model = try folder.imported().model
    #expect(model.options.map(\.name) == ["retire old", "build gas"])
    // Twice the peak of 100 MW is a limit that cannot bind.
    #expect(model.options[1].largest == 200)
    // Coal at 5·2 = 10 runs all hours: 60·4·10 = 2400. Gas at 10·2 + 1 = 21: 40·4·21 = 3360, and 40 MW for four
    // hours at 5000 + 3760 a year, 1 an hour: 160.
    let plan = try folder.plan()
    #expect(abs(plan.cost - 5920) < 1e-3)
    #expect(abs(plan.lowerBound - 5920) < 1e-3)
    // What stands costs 60 MW · 4 h · 1, told apart.
    let old = try #require(model.assets.first { $0.name == "old" } as? Generator)
    #expect(old.fixedCost == 8.76)
  }

  @Test func `a retrofit gives its efficiency of the power that it replaces`() throws {
    let folder = try SmallCase([
      "settings/genx_settings.yml": "CO2Cap: 1\n",
      "policies/CO2_cap.csv":
        ",Network_zones,CO_2_Cap_Zone_1,CO_2_Max_Mtons_1\nz1,z1,1,0\n",
      "system/Demand_data.csv": SmallCase.demand([60, 60, 60, 60]),
      "resources/Thermal.csv": SmallCase.thermal(
        "old,1,2,0,1,1,0,1,0,100,0,0,8760,0,10,coal",
        "new,1,2,1,0,1,1,0,0.8,0,-1,8760,8760,0,10,clean"
      ),
    ])
    // 60 MW of 0.8 need 75 MW retired. All 100 MW retire, as they may burn nothing: −100·4. New: 60 MW at 2 an hour,
    // 60·4·2 = 480, and 60·4·10 = 2400.
    #expect(
      try folder.imported().told.contains {
        $0.contains("Retrofit_Efficiency is changed: A retrofit is counted in MW of what it")
      }
    )
    let plan = try folder.plan()
    #expect(abs(plan.cost - 2480) < 1e-3)
    #expect(plan.options.map(\.name) == ["retire old", "build new"])
    #expect(abs(plan.options[0].size - 100) < 1e-6)
    #expect(abs(plan.options[1].size - 75) < 1e-6)
    #expect(plan.holdsGoals)
  }

  @Test func `no more is retrofitted than is retired, also of several plants`() throws {
    let folder = try SmallCase([
      "system/Demand_data.csv": SmallCase.demand([60, 60, 60, 60]),
      "resources/Thermal.csv": SmallCase.thermal(
        "a,1,2,0,1,1,0,1,0,20,0,0,8760,0,10,coal",
        "b,1,2,0,1,1,0,1,0,30,0,0,8760,0,10,coal",
        "new a,1,2,1,0,1,1,0,0.5,0,-1,0,0,0,1,clean",
        "new b,1,2,1,0,1,1,0,0.5,0,-1,0,0,0,1,clean"
      ),
    ])
    let (told, model) = try folder.imported()
    #expect(model.options.compactMap(\.needs) == ["retire a", "retire b"])
    #expect(told.contains { $0.contains("Like retrofits of one id are one kind") })
    // Unserved at 1000: coal of 50 MW gives 50, retrofitted 25. So none is, and 10 MW go unserved.
    let plan = try folder.plan()
    #expect(abs(plan.cost - (50 * 4 * 20 + 10 * 4 * 1000)) < 1e-3)
  }

  @Test func `a line loses half at each end and may be reinforced`() throws {
    let demand = SmallCase.demand([0, 0, 0, 0]).split(separator: "\n").enumerated().map {
      $1 + ($0 == 0 ? ",Demand_MW_z2" : ",95")
    }
    let folder = try SmallCase([
      "system/Demand_data.csv": demand.joined(separator: "\n") + "\n",
      "resources/Thermal.csv": SmallCase.thermal("old,1,2,0,0,0,0,0,0,200,0,0,0,0,5,coal"),
      "system/Network.csv": """
      ,Network_zones,Network_Lines,Start_Zone,End_Zone,Line_Max_Flow_MW,transmission_path_name,\
      Line_Loss_Percentage,Line_Max_Reinforcement_MW,Line_Reinforcement_Cost_per_MWyr
      North,z1,1,1,2,40,cable,0.1,100,8760
      South,z2,,,,,,,,
      """,
    ])
    #expect(try folder.imported().model.setting.zones.map(\.name) == ["North", "South"])
    // 100 MW of flow arrive as 95 and take 105: 105·4·10 = 4200, and 60 MW more line at 1 an hour: 240.
    let plan = try folder.plan()
    #expect(abs(plan.cost - 4440) < 1e-2)
    #expect(abs(plan.options[0].size - 60) < 1e-4)
  }

  @Test func `a store may have any duration between the least and the largest`() throws {
    let folder = try SmallCase([
      "system/Demand_data.csv": SmallCase.demand([0, 0, 80, 80]),
      "resources/Thermal.csv": SmallCase.thermal(),
      "resources/Vre.csv":
        "Resource,Zone,New_Build,Can_Retire,Existing_Cap_MW,Max_Cap_MW\nsun,1,0,0,200,-1\n",
      "resources/Storage.csv": """
      Resource,Zone,Model,New_Build,Can_Retire,Existing_Cap_MW,Existing_Cap_MWh,Max_Cap_MW,Inv_Cost_per_MWyr,\
      Inv_Cost_per_MWhyr,Fixed_OM_Cost_per_MWyr,Fixed_OM_Cost_per_MWhyr,Eff_Up,Eff_Down,Min_Duration,Max_Duration
      battery,1,1,1,0,0,0,-1,4380,8760,4380,0,1,1,1,10
      """,
    ])
    // 80 MW and 160 MWh at 1 an hour each: 4·240 = 960.
    let plan = try folder.plan()
    #expect(abs(plan.lowerBound - 960) < 0.1)
    #expect(plan.cost > 960 - 0.1 && plan.cost < 961)
    let power = plan.options.reduce(0) { $0 + $1.megawatts }
    let energy = plan.options.reduce(0) { $0 + $1.megawattHours }
    #expect(abs(power - 80) < 0.1 && abs(energy - 160) < 0.5)
  }

  // MARK: - What is read

  @Test func `a committed plant starts and ramps by the MW`() throws {
    let folder = try SmallCase([
      "settings/genx_settings.yml": "UCommit: 2\n",
      "resources/Thermal.csv": """
      Resource,Zone,Model,New_Build,Can_Retire,Existing_Cap_MW,Max_Cap_MW,Inv_Cost_per_MWyr,Heat_Rate_MMBTU_per_MWh,\
      Fuel,Start_Cost_per_MW,Start_Fuel_MMBTU_per_MW,Up_Time,Down_Time,Ramp_Up_Percentage,Ramp_Dn_Percentage,Min_Power
      steam,1,1,0,1,100,-1,0,10,coal,20,3,6,4,0.6,0.3,0.4
      """,
    ])
    let (told, model) = try folder.imported()
    let plant = try #require(model.assets.first as? Generator)
    #expect(plant.commitment == .linear && plant.kind == .coal)
    // 20, and 3 MMBtu at 2.
    #expect(plant.startCostPerMegawatt == 26)
    #expect((plant.minimumUpHours, plant.minimumDownHours) == (6, 4))
    #expect((plant.rampUp, plant.rampDown) == (60, 30))
    // In the hour of a start the ramp, before a stop the minimum, each the larger of both.
    #expect((plant.startOutput, plant.shutdownOutput) == (60, 40))
    #expect(plant.carbonRate == 1)
    #expect(told.contains { $0.contains("Start_Fuel_MMBTU_per_MW is changed") })
    // Retired whole, nothing of its limits is left.
    #expect(model.options[0].changes.allSatisfy { $0.after == 0 })
  }

  @Test func `capacity that is asked for is a limit of an option or a goal`() throws {
    let folder = try SmallCase([
      "settings/genx_settings.yml": "MinCapReq: 1\nMaxCapReq: 1\n",
      "resources/Vre.csv":
        "Resource,Zone,New_Build,Existing_Cap_MW,Max_Cap_MW,Resource_Type\nsun,1,1,0,-1,solar\n"
        + "wind,1,1,0,-1,onshore_wind\n",
      "policies/Minimum_capacity_requirement.csv":
        "MinCapReqConstraint,ConstraintDescription,Min_MW\n1,sun,30\n2,both,50\n3,other,5\n",
      "policies/Maximum_capacity_requirement.csv":
        "MaxCapReqConstraint,ConstraintDescription,Max_MW\n1,wind,70\n",
      "resources/policy_assignments/Resource_minimum_capacity_requirement.csv":
        "Resource,Min_Cap_1,Min_Cap_2,Min_Cap_3\nsun,1,1,1\nwind,0,1,0\ngas,0,0,1\n",
      "resources/policy_assignments/Resource_maximum_capacity_requirement.csv":
        "Resource,Max_Cap_1\nwind,1\n",
    ])
    let (told, model) = try folder.imported()
    let options = Dictionary(model.options.map { ($0.name, $0) }) { first, _ in first }
    #expect(options["build sun"]?.smallest == 30)
    #expect(options["build wind"]?.largest == 70)
    // What is not served costs Voll and is no goal: the last is judged by nothing.
    let goals = model.goals
    #expect(goals.map(\.metric) == ["wind-solar-capacity", "unserved-energy"])
    #expect(goals[1].threshold == nil)
    #expect(goals[0].threshold == 50 && goals[0].isFloor)
    #expect(told.contains { $0.contains("Min_Cap_3 is left out: No metric") })
  }

  @Test func `a rate of CO2 is a limit of a year`() throws {
    let folder = try SmallCase([
      "settings/genx_settings.yml": "CO2Cap: 2\n",
      "policies/CO2_cap.csv": ",Network_zones,CO_2_Cap_Zone_1,CO_2_Max_tons_MWh_1\nz1,z1,1,0.5\n",
      "policies/Energy_share_requirement.csv": ",Network_zones,ESR_1\nz1,z1,0.5\n",
    ])
    let (told, model) = try folder.imported()
    let goal = try #require(model.goals.first { $0.metric == "co2-emissions" })
    // 0.5 t of 100 MW over 8760 h, of which four hours have 200.
    #expect(goal.threshold == 200)
    #expect(told.contains { $0.contains("CO_2_Max_tons_MWh is changed") })
    #expect(told.contains { $0.contains("EnergyShareRequirement is left out: The setting is 0") })
  }

  @Test func `what is left out is told with its place`() throws {
    let folder = try SmallCase([
      "settings/genx_settings.yml": "OperationalReserves: 1\nTimeDomainReduction: 1\n",
      "resources/Flex_demand.csv": "Resource,Zone\ncars,1\n",
      "resources/Vre.csv":
        "Resource,Zone,New_Build,Existing_Cap_MW,Max_Cap_MW,Curious\nsun,1,0,10,-1,7\nidle,1,0,0,-1,0\n",
      "system/Demand_data.csv": SmallCase.demand([1, 1, 1, 1]).replacing(
        ",,,,,,,2",
        with: ",2,0.9,0.04,,,,2"
      ),
    ])
    let (told, _) = try folder.imported()
    for text in [
      "OperationalReserves is left out", "resources/Flex_demand.csv: all of it is left out",
      "Curious is left out: The column is not read. (sun)",
      "It has no capacity and cannot be built. (idle)",
      "Demand_Segment is left out", "TimeDomainReduction is changed",
    ] {
      #expect(told.contains { $0.contains(text) }, "\(text) in \(told)")
    }
  }

  // MARK: - What is refused

  @Test(arguments: [
    (
      "system/Demand_data.csv",
      "Rep_Periods,Timesteps_per_Rep_Period,Sub_Weights,Time_Index,Demand_MW_z1\n2,2,4380,1,5\n,,,2,5\n"
        + ",,,3,5\n,,,4,5\n",
      "system/Demand_data.csv:2:1: error: Rep_Periods = 2: the demand is reduced to representative periods"
    ),
    ("settings/genx_settings.yml", "MultiStage: 1\n", "is a case of several stages"),
    ("inputs_p1/x.csv", "a\n", "is a case of several stages"),
    (
      "resources/Thermal.csv", SmallCase.thermal("old,1,2,0,0,0,0,0,0,60,0,0,0,0,5,peat"),
      "resources/Thermal.csv:2:16: error: Fuel = peat: is no column of system/Fuels_data.csv"
    ),
    (
      "resources/Thermal.csv", SmallCase.thermal("old,7,2,0,0,0,0,0,0,60,0,0,0,0,5,coal"),
      "resources/Thermal.csv:2:2: error: Zone = 7: is no zone with a column of demand"
    ),
    (
      "resources/Thermal.csv", SmallCase.thermal("old,1,2,0,0,0,0,0,0,much,0,0,0,0,5,coal"),
      "resources/Thermal.csv:2:10: error: Existing_Cap_MW = much"
    ),
    ("system/Generators_variability.csv", "Time_Index,sun\n1,1\n", "has 1 hours, the demand 4"),
  ])
  func `a case that cannot be read is refused at its place`(
    file: String,
    text: String,
    part: String
  ) throws {
    let folder = try SmallCase([file: text])
    let faults = folder.faults()
    #expect(faults.contains { $0.contains(part) }, "\(faults)")
    #expect(!FileManager.default.fileExists(atPath: folder.out))
  }

  @Test func `a folder without tables of resources is refused with what to name`() throws {
    let folder = try SmallCase([:])
    try FileManager.default.removeItem(atPath: folder.folder + "/resources")
    #expect(folder.faults().contains { $0.contains("has no table of resources") })
    try FileManager.default.removeItem(atPath: folder.folder)
    #expect(folder.faults().contains { $0.contains("system/Demand_data.csv") })
  }

  // MARK: - The published case

  private static let data: String? = {
    let named = ProcessInfo.processInfo.environment["GRIDFLEX_DATA"]
    return [named, Models.folder + "../../shared/data"].compactMap { $0 }
      .map { $0 + "/genx-retrofit" }
      .first { FileManager.default.fileExists(atPath: $0 + "/resources/Thermal.csv") }
  }()

  /// The first week of GenX's three zones with retrofit, all hours, against an independent program.
  ///
  /// That was written from GenX's documentation of its formulation and solved by HiGHS: 52,224,671 with the rules as
  /// this import has them, and 52,226,747 with GenX's own on starts, the first hour, curtailed demand and CO2. On GenX's test of retrofit that
  /// program has the published optimum, 3179.6244 million, within 2e-7. What is left is the tighter ramp down here.
  @Test(.enabled(if: data != nil, "the open data are not here: set GRIDFLEX_DATA"))
  func `a week of the published retrofit case costs what an independent program says`() throws {
    let place = NSTemporaryDirectory() + "gridflex-genx-" + UUID().uuidString
    defer { try? FileManager.default.removeItem(atPath: place) }
    let outcome = try GenXImport.run(from: try #require(Self.data), to: place)
    #expect((outcome.zones, outcome.assets, outcome.hours) == (3, 24, 8760))
    #expect(outcome.options == 27)
    var options = ModelOptions()
    options.hours = 168
    let model = try ModelReader.read(folder: place, options: options)
    #expect(model.issues.isEmpty)
    let program = try Planner.program(of: model, options: PlanOptions())
    let solved = try Solver.solve(program, options: SolveOptions(method: .exact, gap: 1e-6))
    for published in [52_224_671.0, 52_226_747] {
      #expect(abs(solved.cost - published) < 1e-4 * published)
    }
  }
}
