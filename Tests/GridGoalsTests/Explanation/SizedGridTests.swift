import Hourly
import LinearProgramming
import SmallGrids
import Tables
import Testing

@testable import GridFormulation
@testable import GridGoals

/// A size that is a decision means what the figures of that size mean.
struct SizedGridTests {
  /// A small random grid with an option on one asset of its kind.
  private func cost(
    of grid: GridModel,
    taking share: Double,
    enforced: Bool,
    _ detail: CommitmentDetail = .none
  ) throws -> Double {
    let sized = SizedGrid(grid)
    let options = SolveOptions(method: .exact, gap: 1e-9, threads: 1)
    guard enforced else {
      let program = sized.grid(taking: [share]).formulated(detail).build()
      return try Solver.solve(program, options: options).cost
    }
    var (model, shares) = sized.formulated(enforcing: [], detail)
    model.requireTotal(
      "given share",
      of: Owner("test", zone: ""),
      HourlySum(column: shares[0]),
      over: 0..<1,
      atLeast: share * SizedGrid.parts,
      atMost: share * SizedGrid.parts,
      isGlobal: true
    )
    return try Solver.solve(model.build(), options: options).cost
  }

  private func grid(
    changing name: String,
    _ column: String,
    to value: Double
  ) throws -> GridModel {
    var model = SmallModel(load: [40, 70, 90, 30])
    let wind = model.series("wind", [1, 0.2, 0.1, 0.8])
    model.addImport(60, at: 80, 90, 120, 70)
    model.addExport(10, at: 20)
    model.addPlainCoal(megawatts: 50, cost: 60) {
      ($0.minimumOutput, $0.minimumOnline) = (0.4, .constant(0.5))
      ($0.minimumOutputRetrofitted, $0.flexibilityShare) = (0.2, 0.25)
    }
    model.add(Wind.self) {
      ($0.name, $0.capacity, $0.availability) = ("wind", Power(megawatts: 60), wind)
    }
    model.add(Battery.self) {
      $0.name = "store"
      ($0.power, $0.energy) = (Power(megawatts: 10), Energy(megawattHours: 20))
      ($0.startLevel, $0.endRule) = (0.5, .equalStart)
    }
    let asset = try #require(model.assets.first { $0.name == name })
    var option = CapacityOption()
    (option.name, option.asset) = ("option", name)
    let before = try #require(asset.text(of: column).flatMap(NumberText.parse))
    option.changes = [.init(column: column, unit: "", before: before, after: value)]
    option.changed = try asset.changed(column, to: NumberText.shortest(value)).get()
    return GridModel(
      setting: model.setting,
      assets: model.assets,
      goals: [],
      options: [option],
      issues: [],
      resolved: []
    )
  }

  @Test(arguments: [
    ("wind", "capacity_mw", 120.0), ("coal", "retrofit_share_pu", 1),
    ("export", "export_limit_mw", 60),
    ("coal", "units", 3),
  ])
  func `an asset part of the way costs what the asset of that size costs`(
    name: String,
    column: String,
    value: Double
  ) throws {
    let grid = try grid(changing: name, column, to: value)
    for share in [0, 0.25, 1] {
      let sized = try cost(of: grid, taking: share, enforced: true)
      let written = try cost(of: grid, taking: share, enforced: false)
      #expect(abs(sized - written) < 1e-6 * max(1, abs(written)), "share \(share)")
    }
  }

  @Test func `a generator that is built starts at the cost of what is built`() throws {
    // Starts at 90 a MW beside import: with a start cost of all of it, a part would pay that of the whole.
    var model = SmallModel(load: [40, 70, 90, 30, 80, 20])
    model.addImport(90, at: 80, 90, 120, 70, 130, 60)
    model.addGenerator {
      ($0.capacity, $0.minimumOutput, $0.commitment) = (
        Power(megawatts: 0), .constant(0.5), .linear
      )
      ($0.marginalCost, $0.startCostPerMegawatt) = (.constant(30), 90)
      ($0.rampUp, $0.startOutput, $0.minimumDownHours) = (0, 0, 2)
    }
    let plant = try #require(model.assets.first { $0.name == "plant" })
    var option = CapacityOption()
    (option.name, option.asset) = ("build", "plant")
    var built = plant
    for (column, value) in [
      ("capacity_mw", 60.0), ("ramp_up_mw_per_hour", 24), ("start_output_mw", 36),
    ] {
      option.changes.append(.init(column: column, unit: "MW", before: 0, after: value))
      built = try built.changed(column, to: NumberText.shortest(value)).get()
    }
    option.changed = built
    let grid = GridModel(
      setting: model.setting,
      assets: model.assets,
      goals: [],
      options: [option],
      issues: [],
      resolved: []
    )
    for share in [0, 0.25, 1] {
      let sized = try cost(of: grid, taking: share, enforced: true, .linear)
      let written = try cost(of: grid, taking: share, enforced: false, .linear)
      #expect(abs(sized - written) < 1e-6 * max(1, abs(written)), "share \(share)")
    }
  }

  @Test func `what is taken away whole leaves nothing, not what rounding leaves of it`() throws {
    var model = SmallModel(load: [10])
    let size = 1114.2
    model.addGenerator {
      ($0.capacity, $0.rampUp) = (Power(megawatts: size), 0.64 * size)
    }
    let plant = try #require(model.assets.first { $0.name == "plant" })
    var option = CapacityOption()
    (option.name, option.asset) = ("retire", "plant")
    option.changes = [
      .init(column: "ramp_up_mw_per_hour", unit: "MW/h", before: 0.64 * size, after: -1e-13)
    ]
    option.changed = plant
    let taken = TakenOptions(of: plant, [option], [1])
    #expect(taken.variants[0].figures.map(\.value) == [0])
  }

  @Test(arguments: ["energy_mwh", "power_mw"])
  func `a store that grows in power or energy alone is the store of those figures`(
    column: String
  ) throws {
    // Two stores side by side could not lend each other power: limits move, the store stays one.
    let grid = try grid(changing: "store", column, to: 60)
    for share in [0, 0.5, 1] {
      let sized = try cost(of: grid, taking: share, enforced: true)
      let written = try cost(of: grid, taking: share, enforced: false)
      #expect(abs(sized - written) < 1e-6 * max(1, abs(written)), "share \(share)")
    }
  }

  @Test func `power and energy of one store are sized apart`() throws {
    var grid = try grid(changing: "store", "energy_mwh", to: 60)
    let power = try self.grid(changing: "store", "power_mw", to: 30)
    var second = power.options[0]
    second.name = "power"
    grid = GridModel(
      setting: grid.setting,
      assets: grid.assets,
      goals: [],
      options: [grid.options[0], second],
      issues: [],
      resolved: []
    )
    let options = SolveOptions(method: .exact, gap: 1e-9, threads: 1)
    for shares in [[0.0, 0], [1, 0], [0.3, 0.8], [0, 1], [1, 1]] {
      let sized = SizedGrid(grid)
      var (model, columns) = sized.formulated(enforcing: [])
      for (column, share) in zip(columns, shares) {
        model.builder.setBounds(
          ofColumn: column,
          lower: share * SizedGrid.parts,
          upper: share * SizedGrid.parts
        )
      }
      let cost = try Solver.solve(model.build(), options: options).cost
      let program = sized.grid(taking: shares).formulated(CommitmentDetail.none).build()
      let written = try Solver.solve(program, options: options).cost
      #expect(abs(cost - written) < 1e-6 * max(1, abs(written)), "shares \(shares)")
    }
  }

  @Test func `units that become others stand in a row of their own`() throws {
    // Half of the coal units run down to 0.1 at a lower rate: no share of the row says so.
    let base = try grid(changing: "coal", "retrofit_share_pu", to: 1)
    var option = base.options[0]
    (option.isConversion, option.name) = (true, "better")
    let coal = try #require(base.assets.first { $0.name == "coal" })
    option.changes = [
      .init(column: "minimum_output_pu", unit: "pu", before: 0.4, after: 0.1),
      .init(column: "variable_cost_per_mwh", unit: "", before: 60, after: 50),
    ]
    option.changed = try coal.changed("minimum_output_pu", to: "0.1").get()
      .changed("variable_cost_per_mwh", to: "50").get()
    let grid = GridModel(
      setting: base.setting,
      assets: base.assets,
      goals: [],
      options: [option],
      issues: [],
      resolved: []
    )
    let planned = SizedGrid(grid).grid(taking: [0.5]).assets.filter { $0.name.hasPrefix("coal") }
    #expect(planned.map(\.name) == ["coal", "coal+better"])
    #expect(planned.map { $0.facts.capacity } == [25, 25])
    for share in [0, 0.5, 1] {
      let sized = try cost(of: grid, taking: share, enforced: true)
      let written = try cost(of: grid, taking: share, enforced: false)
      #expect(abs(sized - written) < 1e-6 * max(1, abs(written)), "share \(share)")
    }
  }
}
