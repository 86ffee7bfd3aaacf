import GridDispatch
import GridFormulation
import GridGoals
import Hourly
import LinearProgramming
import SmallGrids
import Tables
import Testing

@testable import GridPlanning

struct AccommodationStudyTests {
  private func grid(_ model: SmallModel) -> GridModel { PlannedGrid(model).grid }

  private func found(_ model: SmallModel, at rates: [Double]) throws -> [Accommodation] {
    try AccommodationStudy(grid(model), options: DispatchOptions()).found(at: rates)
  }

  /// 100 MW of load in four hours, coal that can stop, and wind that blows in the first two.
  private func windy(_ availability: [Double]) -> SmallModel {
    var model = SmallModel(load: [100, 100, 100, 100])
    let wind = model.series("wind", availability)
    model.addPlainCoal(megawatts: 200, cost: 300) { $0.minimumOutput = 0 }
    model.add(Wind.self) {
      ($0.name, $0.capacity, $0.availability) = ("wind", Power(megawatts: 50), wind)
    }
    return model
  }

  @Test func `wind grows until a twentieth of it finds no use`() throws {
    // At 1 and 0.5 of its capacity w: with w between 100 and 200 the load takes 100 + 0.5 w of 1.5 w. A twentieth of 1.5 w is
    // lost at w − 100 = 0.075 w, w = 108.1; a tenth at w − 100 = 0.15 w, w = 117.6.
    let found = try found(windy([1, 0.5, 0, 0]), at: [0.95, 0.9])
    #expect(found.map(\.growth) == [.wind, .wind])
    #expect(found.map(\.useRate) == [0.95, 0.9])
    for (answer, most) in zip(found, [100 / 0.925, 100 / 0.85]) {
      #expect(abs(answer.wind - most) <= 1e-3 * most, "\(answer)")
      #expect(answer.solar == 0)
      #expect(answer.bound >= answer.capacity - 1e-6 * most)
      #expect(answer.bound <= most * (1 + 1e-3))
      #expect(!answer.isOpen)
    }
  }

  @Test func `energy that a store burns counts as lost`() throws {
    // The wind of one hour, 100 MW of load in each: a store that is full of holes would burn what is too much.
    var model = windy([1, 0, 0, 0])
    model.add(Battery.self) {
      $0.name = "store"
      ($0.power, $0.energy) = (Power(megawatts: 40), Energy(megawattHours: 40))
      ($0.chargingEfficiency, $0.dischargingEfficiency) = (0.5, 0.5)
      ($0.startLevel, $0.endRule) = (0.5, .cyclic)
    }
    let answer = try #require(try found(model, at: [0.95]).first)
    // 100 MW of load and 40 MW that charge, 0.95 w used: 147.4. Its bound may burn in the hour itself as well.
    #expect(answer.wind <= 140 / 0.95 + 0.1, "\(answer)")
    #expect(answer.bound >= answer.wind - 1e-6)
  }

  @Test func `each grows beside what stands of the other, and both in proportion`() throws {
    var model = windy([1, 0.5, 0, 0])
    let sun = model.series("sun", [0, 0, 1, 0.2])
    model.add(Solar.self) {
      ($0.name, $0.capacity, $0.availability) = ("sun", Power(megawatts: 25), sun)
    }
    let found = try found(model, at: [0.95])
    #expect(found.map(\.growth) == [.windAndSolar, .wind, .solar])
    #expect(abs(found[0].wind - 2 * found[0].solar) <= 1e-6 * found[0].wind)
    #expect(abs(found[1].solar - 25) < 1e-9)
    #expect(abs(found[2].wind - 50) < 1e-9)
    #expect(found.allSatisfy { $0.capacity <= $0.bound + 1e-6 * $0.bound })
  }

  @Test func `a grid that takes all says so`() throws {
    var small = SmallModel(load: [1000, 1000, 1000, 1000])
    let wind = small.series("wind", [1, 0.5, 0, 0])
    small.addPlainCoal(megawatts: 2000, cost: 300) { $0.minimumOutput = 0 }
    small.add(Wind.self) {
      ($0.name, $0.capacity, $0.availability) = ("wind", Power(megawatts: 10), wind)
    }
    let answer = try #require(try found(small, at: [0.95]).first)
    #expect(answer.isOpen)
    #expect(abs(answer.wind - 80) < 0.1)
    #expect(try found(SmallModel(load: [10]), at: [0.95]).isEmpty)
  }
}
