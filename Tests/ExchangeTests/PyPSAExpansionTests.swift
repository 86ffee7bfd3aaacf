import Exchange
import Foundation
import GridDispatch
import GridFormulation
import GridGoals
import GridPlanning
import Tables
import TestSupport
import Testing

/// What PyPSA may size becomes options, and a plan of them costs what PyPSA's optimum costs.
struct PyPSAExpansionTests {
  /// Two hours of 100 and 60 MW, a dear plant that runs cheaply and a cheap one that does not.
  ///
  /// Over both hours a MW of `base` costs 60 and 10 each hour, one of `peak` 10 and 50 each hour. Used in both hours a MW
  /// costs 80 or 110, used in one 70 or 60: 60 MW of base and 40 MW of peak, at 60·80 + 40·60 = 7,200.
  private static func files(
    base: String,
    peak: String = "0,inf,0",
    limits: String = ""
  ) -> [(String, String)] {
    [
      ("snapshots.csv", "snapshot\n2030-01-01 00:00:00\n2030-01-01 01:00:00\n"),
      ("buses.csv", "name\nhome\n"), ("carriers.csv", "name,co2_emissions\ncoal,1\ngas,0.5\n"),
      ("loads.csv", "name,bus\nload,home\n"), ("loads-p_set.csv", ",load\n0,100\n1,60\n"),
      (
        "generators.csv",
        "name,bus,carrier,marginal_cost,capital_cost,p_nom_extendable,p_nom,p_nom_max,p_nom_mod\n"
          + "base,home,coal,10,60,True,\(base)\npeak,home,gas,50,10,True,\(peak)\n"
      ),
      ("global_constraints.csv", "name,type,carrier_attribute,sense,constant\n" + limits),
    ]
  }

  private func plan(_ files: [(String, String)], fractions: Bool = true) throws -> PlanResult {
    try Self.plan(try SmallNetwork(files: files).imported(), fractions: fractions)
  }

  /// The plan to a gap of 1e-7.
  static func plan(_ model: GridModel, fractions: Bool = true) throws -> PlanResult {
    var options = PlanOptions()
    options.takesFractions = fractions
    options.comparesPresent = false
    options.dispatch.gap = 1e-7
    options.dispatch.threads = 1
    guard case .planned(let plan) = try Planner.run(model, options: options) else {
      Issue.record("there is no plan")
      throw SmallCase.Failure()
    }
    return plan
  }

  private func size(_ name: String, _ plan: PlanResult) -> Double {
    plan.options.first { $0.name == name }?.size ?? -1
  }

  @Test func `sizes are those of the screening curves`() throws {
    let plan = try plan(Self.files(base: "0,inf,0"))
    #expect(abs(plan.cost - 7200) < 1e-6 * 7200)
    #expect(abs(size("build base", plan) - 60) < 1e-4)
    #expect(abs(size("build peak", plan) - 40) < 1e-4)
    #expect(plan.options.count == 2)
  }

  /// 80 MW of base stand, of which 20 are given up: 7,200 less 80·60 of what stood.
  @Test func `what stands is given up where it is not worth its capital`() throws {
    let plan = try plan(Self.files(base: "80,inf,0"))
    #expect(abs(plan.cost - 2400) < 1e-6 * 2400)
    #expect(abs(size("retire base", plan) - 20) < 1e-4)
    #expect(size("build base", plan) == 0)
  }

  /// 50 MW of base at the most: 50·80 + 10·110 + 40·60 = 7,500.
  @Test func `a largest size binds`() throws {
    let plan = try plan(Self.files(base: "0,50,0"))
    #expect(abs(plan.cost - 7500) < 1e-6 * 7500)
    #expect(abs(size("build base", plan) - 50) < 1e-4)
  }

  /// Modules of 50 and 25 MW: one and two of them, 50·60 + 50·10 + 50·20 + 50·50 + 10·50 = 7,500; two of base
  /// cost 100·60 + 160·10 = 7,600.
  @Test func `modules are whole units`() throws {
    let plan = try plan(Self.files(base: "0,inf,50", peak: "0,inf,25"), fractions: false)
    #expect(abs(plan.cost - 7500) < 1e-6 * 7500)
    #expect(size("build base", plan) == 50 && size("build peak", plan) == 50)
  }

  /// One module of base, and peak for what is left of 100.013 MW: 50·60 + 100·10 +
  /// 50.013·10 + 60.013·50 = 7,500.78.
  ///
  /// Rounded to any parts of its own, peak would go short, which costs 20,000 a MWh.
  @Test func `beside modules any size can be taken`() throws {
    var files = Self.files(base: "0,inf,50")
    files[4].1 = ",load\n0,100.013\n1,60\n"
    let plan = try plan(files, fractions: false)
    #expect(abs(plan.cost - 7500.78) < 1e-6 * 7500.78, "\(plan.cost)")
    #expect(size("build base", plan) == 50 && abs(size("build peak", plan) - 50.013) < 1e-6)
    #expect(plan.gap < 1e-6)
  }

  /// 30 MW of peak at the most leave 70 MW of base: 70·60 + 130·10 + 30·60 = 7,300.
  @Test(arguments: [
    ("0,inf,0", "cap,tech_capacity_expansion_limit,gas,<=,30", 7300.0),
    ("80,inf,0", "cap,tech_capacity_expansion_limit,gas,<=,30", 2500),
    // 90 MW of base at least, of which 80 stand: 90·60 + 150·10 + 10·60 − 4,800.
    ("80,inf,0", "cap,tech_capacity_expansion_limit,coal,>=,90", 2700),
    ("0,inf,0", "cap,tech_capacity_expansion_limit,coal,==,90", 7500),
    // 140 t do not bind: 120 MWh of base at 1 t and 40 MWh of peak at 0.5 t.
    ("0,inf,0", "co2,primary_energy,co2_emissions,<=,140", 7200),
    // 130 t leave 100 MWh of base: 50 MW in both hours, 50·80 + 10·110 + 40·60.
    ("0,inf,0", "co2,primary_energy,co2_emissions,<=,130", 7500),
  ])
  func `constraints on the whole network are held`(
    base: String,
    limit: String,
    cost: Double
  ) throws {
    let plan = try plan(Self.files(base: base, limits: limit + "\n"))
    #expect(abs(plan.cost - cost) < 1e-6 * cost, "\(plan.cost)")
  }

  /// Twice the weight of each hour halves what capital counts beside the hours.
  @Test func `an hour's weight in the objective divides capital`() throws {
    var files = Self.files(base: "0,inf,0")
    files[0].1 = "snapshot,objective\n2030-01-01 00:00:00,2\n2030-01-01 01:00:00,2\n"
    // Capital of 30 and 5: a MW used once costs 40 or 55, so that base serves all: 100·30 + 160·10.
    #expect(abs(try plan(files).cost - 4600) < 1e-6 * 4600)
  }

  @Test func `what no option can say is told with the reason`() throws {
    let network = try SmallNetwork(files: [
      ("snapshots.csv", "snapshot\n2030-01-01 00:00:00\n2030-01-01 01:00:00\n"),
      ("buses.csv", "name\na\nb\n"), ("loads.csv", "name,bus,p_set\nl,a,50\n"),
      (
        "generators.csv",
        "name,bus,p_nom,p_nom_extendable,capital_cost,p_set,p_nom_mod,overnight_cost\n"
          + "plain,a,100,True,5,,0,\npaid,a,100,True,-5,,0,\ngiven,a,100,True,5,10,0,\n"
          + "odd,a,100,True,5,,30,\nbare,a,100,True,5,,0,900\n"
      ),
      (
        "links.csv",
        "name,bus0,bus1,p_nom,p_nom_extendable,efficiency,p_min_pu,marginal_cost\n"
          + "both,a,b,100,True,0.4,-1,1\n"
      ),
      (
        "global_constraints.csv",
        "name,type,carrier_attribute,sense,constant\nwater,primary_energy,water,<=,5\n"
          + "floor,primary_energy,co2_emissions,>=,5\ngas,operational_limit,gas,<=,5\n"
          + "none,tech_capacity_expansion_limit,gas,<=,5\n"
      ),
    ])
    let told = try PyPSAImport.run(from: network.folder, to: network.out).differences
      .filter { $0.kind == .leftOut }.map(\.description).joined(separator: "\n")
    for reason in [
      "its capital_cost is below 0, and an option is not paid for being built. (paid)",
      "its power is given by p_set. (given)", "p_nom is no whole number of p_nom_mod. (odd)",
      "its overnight_cost has no discount_rate. (bare)",
      "runs backward as a second converter, and the two cannot be sized alike. (both)",
      "no other attribute of them. (water)", "one with the sense >= is left out. (floor)",
      "No goal counts the energy that one carrier gives. (gas)",
      "no component that PyPSA sizes is of that carrier and bus. (none)",
    ] {
      #expect(told.contains(reason), "\(reason) is not in\n\(told)")
    }
    let model = try ModelReader.read(folder: network.out)
    #expect(model.options.map(\.name) == ["build plain", "retire plain"])
    #expect(model.generator("paid")?.capacity.megawatts == 100)
    #expect(model.generator("odd")?.expansion.isExpandable == true)
  }

  /// The published network with generators, lines and links to size and a limit on CO2.
  ///
  /// Source: PyPSA/PyPSA, `examples/networks/ac-dc-meshed` (commit 0209b0e, 2026-08-19), solved by PyPSA 1.4.0 with
  /// HiGHS. The objective leaves out the capital of what stands, 21,915,277.518.
  @Test(
    .enabled(
      if: PyPSARoundTripTests.data != nil,
      "the open data are not here: set GRIDFLEX_DATA"
    )
  )
  func `the meshed network of AC and DC is planned as PyPSA plans it`() throws {
    let folder = try #require(PyPSARoundTripTests.data) + "/pypsa-examples/ac-dc-meshed"
    let network = try SmallNetwork(files: [])
    try PyPSAImport.run(from: folder, to: network.out)
    let plan = try Self.plan(try ModelReader.read(folder: network.out))
    #expect(abs(plan.cost / -3474256.0405499237 - 1) < 1e-6, "\(plan.cost)")
    #expect(plan.gap < 1e-6)
    // Nothing is built and given up at once, and no size reaches a limit that PyPSA does not have.
    for build in plan.options where build.name.hasPrefix("build ") && build.size > 0 {
      #expect(build.size < 0.5 * build.most)
      #expect(max(0, size("retire \(build.asset)", plan)) == 0)
    }
  }
}
