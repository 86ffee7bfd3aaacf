import GridDispatch
import GridFormulation
import GridGoals
import Hourly
import SmallGrids
import Tables
import Testing
import WeatherSeries

struct HydroCascadeTests {
  /// A plant of 10 MW above one of 10 MW on the river, which gives half the energy of the same water.
  private func cascade(
    _ load: [Double],
    importAt prices: [Double],
    travel: Int,
    _ change: (inout Hydro) -> Void = { _ in },
    lower: (inout Hydro) -> Void = { _ in }
  ) -> SmallModel {
    var model = SmallModel(load: load)
    let price = model.series("price", prices)
    model.add(Interchange.self) {
      $0.name = "import"
      $0.importLimit = Power(megawatts: 1000)
      $0.importPrice = price
    }
    // The lower plant stands first: it must still formulate after the upper one.
    model.add(Hydro.self) {
      $0.name = "lower"
      $0.capacity = Power(megawatts: 10)
      $0.waterYield = 0.1
      lower(&$0)
    }
    model.add(Hydro.self) {
      $0.name = "upper"
      $0.capacity = Power(megawatts: 10)
      $0.reservoir = Energy(megawattHours: 20)
      $0.startLevel = 1
      $0.endRule = .free
      $0.waterYield = 0.2
      $0.downstream = "lower"
      $0.travelHours = travel
      change(&$0)
    }
    return model
  }

  @Test func `water is let go when it is worth most on its whole way`() throws {
    // A MWh above and half a MWh an hour later: 100 + 150, 300 + 100 and 200. Alone it would wait.
    let solved = try cascade([50, 50, 50], importAt: [100, 300, 200], travel: 1).solve()
    #expect(solved.power("upper") == [10, 10, 0])
    #expect(solved.power("lower") == [0, 5, 5])
    #expect(solved.price == [100, 300, 200])
    let alone = try cascade([50, 50, 50], importAt: [100, 300, 200], travel: 1) {
      $0.downstream = nil
    }.solve()
    #expect(alone.power("upper") == [0, 10, 10])
  }

  @Test func `what the lower turbines cannot take is spilled`() throws {
    let solved = try cascade([50, 50, 50], importAt: [100, 300, 200], travel: 1) { _ in
    } lower: {
      $0.capacity = Power(megawatts: 3)
    }.solve()
    // Above, 6 MW fill them; beyond that a MWh is worth 100 in the first hour and 200 in the last.
    #expect(solved.power("upper") == [6, 10, 4])
    #expect(solved.power("lower") == [0, 3, 3])
    #expect(solved.values(.spilled, of: "lower") == [0, 0, 2])
  }

  @Test func `a MWh more is served by half of it above and half below`() throws {
    // Both plants give the same of the water. Two MWh let go serve the second hour; the rest saves import at 100.
    let solved = try cascade([50, 4], importAt: [100, 300], travel: 0) {
      $0.startLevel = 0.25
      $0.waterYield = 0.1
    }.solve()
    #expect(solved.power("upper") == [3, 2])
    #expect(solved.power("lower") == [3, 2])
    #expect(solved.price == [100, 100])
  }

  @Test func `before the first hour what flows in flows on`() throws {
    let solved = try cascade([50, 50, 50], importAt: [100, 100, 100], travel: 2) {
      $0.reservoir = Energy(megawattHours: 0)
      $0.inflow = .constant(0.4)
    }.solve()
    #expect(solved.power("upper") == [4, 4, 4])
    #expect(solved.power("lower") == [2, 2, 2])
  }

  @Test func `water may be written in cubic metres`() throws {
    // 10 m³/s are 36,000 m³ an hour: 7.2 MWh at 0.2 MWh per 1000 m³; 0.05 million m³ are 10 MWh.
    let solved = try cascade([50, 50], importAt: [100, 300], travel: 0) {
      $0.downstream = nil
      $0.waterInflow = .constant(10)
      $0.waterReservoir = 0.05
      $0.waterMinimumFlow = 5
      $0.startLevel = 0
    }.solve()
    // 3.6 MW must flow; the rest waits for the dear hour and spills what the turbines do not take.
    #expect(solved.power("upper") == [4.4, 10])
  }

  @Test func `a lower reservoir keeps what comes for the dear hour`() throws {
    let solved = try cascade([50, 50, 50], importAt: [100, 100, 300], travel: 1) {
      $0.reservoir = Energy(megawattHours: 0)
      $0.inflow = .series("flood")
    } lower: {
      $0.reservoir = Energy(megawattHours: 10)
      $0.startLevel = 0
      $0.endRule = .free
    }.with("flood", [0.8, 0, 0]).solve()
    // 8 MW flow in the first hour, and did before it: 4 MW arrive in each of the first two hours.
    #expect(solved.power("lower") == [0, 0, 8])
  }

  @Test(arguments: [UInt64(1), 2, 3, 4])
  func `a plant below never raises the cost, and rolling follows the water`(seed: UInt64) throws {
    var random = SeededRandom(seed: seed)
    let prices = (0..<96).map { _ in 50 + 400 * random.uniform() }
    let flow = (0..<96).map { _ in 0.6 * random.uniform() }
    let travel = Int(random.next() % 6)
    func model(_ downstream: String?) -> SmallModel {
      cascade(prices.map { _ in 50 }, importAt: prices, travel: travel) {
        $0.downstream = downstream
        $0.inflow = .series("flow")
        $0.endRule = .atLeastStart
        $0.startLevel = 0.5
        $0.minimumFlow = 0.1
      } lower: {
        $0.reservoir = Energy(megawattHours: 30)
      }.with("flow", flow)
    }
    let alone = try model(nil).solve().result.cost
    let joined = try model("lower").solve().result.cost
    #expect(joined <= alone + 1e-7 * alone)
    guard
      case .solved(let rolled) = try model("lower").run({
        $0.method = .rolling
        $0.gap = 0.05
      })
    else { throw Unsolved() }
    #expect(rolled.cost >= joined - 1e-6 * joined)
    #expect(rolled.lowerBound <= joined + 1e-6 * joined)
  }
}
