import GridGoals
import Hourly
import SmallGrids
import Tables
import Testing

@testable import GridFormulation

/// What counts at the peak, and the load that it is a share of.
struct PeakResourcesTests {
  /// A peak of 100 MW with 10 MW of interruptible load, and an electrolyser that draws 20 MW evenly beside it.
  private func model(alsoCounts: [String] = [], isInLoad: Bool = false) -> SmallModel {
    var model = SmallModel(load: [80, 100])
    model.addImport(at: 100)
    model.add(InterruptibleLoad.self) {
      $0.name = "works"
      $0.capacity = Power(megawatts: 10)
      $0.callsPerYear = 8760
    }
    model.add(Hydrogen.self) {
      $0.name = "electrolyser"
      $0.capacity = Power(megawatts: 40)
      $0.efficiency = YieldCurve(0.5)
      $0.demand = .constant(10)
      $0.delivery = .day
      $0.isInLoad = isInLoad
    }
    var goal = Goal()
    (goal.id, goal.metric, goal.threshold) = ("peak", "peak-response", 0.05)
    goal.alsoCounts = alsoCounts
    model.goals = [goal]
    return model
  }

  private func parts(_ model: SmallModel) throws -> [Double?] {
    let verdict = try #require(try model.solve().verdict("peak"))
    return [verdict.numerator.map(rounded), verdict.denominator.map(rounded)]
  }

  @Test func `load that a plan adds counts neither in the response nor in the peak`() throws {
    #expect(try parts(model()) == [10, 100])
  }

  @Test func `where a goal asks for it, it counts in both`() throws {
    #expect(try parts(model(alsoCounts: ["added-load"])) == [30, 120])
  }

  @Test func `what the zone's load holds already is not added to the peak again`() throws {
    #expect(try parts(model(alsoCounts: ["added-load"], isInLoad: true)) == [30, 100])
  }

  @Test func `a bundle stands for the members that count`() throws {
    // Works and electrolyser in a bundle of 25 MW at the most: 10, and with the added load 25.
    let cases: [([String], [Double?])] = [([], [10, 100]), (["added-load"], [25, 120])]
    for (asked, expected) in cases {
      var model = model(alsoCounts: asked)
      model.add(VirtualPowerPlant.self) {
        $0.name = "bundle"
        $0.members = ["works", "electrolyser"]
        $0.limit = Power(megawatts: 25)
      }
      #expect(try parts(model) == expected)
    }
  }

  @Test func `load that drops out by price counts under a contract or where it is asked for`()
    throws
  {
    let cases: [(Bool, [String], Double)] = [
      (false, [], 10), (true, [], 15), (false, ["price-response"], 15),
    ]
    for (isBundled, asked, power) in cases {
      var model = model(alsoCounts: asked)
      model.add(PriceResponsiveLoad.self) {
        $0.name = "shops"
        $0.steps = PriceSteps([.init(power: 5, price: 1000)])
        $0.isInLoad = true
      }
      if isBundled {
        model.add(VirtualPowerPlant.self) {
          ($0.name, $0.members, $0.limit) = ("bundle", ["shops"], Power(megawatts: 50))
        }
      }
      #expect(try parts(model) == [power, 100])
    }
  }

  @Test func `vehicles that draw beside the load are in the peak as in the response`() throws {
    // 48 MWh a day over the whole of it: 2 MW an hour, half of them managed.
    var model = SmallModel(load: [Double](repeating: 50, count: 24))
    model.addImport(at: 100)
    model.add(EVCharging.self) {
      $0.name = "cars"
      $0.dailyEnergy = .constant(48)
      $0.chargers = Power(megawatts: 2)
      ($0.windowStart, $0.windowEnd, $0.dayStart) = (0, 24, 0)
      $0.managedShare = 0.5
      $0.isInLoad = false
    }
    model.goals = self.model().goals
    #expect(try parts(model) == [1, 52])
  }

  @Test func `what a goal asks for beside must be known`() throws {
    let folder = try ModelFolder([
      "model.yaml": ModelFolder.yaml
        + "  - {id: peak, metric: peak-response, also-count: storge, source: a test}\n"
    ])
    let failure = try #require(folder.failure())
    #expect(failure.code == 65)
    #expect(failure.texts.joined().contains("storage") == true)
  }
}
