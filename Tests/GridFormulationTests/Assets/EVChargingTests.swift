import GridDispatch
import GridFormulation
import GridGoals
import Hourly
import SmallGrids
import Tables
import Testing

struct EVChargingTests {
  /// Chargers of 20 MW whose vehicles take 10 MWh an hour of the horizon, all managed, and import.
  private func fleet(
    _ load: [Double],
    importAt prices: [Double],
    upTo limit: Double = 1000,
    _ change: (inout EVCharging) -> Void = { _ in }
  ) -> SmallModel {
    var model = SmallModel(load: load, importAt: prices, upTo: limit)
    model.add(EVCharging.self) {
      $0.name = "cars"
      $0.dailyEnergy = .constant(240)
      $0.chargers = Power(megawatts: 20)
      $0.managedShare = 1
      change(&$0)
    }
    return model
  }

  @Test func `charging moves from the hours of arrival to the cheapest ones`() throws {
    // 40 MWh in four hours, drawn at 20 MW on arrival: 30 + 30 + 70 + 70 MW are bought.
    let solved = try fleet([50, 50, 50, 50], importAt: [400, 300, 200, 100]).solve()
    #expect(solved.values(.charging, of: "cars") == [0, 0, 20, 20])
    #expect(solved.power("cars") == [20, 20, -20, -20])
    #expect(solved.price == [400, 300, 200, 100])
    // 30 · 400 + 30 · 300 + 70 · 200 + 70 · 100.
    #expect(solved.cost == 42_000)
  }

  @Test func `charging stays where later hours are dearer`() throws {
    let solved = try fleet([50, 50], importAt: [100, 160]) { $0.managedShare = 0.5 }.solve()
    #expect(solved.power("cars") == [0, 0])
  }

  @Test func `vehicles that nobody manages keep charging on arrival`() throws {
    let solved = try fleet([50, 50, 50, 50], importAt: [400, 300, 200, 100]) {
      $0.managedShare = 0.25
    }.solve()
    #expect(solved.values(.charging, of: "cars") == [15, 15, 5, 5])
  }

  @Test func `charging that is put off to serve the last MWh sets the price`() throws {
    // Of 20 MWh drawn on arrival import leaves 5 unserved; a MWh more is charged later, at 160.
    let solved = try fleet([50, 30], importAt: [100, 160], upTo: 45) {
      $0.dailyEnergy = .constant(120)
    }.solve()
    #expect(solved.power("cars") == [5, -5])
    #expect(solved.price == [160, 160])
  }

  @Test func `load on top of the zone's is served as well`() throws {
    let solved = try fleet([50, 50], importAt: [100, 50]) { $0.isInLoad = false }.solve()
    #expect(solved.power("cars") == [0, -20])
    #expect(solved.cost == 8500)
  }

  @Test func `an even baseline follows the plugged-in vehicles`() throws {
    // 20 MWh over 1 + 0.25: 16 and 4 MW; the second hour takes no more than 5.
    var model = fleet([50, 50], importAt: [100, 50]) {
      $0.unmanaged = .even
      $0.pluggedIn = .series("plugged")
    }
    _ = model.series("plugged", [1, 0.25])
    #expect(try model.solve().power("cars") == [1, -1])
  }

  @Test func `the window runs over midnight and each day's energy is met within it`() throws {
    // From 18 to 7 are 13 hours. The first day has seven of them left: 7/13 of 240 MWh.
    let prices = (0..<48).map { Double(100 + ($0 * 7) % 24) }
    let solved = try fleet([Double](repeating: 50, count: 48), importAt: prices) {
      $0.windowStart = 18
      $0.windowEnd = 7
    }.solve()
    let drawn = solved.values(.charging, of: "cars")
    #expect(rounded(drawn[0..<18].reduce(0, +)) == rounded(240 * 7 / 13))
    #expect(rounded(drawn[18..<42].reduce(0, +)) == 240)
    #expect(drawn[7..<18].allSatisfy { $0 == 0 })
  }

  @Test func `rolling windows that cut a day leave time to charge`() throws {
    let prices = (0..<120).map { Double(100 + ($0 * 11) % 48) }
    let model = fleet([Double](repeating: 50, count: 120), importAt: prices) {
      $0.windowStart = 20
      $0.windowEnd = 16
      $0.dailyEnergy = .constant(390)
    }
    let exact = try model.solve().result.cost
    guard
      case .solved(let rolled) = try model.run({
        $0.method = .rolling
        $0.gap = 0.02
      })
    else { throw Unsolved() }
    #expect(rolled.cost >= exact - 1e-6 * exact)
    #expect(rolled.cost <= 1.02 * exact)
  }
}

/// Vehicles that give back.
struct EVChargingV2GTests {
  /// 10 MWh are driven; batteries of 50 MWh give 8 MW at an efficiency of 0.8 and a wear of 100.
  private func fleet(
    _ load: [Double],
    importAt prices: [Double],
    upTo limit: Double = 1000
  ) -> SmallModel {
    var model = SmallModel(load: load, importAt: prices, upTo: limit)
    model.add(EVCharging.self) {
      $0.name = "cars"
      $0.dailyEnergy = .constant(80)
      $0.chargers = Power(megawatts: 20)
      $0.managedShare = 1
      $0.givingCapacity = 8
      $0.fleetBattery = 50
      $0.roundTrip = 0.8
      $0.wear = 100
    }
    return model
  }

  @Test func `full batteries give in the dear hour and are charged again after it`() throws {
    // 10 MWh charged on arrival fill the batteries: what 8 MWh given take can be charged in the third hour only.
    let solved = try fleet([50, 50, 50], importAt: [100, 500, 120]).solve()
    #expect(solved.values(.charging, of: "cars") == [10, 0, 10])
    #expect(solved.values(.discharging, of: "cars") == [0, 8, 0])
    #expect(solved.power("cars") == [0, 8, -10])
    // 5000 + 42 · 500 + 60 · 120 + 800 of wear.
    #expect(solved.cost == 34_000)
  }

  @Test func `batteries give nothing where wear and loss cost more than they save`() throws {
    // 120 / 0.8 + 100 = 250 > 240.
    let solved = try fleet([50, 50, 50], importAt: [100, 240, 120]).solve()
    #expect(solved.power("cars") == [0, 0, 0])
  }

  @Test func `a MWh that only batteries serve costs charging, loss and wear`() throws {
    let solved = try fleet([30, 50, 30], importAt: [100, 100, 120], upTo: 45).solve()
    #expect(solved.power("cars") == [0, 5, -6.25])
    #expect(solved.price == [100, 250, 120])
  }
}
