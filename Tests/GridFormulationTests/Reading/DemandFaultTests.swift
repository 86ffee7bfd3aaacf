import SmallGrids
import Tables
import Testing

@testable import GridFormulation

/// What reading says of flexible demand that cannot be as it is written.
struct DemandFaultTests {
  static let faults: [(table: String, text: String, told: String)] = [
    (
      "ev-charging", "name,energy_mwh_per_day,charger_mw\ncars,480,10\n",
      "energy_mwh_per_day = 480: wants 80 MWh on the day from 2030-01-01; the chargers can give 40 MWh"
    ),
    (
      "ev-charging", "name,energy_mwh_per_day,charger_mw,v2g_mw\ncars,100,10,5\n",
      "battery_mwh: is less than the 50 MWh that the managed vehicles drive in a day"
    ),
    (
      "industry", "name,capacity_mw,operation_pu,minimum_pu\nworks,100,0.5,0.6\n",
      "operation_pu = 0.5: is 0.5 at 2030-01-01T00:00, outside minimum_pu and maximum_pu"
    ),
    (
      "industry", "name,capacity_mw,energy_mwh_per_day\nworks,100,3000\n",
      "takes 3000 MWh on 2030-01-01; the band gives 1680 to 2400 MWh a day"
    ),
    (
      "price-responsive-load", "name,steps\nshops,40:600;30:500\n",
      "must rise in price from step to step"
    ),
    (
      "captive-plant", "name,capacity_mw,load_mw\nmill,100,20\n",
      "minimum_output_pu: is 46 MW after own use; its load and what it may sell are 20 MW"
    ),
    (
      "captive-plant", "name,capacity_mw,load_mw,fuel\nmill,100,200,cole\n",
      "fuel = cole: names a fuel that the model does not have"
    ),
    (
      "hydrogen", "name,capacity_mw,demand_mw\nworks,10,20\n",
      "demand_mw = 20: asks for 80 MWh in the day from 2030-01-01T00:00; full load makes 27.2 MWh"
    ),
    (
      "hydrogen", "name,capacity_mw,efficiency\nworks,10,0.5:0.6;1:0.7\n",
      "must be concave"
    ),
    (
      "desalination",
      "name,capacity_mw,energy_kwh_per_m3,demand_m3_per_hour,delivery\nsea,1,4,300,hour\n",
      "asks for 300 m³ in the hour from 2030-01-01T00:00; full load makes 250 m³"
    ),
    (
      "virtual-power-plant", "name,members,limit_mw\nbundle,ridgge,10\n",
      "members = ridgge: ridgge is not an asset of the model. Did you mean `ridge`?"
    ),
    (
      "virtual-power-plant", "name,members,limit_mw\nbundle,ridge,10\n",
      "ridge is no flexible load that can be bundled"
    ),
    (
      "virtual-power-plant", "name,members,limit_mw\nbundle,stores;stores,10\n",
      "stores is named twice"
    ),
    (
      "virtual-power-plant", "name,members,limit_mw\nbundle,stores,10\nother,stores,10\n",
      "stores belongs to other, too"
    ),
    (
      "virtual-power-plant",
      "name,members,limit_mw,hours_per_call,calls_per_day\nbundle,stores,10,13,2\n",
      "hours_per_call = 13: times calls_per_day is 26 h, more than a day has"
    ),
    (
      "hydro",
      "name,capacity_mw,inflow_pu,downstream,mwh_per_1000_m3\na,10,0.5,b,0.1\nb,10,0.5,a,0.1\n",
      "downstream = b: flows back to itself: a → b → a"
    ),
    (
      "hydro",
      "name,capacity_mw,inflow_pu,downstream,mwh_per_1000_m3\na,10,0.5,b,0.1\nbb,10,0.5,,0.1\n",
      "downstream = b: b is not an asset of the model"
    ),
    (
      "hydro", "name,capacity_mw,inflow_pu,downstream,mwh_per_1000_m3\na,10,0.5,ridge,0.1\n",
      "downstream = ridge: ridge is no plant of assets/hydro.csv"
    ),
    (
      "hydro", "name,capacity_mw,inflow_pu,inflow_m3_per_s\na,10,0,40\n",
      "inflow_m3_per_s = 40: needs mwh_per_1000_m3"
    ),
    (
      "interruptible-load", "name,capacity_mw,hours_per_call,calls_per_day\nworks,10,5,5\n",
      "hours_per_call = 5: times calls_per_day is 25 h, more than a day has"
    ),
    (
      "interruptible-load", "name,capacity_mw,availability,hours_per_call\nworks,10,shift,3\n",
      "hours_per_call = 3: is longer than the load ever runs at a stretch: 2 h"
    ),
  ]

  @Test(arguments: faults.indices)
  func `a fault is told with its place, its rule and a fix`(index: Int) throws {
    let fault = Self.faults[index]
    let folder = try ModelFolder([
      "assets/\(fault.table).csv": fault.text,
      "assets/shiftable-load.csv": "name,capacity_mw\nstores,10\n",
      "model.yaml": ModelFolder.yaml.with(
        "goals:",
        "  shift: {file: series/shift.csv, column: shift, unit: pu}\ngoals:"
      ),
      "series/shift.csv": """
      time,shift
      2030-01-01T00:00,1
      2030-01-01T01:00,0
      2030-01-01T02:00,1
      2030-01-01T03:00,1

      """,
    ])
    let failure = try #require(folder.failure())
    #expect(failure.code == 65)
    #expect(
      failure.texts.contains {
        $0.hasPrefix("assets/\(fault.table).csv:2") && $0.contains(fault.told)
      },
      "\(failure.texts)"
    )
  }

  @Test func `water that does not arrive within the model is warned of`() throws {
    let folder = try ModelFolder([
      "assets/hydro.csv": """
      name,capacity_mw,inflow_pu,downstream,travel_hours,mwh_per_1000_m3
      a,10,0.5,b,5,0.1
      b,10,0.5,,,0.1

      """
    ])
    let issues = try folder.read().issues.filter { $0.severity == .warning }
    #expect(issues.contains { $0.rule.contains("does not arrive within it") })
  }

  @Test func `load that cannot be made up for in time is warned of`() throws {
    let folder = try ModelFolder([
      "assets/shiftable-load.csv": "name,capacity_mw,recovery_mw,window_hours\nstores,10,2,3\n"
    ])
    let issues = try folder.read().issues.filter { $0.severity == .warning }
    #expect(issues.contains { $0.rule.contains("10.5 MWh are owed, 6 MWh can be made up for") })
  }
}
