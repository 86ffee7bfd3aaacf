import Foundation
import Reports
import Testing

/// Tables of the tutorial against sums over its files of series, read and summed by this test alone.
struct RecomputedTableTests {
  private let folder: WrittenFolder
  private let report: Report
  private let power: PlainSeries

  init() throws {
    folder = try WrittenFolder.tutorial.get()
    report = try folder.report()
    power = try folder.series("power_mw")
  }

  @Test func `the energy balance sums what plants, stores and trade gave and drew`() throws {
    let table = try report.table("energy")
    let plants = [
      ("Coal", ["coal-condensing", "coal-heat"]), ("Onshore wind", ["wind"]),
      ("Central PV", ["solar"]), ("Pumped hydro", ["pumped-hydro"]), ("Battery", ["battery"]),
      ("Import", ["neighbour"]),
    ]
    for (label, names) in plants {
      let given = names.reduce(0) { $0 + power.bothWays($1).given }
      #expect(isNear(try table.numbers(label).last ?? nil, given), "\(label)")
    }
    let drawn = [
      ("Pumped hydro, pumping", "pumped-hydro"), ("Battery, charging", "battery"),
      ("Export", "neighbour"), ("Shiftable load, drawn", "cold-stores"),
    ]
    for (label, name) in drawn {
      #expect(isNear(try table.numbers(label).last ?? nil, power.bothWays(name).drawn), "\(label)")
    }
    let demand = try folder.series("demand_mw").sum("valley")
    #expect(isNear(try table.numbers("Load with losses").last ?? nil, demand))
    let sides = (try table.numbers("Needed").last, try table.numbers("Supplied").last)
    #expect(isNear(sides.0 ?? nil, (sides.1 ?? nil) ?? 0))
  }

  @Test func `stores are told as their series have it`() throws {
    let table = try report.table("storage")
    let (charging, discharging) = (
      try folder.series("charging_mw"), try folder.series("discharging_mw")
    )
    let levels = try folder.series("stored_energy_mwh")
    for name in ["pumped-hydro", "battery"] {
      let (taken, given) = (charging.sum(name), discharging.sum(name))
      #expect(isNear(try table.number(name, "Taken in"), taken))
      #expect(isNear(try table.number(name, "Given"), given))
      #expect(isNear(try table.number(name, "Given over taken"), given / taken, within: 1e-6))
      let lowest = levels[name].indices.min { (levels[name][$0], $0) < (levels[name][$1], $1) }
      let told = try table.row(name).cells.compactMap(\.hour).first
      #expect(told == lowest.map { levels.times[$0] })
    }
    // 120 MW · 0.88 in, 0.89 out.
    let lost =
      0.12 * charging.sum("pumped-hydro") + (1 / 0.89 - 1) * discharging.sum("pumped-hydro")
    #expect(isNear(try table.number("pumped-hydro", "Lost"), lost))
  }

  @Test func `plants are told as their series have it`() throws {
    let table = try report.table("plants")
    let (gross, fuel, started) = (
      try folder.series("gross_power_mw"), try folder.series("fuel_tce"),
      try folder.series("started_mw")
    )
    for (name, capacity) in [("coal-condensing", 600.0), ("coal-heat", 400)] {
      #expect(isNear(try table.number(name, "Gross energy"), gross.sum(name)))
      #expect(isNear(try table.number(name, "Net energy"), power.sum(name)))
      let hours = gross.sum(name) / capacity
      #expect(isNear(try table.number(name, "Full-load hours"), hours))
      let rate = 1000 * fuel.sum(name) / power.sum(name)
      #expect(isNear(try table.number(name, "Coal rate, net"), rate))
      let starts = started.sum(name) / capacity
      #expect(isNear(try table.number(name, "Starts per unit"), starts))
    }
    let deep = try ["deep_tier_1_mw", "deep_tier_2_mw"].map { try folder.series($0) }
      .reduce(0) { $0 + $1.sum("coal-condensing") }
    #expect(isNear(try table.number("Coal", "Deep-peak energy"), deep))
    let all =
      1000 * (fuel.sum("coal-condensing") + fuel.sum("coal-heat"))
      / (power.sum("coal-condensing") + power.sum("coal-heat"))
    #expect(isNear(try table.number("Coal", "Coal rate, net"), all))
  }

  @Test func `retrofitted parts are told apart`() throws {
    let table = try report.table("retrofit")
    let parts = table.rows.filter { $0.label == "coal-condensing" }
    #expect(parts.map { $0.cells[2].value } == [0.5, 0.32])
    for (row, part) in zip(parts, ["original", "retrofitted"]) {
      #expect(isNear(row.cells[4].value, power.sum("coal-condensing.\(part)")))
    }
    // 300 · 0.5 + 300 · 0.32 + 400 · 0.62
    #expect(isNear(try table.number("Total", "Least output"), 494, within: 1e-9))
  }

  @Test func `trade is told with its largest flow and the hours at its limit`() throws {
    let table = try report.table("links")
    let flow = power["neighbour"].map { -$0 }
    #expect(
      isNear(try table.number("neighbour", "Sent forward"), power.bothWays("neighbour").drawn)
    )
    #expect(isNear(try table.number("neighbour", "Sent back"), power.bothWays("neighbour").given))
    let most = flow.max { abs($0) < abs($1) } ?? 0
    #expect(isNear(try table.number("neighbour", "Largest flow"), most))
    #expect(
      try table.number("neighbour", "Hours at limit") == Double(flow.count { abs($0) >= 99.9 })
    )
  }

  @Test func `reserve is told as required, held and short`() throws {
    let table = try report.table("reserve")
    let required = try folder.series("reserve_up_required_mw")["valley"]
    let held = try folder.series("reserve_up_held_mw")["valley"]
    #expect(isNear(try table.numbers("Largest requirement")[0], required.max() ?? 0))
    #expect(isNear(try table.numbers("Mean requirement")[0], required.reduce(0, +) / 48))
    #expect(isNear(try table.numbers("Mean held")[0], held.reduce(0, +) / 48))
    // 40 MW of works and 20 MW of cold stores are registered.
    #expect(try table.numbers("Load that can be called at the peak") == [60, 60])
    let demand = try folder.series("demand_mw")["valley"].max() ?? 0
    #expect(isNear(try table.numbers("Over the peak load")[0], 60 / demand, within: 1e-6))
    let called =
      try folder.series("called_mw").sum("works") + folder.series("deferred_mw").sum("cold-stores")
    #expect(isNear(try table.numbers("Called or shifted")[0], called))
  }

  @Test func `requirements of reserve are told by what they are for`() throws {
    let table = try report.table("power-peak")
    let demand = try folder.series("demand_mw")["valley"]
    let peak = try #require(demand.indices.max { demand[$0] < demand[$1] })
    #expect(isNear(try table.numbers("Reserve for the load")[0], 0.03 * demand[peak]))
    let sent = power["wind"][peak] + power["solar"][peak]
    #expect(isNear(try table.numbers("Reserve for wind and PV")[0], 0.05 * sent))
    let required = try folder.series("reserve_up_required_mw")["valley"][peak]
    #expect(isNear(try table.numbers("Capacity needed")[0], demand[peak] + required))
  }

  @Test func `prices and emissions are told as their series have it`() throws {
    let zones = try report.table("zones")
    let price = try folder.series("price_per_mwh")["valley"]
    let demand = try folder.series("demand_mw")["valley"]
    #expect(isNear(try zones.number("valley", "Mean price"), price.reduce(0, +) / 48))
    let weighted = zip(price, demand).reduce(0) { $0 + $1.0 * $1.1 } / demand.reduce(0, +)
    #expect(isNear(try zones.number("valley", "By load"), weighted))
    #expect(try zones.number("valley", "Highest") == price.max())
    #expect(try zones.number("valley", "Hours at zero") == Double(price.count { abs($0) < 0.5 }))
    let emissions = try report.table("emissions")
    let carbon = try folder.series("co2_t")
    #expect(
      isNear(
        try emissions.number("Total", "CO₂"),
        carbon.sum("coal-condensing") + carbon.sum("coal-heat")
      )
    )
    let nitrogen = try folder.series("nox_kg")
    let sum = (nitrogen.sum("coal-condensing") + nitrogen.sum("coal-heat")) / 1000
    #expect(isNear(try emissions.number("Total", "NOₓ"), sum))
  }

  @Test func `the least-regulated day is told with what is online at the peak of its net load`()
    throws
  {
    let table = try report.table("regulation-net")
    let offered = try folder.series("available_mw")
    let demand = try folder.series("demand_mw")["valley"]
    let net = demand.indices.map { demand[$0] - offered["wind"][$0] - offered["solar"][$0] }
    let valley = try #require(net.indices.min { net[$0] < net[$1] })
    let day = (valley / 24 * 24)..<(valley / 24 * 24 + 24)
    let peak = try #require(day.max { net[$0] < net[$1] })
    let need = net[peak] - (net[day].min() ?? 0)
    let reserve = try folder.series("reserve_up_required_mw")["valley"][peak]
    #expect(isNear(try table.numbers("Regulation needed")[1], need + reserve))
    let online = try folder.series("online_mw")
    let parts = [("coal-condensing.original", 0.5), ("coal-condensing.retrofitted", 0.32)]
    let all = parts.map { online[$0.0][peak] } + [online["coal-heat"][peak]]
    #expect(isNear(try table.numbers("Thermal units online")[1], all.reduce(0, +)))
    #expect(isNear(try table.numbers("Least output of CHP")[1], 0.62 * online["coal-heat"][peak]))
    let least = parts.reduce(0) { $0 + $1.1 * online[$1.0][peak] }
    #expect(isNear(try table.numbers("Least output of the others")[1], least))
    #expect(try table.numbers("Of pumped hydro, both ways")[1] == 240)
  }

  @Test func `the tightest hour and its margin are those of the summary`() throws {
    let data = try Data(contentsOf: URL(filePath: folder.path + "/summary.json"))
    let summary = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
    let adequacy = try #require(summary["adequacy"] as? [String: Any])
    for (moment, id) in [("peak", "power-peak"), ("tightest", "power-tightest")] {
      let told = try #require(adequacy[moment] as? [String: Any])
      let table = try report.table(id)
      #expect(try table.row("at").cells[1].hour == told["time"] as? String)
      let available = try table.numbers("Available")[1] ?? 0
      let trade = try table.numbers("Trade with the outside, net")[1] ?? 0
      let load = try table.numbers("Load with losses")[1] ?? 0
      #expect(isNear(available + trade - load, told["marginMW"] as? Double ?? .nan))
      #expect(try table.numbers("Demand response")[1] == told["callableMW"] as? Double)
    }
  }
}
