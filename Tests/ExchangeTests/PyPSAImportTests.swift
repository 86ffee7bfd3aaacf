import Exchange
import Foundation
import GridDispatch
import GridFormulation
import GridGoals
import Hourly
import Tables
import Testing

/// A small network with every kind of component, and what each becomes.
struct PyPSAImportTests {
  @Test func `buses are zones with the loads at them`() throws {
    let model = try SmallNetwork().imported()
    #expect(model.setting.zones.map(\.name) == ["north", "south", "sea", "coast"])
    let load = NodalBalance.demand(of: model.setting.zones[0], in: model.setting)
    #expect((0..<3).map { load[$0] } == [110, 120, 130])
    #expect(model.setting.zones[1].load == .constant(40))
    #expect(model.setting.zones[2].load == .constant(0))
    #expect(model.horizon.start == TimeStamp(year: 2011, month: 1, day: 1))
  }

  @Test func `a generator keeps costs, bounds and CO2 by its efficiency`() throws {
    let model = try SmallNetwork().imported()
    let gas = try #require(model.generator("gas"))
    #expect(gas.kind == .gas && gas.carrier == "OCGT" && gas.zone == "north")
    #expect(gas.capacity.megawatts == 200)
    #expect(gas.marginalCost == .constant(50))
    #expect(gas.carbonRate == 0.2 / 0.4)
    #expect(gas.commitment == .none && gas.energyLimit.map { ($0 * 3 / 8760).rounded() } == 500)
    let wind = try #require(model.generator("wind"))
    #expect(wind.kind == .onshoreWind)
    let share = model.setting.value(of: wind.maximumOutput)
    #expect((0..<3).map { share[$0] } == [0.1, 0.5, 1])
    #expect(try #require(model.generator("sink")).takesPower)
  }

  @Test func `a committable generator keeps its states before the first hour`() throws {
    let coal = try #require(try SmallNetwork().imported().generator("coal"))
    #expect(coal.commitment == .linear && coal.isInitiallyOnline == true)
    #expect(coal.minimumOutput == .constant(0.4))
    #expect(coal.startCost == 5000 && coal.noLoadCost == .constant(100))
    #expect(coal.minimumUpHours == 6 && coal.remainingUpHours == 4)
    #expect(coal.rampUp == 60 && coal.startOutput == 90)
  }

  @Test func `stores keep efficiencies, levels and the end`() throws {
    let model = try SmallNetwork().imported()
    let pumped = try #require(model.store("pumped"))
    #expect(pumped.kind == .pumpedHydro && pumped.endRule == .cyclic)
    #expect(pumped.chargingCapacity.megawatts == 40 && pumped.dischargingCapacity.megawatts == 50)
    #expect(pumped.energy.megawattHours == 300)
    let tank = try #require(model.store("tank"))
    #expect(tank.energy.megawattHours == 20 && tank.start == 8 / 0.8)
    #expect(tank.dischargingCapacity.megawatts == 20)
    let level = model.setting.value(of: try #require(tank.level))
    #expect((0..<3).map { level[$0] } == [-1, -1, 5])
  }

  /// "hydrogen storage" holds the letters of hydro, "gas boiler" those of gas, "error" those of ror.
  @Test func `a carrier is known by its whole name, and what is not known is generic`() throws {
    let stores: [(String, Storage.Kind)] = [
      ("hydrogen storage", .other), ("H2", .other), ("heat pump", .other), ("PHS", .pumpedHydro),
      ("Pumped Hydro", .pumpedHydro), ("pumped-hydro", .pumpedHydro), ("hydro", .hydro),
      ("Storage Hydro", .hydro), ("battery", .battery), ("Li-ion", .battery), ("", .other),
      ("battering ram", .other),
    ]
    let plants: [(String, Generator.Kind)] = [
      ("Run of River", .hydro), ("ror", .hydro), ("error", .other), ("hydrogen turbine", .other),
      ("offwind-ac", .offshoreWind), ("Wind Onshore", .onshoreWind), ("onwind", .onshoreWind),
      ("solar rooftop", .distributedSolar), ("solar thermal", .other), ("gas boiler", .other),
      ("CCGT", .gas), ("Brown Coal", .coal), ("charcoal", .other), ("Waste", .biomass),
    ]
    let units = stores.enumerated().map { "s\($0),north,\($1.0),1,6" }
    let generators = plants.enumerated().map { "g\($0),north,\($1.0),1" }
    let model = try SmallNetwork(files: [
      ("snapshots.csv", "snapshot\n2011-01-01 00:00:00\n2011-01-01 01:00:00\n"),
      ("buses.csv", "name\nnorth\n"), ("loads.csv", "name,bus,p_set\na,north,1\n"),
      ("storage_units.csv", lines(["name,bus,carrier,p_nom,max_hours"] + units)),
      ("generators.csv", lines(["name,bus,carrier,p_nom"] + generators)),
    ]).imported()
    for (index, (carrier, kind)) in stores.enumerated() {
      #expect(model.store("s\(index)")?.kind == kind, "\(carrier)")
    }
    #expect(model.store("s0")?.carrier == "hydrogen storage")
    for (index, (carrier, kind)) in plants.enumerated() {
      #expect(model.generator("g\(index)")?.kind == kind, "\(carrier)")
    }
  }

  private func lines(_ rows: [String]) -> String { rows.joined(separator: "\n") + "\n" }

  /// 0.301 Ω/km · 100 km / 2 circuits = 15.05 Ω; on 220 kV and 100 MVA 15.05 / 484.
  @Test
  func `lines have reactance by number or type, and resistance between buses of direct current`()
    throws
  {
    let model = try SmallNetwork().imported()
    #expect(abs(try #require(model.line("typed")).reactance - 15.05 / 484) < 1e-15)
    #expect(try #require(model.line("typed")).limitShare == .constant(0.7))
    #expect(try #require(model.line("cable")).reactance == 2 / (320.0 * 320 / 100))
    let transformer = try #require(model.line("transformer typed"))
    // Two in parallel: half the reactance, the limit of one.
    #expect(transformer.limit.megawatts == 160)
    let reactance = (0.122 * 0.122 - 0.0025 * 0.0025).squareRoot() * 100 / 320
    #expect(abs(transformer.reactance - reactance) < 1e-15)
  }

  @Test func `a link is a corridor that loses what its efficiency says`() throws {
    let link = try #require(try SmallNetwork().imported().corridor("converter"))
    #expect(link.from == "north" && link.to == "sea")
    #expect(abs(link.loss - 0.03) < 1e-15)
    #expect(link.forwardLimit.megawatts == 500 && link.forwardShare == .constant(0.9))
    #expect(link.backwardLimit.megawatts == 500 && link.backwardShare == .constant(0.5))
  }

  @Test func `a limit on CO2 is a goal that can be enforced`() throws {
    let goal = try #require(try SmallNetwork().imported().goals.first)
    #expect(goal.metric == "co2-emissions" && goal.threshold == 70)
    #expect(goal.comparison == .atMost)
  }

  @Test func `nothing is dropped without a word`() throws {
    let network = try SmallNetwork()
    _ = try network.imported()
    let text = try String(contentsOfFile: network.out + "/not-carried-over.csv", encoding: .utf8)
    for part in [
      "generators,marginal_cost_quadratic,left out", "generators,osm_name,descriptive",
      "generators,p_nom_opt,descriptive", "buses,x,descriptive",
      "transformers,name,changed", "shunt_impedances,list,left out",
      "global_constraints,carrier_attribute,left out", "network,processes.csv,left out",
    ] {
      #expect(text.contains("\n" + part), "\(part) is not in\n\(text)")
    }
  }

  @Test func `the imported model can be dispatched`() throws {
    let model = try SmallNetwork().imported()
    guard case .solved(let result) = try GoalDispatch.run(model, options: GoalOptions()) else {
      Issue.record("there is no schedule")
      return
    }
    #expect(result.status == .optimal)
    #expect(result.schedule.total(.unserved) == 0)
  }
}

/// What is refused, with the file and line to fix.
struct PyPSAImportFaultTests {
  @Test(
    arguments: [
      ("generators.csv", "name,bus,p_nom\ngas,north,many\n", "generators.csv:2:3", "number"),
      ("generators.csv", "name,bus,p_nom\ngas,nort,5\n", "generators.csv:2:2", "`north`"),
      ("lines.csv", "name,bus0,bus1,type\na,north,south,Al/St\n", "lines.csv:2:4", "standard type"),
      ("loads-p_set.csv", "snapshot,north\n2011-01-01 00:00:00,5\n", "loads-p_set.csv", "1 rows"),
      (
        "snapshots.csv", "snapshot\n2011-01-01 00:00:00\n2011-01-01 03:00:00\n", "snapshots.csv:3",
        "by 3 h"
      ),
      (
        "snapshots.csv", "snapshot,stores\n2011-01-01 00:00:00,3\n", "snapshots.csv:2:2",
        "must be 1"
      ),
      (
        "snapshots.csv", "snapshot\n2011-01-01 00:30:10\n", "snapshots.csv:2:1",
        "start of an hour"
      ),
      ("investment_periods.csv", "period,years\n2030,10\n", "investment_periods.csv", "periods"),
    ]
  )
  func `a fault is told with its file and line, and nothing is written`(
    file: String,
    text: String,
    place: String,
    word: String
  ) throws {
    let network = try SmallNetwork()
    try network.write(text, to: file)
    guard case .input(.invalid(let issues), _) = network.failure() else {
      Issue.record("\(file) was read")
      return
    }
    #expect(issues.contains { $0.description.contains(place) && $0.description.contains(word) })
    #expect(!FileManager.default.fileExists(atPath: network.out))
  }

  @Test func `a missing folder or file is named`() throws {
    let network = try SmallNetwork()
    try FileManager.default.removeItem(atPath: network.folder + "/buses.csv")
    guard case .input(.missing(let issues), _) = network.failure() else {
      Issue.record("it was read")
      return
    }
    #expect(issues.first?.file.hasSuffix("buses.csv") == true)
    #expect(throws: PyPSAImport.Failure.self) {
      try PyPSAImport.run(from: network.folder + "/nowhere", to: network.out)
    }
  }

  @Test func `an import replaces an earlier one and nothing else`() throws {
    let network = try SmallNetwork()
    _ = try network.imported()
    _ = try network.imported()
    let export = network.root + "/export"
    try PyPSAFolder.write(Models.read("tutorial", hours: 24), to: export)
    guard case .output = network.failure(to: export),
      case .output = network.failure(to: network.folder)
    else {
      Issue.record("a foreign folder was replaced")
      return
    }
  }

  @Test func `a common weight of the objective is told, and snapshots without times get hours`()
    throws
  {
    let network = try SmallNetwork()
    try network.write("snapshot,objective\n0,2\n1,2\n2,2\n", to: "snapshots.csv")
    let outcome = try PyPSAImport.run(from: network.folder, to: network.out)
    #expect(
      outcome.differences.prefix(2).map(\.field) == ["snapshots/objective", "snapshots"]
    )
  }

  @Test(arguments: ["2011-01-01T0%:00:00+00:00", "2011-01-01 0%:00", "2011-01-01 0%:00:00Z"])
  func `labels of snapshots may carry seconds and a zone`(pattern: String) throws {
    let network = try SmallNetwork()
    let labels = (0..<3).map { pattern.replacing("%", with: "\($0)") }
    try network.write("snapshot\n" + labels.joined(separator: "\n") + "\n", to: "snapshots.csv")
    let start = try network.imported().horizon.start
    #expect(start == TimeStamp(year: 2011, month: 1, day: 1))
  }
}
