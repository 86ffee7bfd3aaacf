import GridFormulation
import Hourly
import SmallGrids
import Tables
import Testing
import WeatherSeries

@testable import GridDispatch

/// The commitment that clusters and single units share.
struct UnitCommitmentTests {
  /// Random hours and reserve beside import, for units that are told in one way or another.
  private func system(_ random: inout SeededRandom) -> SmallModel {
    let load = (0..<18).map { _ in 20 + 110 * random.uniform() }
    let prices = (0..<18).map { _ in -60 + 180 * random.uniform() }
    var model = SmallModel(load: load, importAt: prices)
    model.setting.zones[0].reserve.up = .constant(20 * random.uniform())
    model.setting.zones[0].reserve.down = .constant(10 * random.uniform())
    model.setting.zones[0].reserve.sharesRamp = random.uniform() < 0.5
    return model
  }

  @Test(arguments: Array(1...16) as [UInt64])
  func `a cluster and a single plant of the same figures have one optimum`(seed: UInt64) throws {
    var random = SeededRandom(seed: seed)
    let number = { (range: ClosedRange<Double>) in
      range.lowerBound + (range.upperBound - range.lowerBound) * random.uniform()
    }
    let (least, ramp) = (number(0.1...0.5), number(0.05...1.2))
    let (start, stop) = (number(0.5...1), number(0.5...1))
    let (up, down) = (Int(number(0...6)), Int(number(0...6)))
    let cost = number(1...90)
    var cluster = system(&random)
    var single = cluster
    cluster.addPlainCoal(cost: 20) {
      ($0.minimumOutput, $0.ramp, $0.startCost) = (least, ramp, cost)
      ($0.startOutput, $0.shutdownOutput) = (start, stop)
      ($0.minimumUpHours, $0.minimumDownHours) = (up, down)
    }
    single.add(Generator.self) {
      $0.name = "plant"
      $0.capacity = Power(megawatts: 100)
      $0.marginalCost = .constant(20)
      $0.minimumOutput = .constant(least)
      $0.commitment = .linear
      $0.startCost = 100 * cost
      ($0.rampUp, $0.rampDown) = (100 * ramp, 100 * ramp)
      ($0.startOutput, $0.shutdownOutput) = (100 * start, 100 * stop)
      ($0.minimumUpHours, $0.minimumDownHours) = (up, down)
    }
    let (one, other) = (try cluster.solve().cost, try single.solve().cost)
    #expect(abs(one - other) <= 1e-7 * (1 + abs(one)), "seed \(seed)")
  }

  /// 150 MW from a plant of 100 whose maximum is half more; it serves 20, and climbs by 120 within the hour.
  @Test func `reserve reaches as far as output may, also beyond the capacity`() throws {
    var model = SmallModel(load: [20])
    model.add(Generator.self) {
      $0.name = "plant"
      $0.capacity = Power(megawatts: 100)
      $0.maximumOutput = .constant(1.5)
      $0.rampUp = 120
    }
    model.setting.zones[0].reserve.up = .constant(200)
    model.setting.zones[0].reserve.responseMinutes = 60
    model.setting.zones[0].reserve.scarcityPrice = 7
    #expect(try model.solve().values(.reserveUp, of: "plant") == [120])
  }
}
