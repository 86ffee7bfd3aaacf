import GridDispatch
import GridGoals
import SmallGrids
import Tables
import Testing

@testable import GridFormulation

/// Stores that are alike up to their size are formulated once.
struct LikeStoresTests {
  /// Pumped hydro of 10, 20 and 5 MW, 2 h each, beside power that can be bought.
  private func threePlants(
    _ change: (inout PumpedHydro) -> Void = { _ in }
  ) -> SmallModel {
    var model = SmallModel(load: [50, 50, 50])
    model.addImport(at: 100, 300, 100)
    for (name, size) in [("small", 10.0), ("large", 20.0), ("least", 5.0)] {
      model.add(PumpedHydro.self) {
        $0.name = name
        $0.turbineCapacity = Power(megawatts: size)
        $0.reservoir = Energy(megawattHours: 2 * size)
        $0.pumpEfficiency = 0.8
        $0.turbineEfficiency = 0.5
        $0.variableCost = 1
        $0.startLevel = 0
        change(&$0)
      }
    }
    return model
  }

  @Test func `stores of equal hours are formulated once and each does its share by size`() throws {
    let model = threePlants()
    #expect(model.grid.likeAssets.map(\.likes.count).sorted() == [1, 3])
    // Each MW pumps 1 MWh at 100 and keeps 0.8, which gives 0.4 MWh at 300: 119.6 for 101.
    let solved = try model.solve()
    #expect(solved.power("small") == [-10, 4, 0])
    #expect(solved.power("large") == [-20, 8, 0])
    #expect(solved.power("least") == [-5, 2, 0])
    #expect(solved.values(.storedEnergy, of: "large") == [16, 0, 0])
    #expect(solved.price == [100, 300, 100])
    // Bought: 85 · 100 + 36 · 300 + 50 · 100; pumped and given: 35 + 14 MWh at 1, by size.
    #expect(solved.cost == 24_349)
    #expect(paid("small", solved) == 14)
    #expect(paid("large", solved) == 28)
    #expect(paid("least", solved) == 7)
  }

  private func paid(_ name: String, _ solved: SolvedModel) -> Double {
    rounded(solved.result.costs.filter { $0.owner == name }.map(\.amount).reduce(0, +))
  }

  @Test func `like stores stand where the spread does not pay`() throws {
    // 0.4 · 250 − 0.4 = 99.6 < 101.
    var model = threePlants()
    _ = model.series("import price", [100, 250, 100])
    let solved = try model.solve()
    #expect(["small", "large", "least"].allSatisfy { solved.power($0) == [0, 0, 0] })
  }

  @Test func `together they cost what they cost apart`() throws {
    let merged = threePlants()
    // The second differs by 1e-9 a MWh, far below the tolerance, and stands for itself.
    var apart = merged
    apart.change(PumpedHydro.self, "large") { $0.variableCost += 1e-9 }
    #expect(apart.grid.likeAssets.map(\.likes.count).sorted() == [1, 1, 2])
    #expect(abs(try merged.solve().cost - apart.solve().cost) < 1e-6)
  }

  @Test func `plants of other hours, and plants of no size, stand for themselves`() {
    var model = threePlants()
    model.change(PumpedHydro.self, "least") { $0.reservoir = Energy(megawattHours: 11) }
    #expect(model.grid.likeAssets.map(\.likes.count).sorted() == [1, 1, 2])
    model = threePlants { $0.turbineCapacity = Power(megawatts: 0) }
    #expect(model.grid.likeAssets.allSatisfy { $0.likes.count == 1 })
  }

  @Test func `each plant's own unit can be the largest that fails`() throws {
    var model = threePlants { $0.startLevel = 1 }
    model.change(PumpedHydro.self, "small") { $0.units = 5 }
    model.change(PumpedHydro.self, "large") { $0.units = 4 }
    model.setting.zones[0].reserve.coversLargestUnit = true
    #expect(model.grid.likeAssets.map(\.likes.count).sorted() == [1, 3])
    // 10 / 5 and 20 / 4 MW.
    let solved = try model.solve()
    #expect(solved.values(.reserveUpRequired, of: SmallModel.zone) == [5, 5, 5])
  }

  @Test(arguments: RandomSystem.seeds.prefix(6))
  func `a store in parts costs what it costs whole`(seed: UInt64) throws {
    let whole = RandomSystem(seed: seed).model
    var parts = whole
    parts.assets = whole.assets.flatMap { asset in
      if let plant = asset as? PumpedHydro { return split(plant) }
      if let battery = asset as? Battery { return split(battery) }
      return [asset]
    }
    #expect(parts.assets.count == whole.assets.count + 6)
    #expect(parts.grid.likeAssets.count == whole.assets.count)
    let cost = try whole.solve().result.cost
    let other = try parts.solve().result.cost
    #expect(abs(other - cost) <= 1e-7 * abs(cost), "seed \(seed): \(cost) and \(other)")
  }

  /// Shares that add up to 1 and scale a number without rounding.
  private static let shares = [0.125, 0.125, 0.5, 0.25]

  private func split(_ plant: PumpedHydro) -> [any Asset] {
    Self.shares.enumerated().map { index, share in
      var part = plant
      part.name += " \(index)"
      part.turbineCapacity.megawatts *= share
      part.reservoir.megawattHours *= share
      return part
    }
  }

  private func split(_ battery: Battery) -> [any Asset] {
    Self.shares.enumerated().map { index, share in
      var part = battery
      part.name += " \(index)"
      part.power.megawatts *= share
      part.energy.megawattHours *= share
      return part
    }
  }
}
