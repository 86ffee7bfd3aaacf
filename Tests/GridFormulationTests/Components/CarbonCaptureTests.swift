import GridDispatch
import GridGoals
import Hourly
import SmallGrids
import Tables
import Testing
import Verification

@testable import GridFormulation

/// Coal units that capture CO2.
///
/// A gross MWh burns half a tce at 200, which gives a tonne of CO2; half of it
/// can be captured, at 0.4 MWh and 10 a tonne.
struct CarbonCaptureTests {
  private func fitted(
    load: Double,
    carbonPrice: Double,
    megawatts: Double = 200,
    isFlexible: Bool,
    share: Double = 1
  ) -> SmallModel {
    var model = SmallModel(load: [load])
    var fuel = Fuel()
    fuel.name = "lignite"
    fuel.price = .constant(200)
    fuel.carbonPerTonne = 2
    model.setting.fuels.append(fuel)
    model.setting.carbonPrice = .constant(carbonPrice)
    model.addPlainCoal(megawatts: megawatts, cost: 0) {
      $0.fuel = "lignite"
      $0.coalRate = 500
      $0.capture.share = share
      $0.capture.rate = 0.5
      $0.capture.energy = 0.4
      $0.capture.cost = 10
      $0.capture.isFlexible = isFlexible
    }
    return model
  }

  @Test func `capture that is not flexible takes its power and its money in every hour`() throws {
    // A gross MWh gives 0.5 t captured, which take 0.2 MWh: 80 MW net are 100 gross.
    // 100·100 fuel + 50·10 storage + 50·20 emitted = 11,500; 115 per 0.8 MWh is 143.75.
    let solved = try fitted(load: 80, carbonPrice: 20, isFlexible: false).solve()
    #expect(solved.values(.gross, of: "coal") == [100])
    #expect(solved.power("coal") == [80])
    #expect(solved.values(.carbonCaptured, of: "coal") == [50])
    #expect(solved.values(.carbonDioxide, of: "coal") == [50])
    #expect(solved.cost(of: .carbonStorage) == 500)
    #expect(solved.cost(of: .carbon) == 1000)
    #expect(solved.cost == 11_500)
    #expect(solved.price == [143.75])
  }

  @Test func `flexible capture stands still below the price of CO2 that pays for it`() throws {
    // A tonne captured takes 0.4 MWh at 120 and 10, and saves 20: it would cost 38. 80·120 = 9,600.
    let solved = try fitted(load: 80, carbonPrice: 20, isFlexible: true).solve()
    #expect(solved.values(.carbonCaptured, of: "coal") == [0])
    #expect(solved.cost == 9600)
    #expect(solved.price == [120])
  }

  @Test func `flexible capture takes all it can where CO2 is dear`() throws {
    // At 100 a tonne captured costs 0.4·200 + 10 and saves 100. 100 gross: 20,000 − 50·90 = 15,500.
    let solved = try fitted(load: 80, carbonPrice: 100, isFlexible: true).solve()
    #expect(solved.values(.carbonCaptured, of: "coal") == [50])
    #expect(solved.cost == 15_500)
    #expect(solved.price == [193.75])
  }

  @Test func `flexible capture gives way to demand that the capacity would else not meet`() throws {
    // 100 gross at the most, 90 net: 10 MW are left for 25 t of the 50 that could be captured.
    // 100·200 − 25·90 = 17,750. A further MWh takes 2.5 t from capture, 90 each: 225.
    let solved = try fitted(load: 90, carbonPrice: 100, megawatts: 100, isFlexible: true).solve()
    #expect(solved.values(.carbonCaptured, of: "coal") == [25])
    #expect(solved.cost == 17_750)
    #expect(solved.price == [225])
  }

  @Test func `a share of the units fitted is a part with results of its own`() throws {
    // At 100 a net MWh of a fitted unit costs 193.75, of the others 200: the fitted 100 MW run first,
    // 80 net, and the others give 20.
    let solved = try fitted(load: 100, carbonPrice: 100, isFlexible: true, share: 0.5).solve()
    #expect(solved.power("coal.capture") == [80])
    #expect(solved.power("coal.original") == [20])
    #expect(solved.values(.carbonCaptured, of: "coal.capture") == [50])
    #expect(solved.values(.carbonCaptured, of: "coal.original") == [])
    #expect(solved.price == [200])
  }

  @Test func `a goal on CO2 counts what is emitted and not what is captured`() throws {
    // At most 50 t: 80 MW net emit 50 where 50 are captured. The least cost is 10,500 with no price of CO2.
    var model = fitted(load: 80, carbonPrice: 0, isFlexible: true)
    var goal = Goal()
    goal.id = "cap"
    goal.metric = "co2-emissions"
    goal.variant = "hours-solved"
    goal.comparison = .atMost
    goal.threshold = 50
    model.goals = [goal]
    #expect(try model.solve().verdict("cap")?.verdict == .fail)
    let solved = try model.solve { $0.enforcesGoals = true }
    #expect(solved.verdict("cap")?.verdict == .pass)
    #expect(solved.values(.carbonCaptured, of: "coal") == [50])
    #expect(solved.cost == 10_500)
  }

  @Test(arguments: RandomSystem.seeds.prefix(5))
  func `flexible capture never raises the cost`(seed: UInt64) throws {
    var model = RandomSystem(seed: seed).model
    model.setting.carbonPrice = .constant(60 * Double(seed))
    let cost = try model.solve().result.cost
    for share in [0.4, 1] {
      let other = try model.changing(Coal.self) {
        $0.capture.share = share
        $0.capture.isFlexible = true
      }.solve().result.cost
      #expect(other <= cost + 1e-7 * abs(cost), "seed \(seed): \(cost) became \(other)")
    }
  }

  @Test(arguments: RandomSystem.seeds.prefix(3))
  func `rolling holds capture and bids as the whole program does`(seed: UInt64) throws {
    var model = RandomSystem(seed: seed).model.changing(Coal.self) {
      $0.capture.share = 0.5
      $0.capture.isFlexible = true
    }
    model.setting.carbonPrice = .constant(350)
    model.setting.deepPeak.tiers[0].priceCap = 300
    model.setting.deepPeak.bid = .market
    let exact = try model.solve().result.cost
    guard
      case .solved(let rolled) = try model.run({
        $0.method = .rolling
        $0.gap = 0.05
      })
    else {
      Testing.Issue.record("rolling gave no schedule for seed \(seed)")
      return
    }
    #expect(Verifier.verify(model.grid, rolled).violations.map(\.text) == [])
    #expect(rolled.cost >= exact - 1e-6 * abs(exact), "seed \(seed)")
    #expect(rolled.lowerBound <= exact + 1e-6 * abs(exact), "seed \(seed)")
  }

  @Test func `capture that takes more than the units give is refused`() {
    var coal = Coal()
    coal.capture.share = 1
    coal.capture.energy = 2
    coal.capture.rate = 1
    coal.fuel = "lignite"
    let setting = fitted(load: 1, carbonPrice: 0, isFlexible: false).setting
    coal.coalRate = 500
    #expect(coal.complaints(in: setting).map(\.field) == ["capture_energy_mwh_per_t"])
  }
}
