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
  private func windy(_ availability: [Double], night load: Double = 100) -> SmallModel {
    var model = SmallModel(load: [100, 100, load, load])
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
      let (wind, bound) = (try #require(answer.wind), try #require(answer.bound))
      #expect(wind <= most * (1 + 1e-4) && wind >= most * (1 - 0.006), "\(answer)")
      #expect(answer.solar == 0)
      #expect(bound >= wind - 1e-6 * most && bound <= most * (1 + 1e-3))
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
    let wind = try #require(answer.wind)
    #expect(wind <= 140 / 0.95 + 0.1, "\(answer)")
    #expect(try #require(answer.bound) >= wind - 1e-6)
  }

  @Test func `each grows beside what stands of the other, and both in proportion`() throws {
    var model = windy([1, 0.5, 0, 0])
    let sun = model.series("sun", [0, 0, 1, 0.2])
    model.add(Solar.self) {
      ($0.name, $0.capacity, $0.availability) = ("sun", Power(megawatts: 25), sun)
    }
    let found = try found(model, at: [0.95])
    #expect(found.map(\.growth) == [.windAndSolar, .wind, .solar])
    let both = (wind: try #require(found[0].wind), solar: try #require(found[0].solar))
    #expect(abs(both.wind - 2 * both.solar) <= 1e-6 * both.wind)
    #expect(abs(try #require(found[1].solar) - 25) < 1e-9)
    #expect(abs(try #require(found[2].wind) - 50) < 1e-9)
    for answer in found {
      let (capacity, bound) = (try #require(answer.capacity), try #require(answer.bound))
      #expect(capacity <= bound * (1 + 1e-6))
    }
  }

  @Test func `where what stands of the other is too much, nothing is claimed`() throws {
    // 200 MW of wind against 100 MW of load in its only hour: half of it is lost, and PV at night mends nothing.
    var model = SmallModel(load: [100, 100, 100, 100])
    let wind = model.series("wind", [1, 0, 0, 0])
    let sun = model.series("sun", [0, 0, 0.1, 0])
    model.addPlainCoal(megawatts: 200, cost: 300) { $0.minimumOutput = 0 }
    model.add(Wind.self) {
      ($0.name, $0.capacity, $0.availability) = ("wind", Power(megawatts: 200), wind)
    }
    model.add(Solar.self) {
      ($0.name, $0.capacity, $0.availability) = ("sun", Power(megawatts: 10), sun)
    }
    let found = try found(model, at: [0.95])
    #expect(found.map { $0.capacity == nil } == [false, false, true])
    #expect(found[2].bound == nil && !found[2].isOpen)
  }

  @Test func `what goes short whatever is built leaves no bound, as it would say too little`()
    throws
  {
    // 200 MW of coal against 900 MW of load where there is no wind.
    let answer = try #require(try found(windy([1, 0.5, 0, 0], night: 900), at: [0.95]).first)
    #expect(answer.bound == nil)
    #expect(try #require(answer.wind) >= 100)
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
    #expect(abs(try #require(answer.wind) - 80) < 0.1)
    #expect(try found(SmallModel(load: [10]), at: [0.95]).isEmpty)
  }
}
