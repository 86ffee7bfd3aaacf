import Hourly
import Reporting
import Testing

@testable import GridDispatch
@testable import GridFormulation

private let january = TimeStamp(year: 2030, month: 1, day: 31, hour: 22)

/// An asset of a technology with its size.
private func asset(
  _ name: String,
  _ technology: Technology,
  capacity: Double,
  energyCapacity: Double? = nil,
  parts: [PartFacts] = []
) -> AssetSummary {
  var facts = AssetFacts(technology: technology, capacity: capacity, parts: parts)
  facts.energyCapacity = energyCapacity
  facts.roundTripEfficiency = energyCapacity == nil ? nil : 0.81
  return AssetSummary(name: name, type: technology.rawValue, zone: "valley", facts: facts)
}

/// A schedule of one zone from series by owner.
private func schedule(
  _ series: [(ResultQuantity, Owner, [Double])],
  from start: TimeStamp = january
) -> Schedule {
  Schedule(
    horizon: Horizon(start: start, hours: series.first?.2.count ?? 0),
    series: series.map { Schedule.Series(quantity: $0.0, owner: $0.1, values: $0.2) }
  )
}

struct AssetFiguresTests {
  @Test func `injection and withdrawal are told apart by sign`() {
    let store = asset("store", .battery, capacity: 10, energyCapacity: 20)
    let owner = Owner("store", zone: "valley")
    let figures = AssetFigures(
      of: store,
      in: schedule([(.power, owner, [-10, 8, 0]), (.curtailed, owner, [0, 0, 0])]),
      costs: [CostItem(kind: .storageWear, owner: "store", amount: 5)]
    )
    #expect(figures.injected == 8)
    #expect(figures.withdrawn == 10)
    #expect(figures.variableCost == 5)
    #expect(figures.fullLoadHours == nil)  // a store has cycles, not full-load hours
  }

  @Test func `full-load hours count output before own use where it is known`() {
    let coal = asset("coal", .coal, capacity: 100)
    let owner = Owner("coal", zone: "valley")
    let both = schedule([(.power, owner, [90, 45]), (.gross, owner, [100, 50])])
    #expect(AssetFigures(of: coal, in: both, costs: []).fullLoadHours == 1.5)
    let net = schedule([(.power, owner, [90, 45])])
    #expect(AssetFigures(of: coal, in: net, costs: []).fullLoadHours == 1.35)
  }

  @Test func `the halves of a retrofitted cluster are told apart`() {
    let parts = ["original", "retrofitted"].map {
      PartFacts(name: $0, capacity: 100, minimumOutput: 0.5, ratedFuelRate: 300)
    }
    let coal = asset("coal", .coal, capacity: 200, parts: parts)
    let original = Owner("coal", part: "original", zone: "valley")
    let retrofitted = Owner("coal", part: "retrofitted", zone: "valley")
    let figures = AssetFigures(
      of: coal,
      in: schedule([
        (.power, original, [100, 80]), (.power, retrofitted, [40, 20]),
        (.fuel, original, [30, 25]), (.fuel, retrofitted, [14, 8]),
        (.gross, retrofitted, [45, 22]), (.online, retrofitted, [80, 80]),
        (.started, retrofitted, [80, 0]), (.deepTier(1), retrofitted, [0, 18]),
      ]),
      costs: []
    )
    #expect(figures.units.map(\.part.name) == ["original", "retrofitted"])
    #expect(figures.units[0].fuelRate == 1000 * 55 / 180.0)
    // 22 of 80 MW is below half, 45 of 80 is not.
    #expect(figures.units[1].hoursBelowHalf == 1)
    #expect(figures.units[1].startsPerUnit == 0.8)
    #expect(figures.units[1].tiers == [18])
    #expect(figures.units[0].hoursBelowHalf == nil)
    #expect(figures.fuel == 77)
  }

  @Test func `a store loses what it neither gives back nor keeps`() throws {
    let store = asset("store", .battery, capacity: 10, energyCapacity: 20)
    let owner = Owner("store", zone: "valley")
    // One way 0.9. Hour 1: 10 MWh in, 9 stored. Hour 2: 4.5 MWh out takes 5. Hour 3: idle.
    // Lost: 1 in the first hour, 0.5 in the second.
    let figures = AssetFigures(
      of: store,
      in: schedule([
        (.charging, owner, [10, 0, 0]), (.discharging, owner, [0, 4.5, 0]),
        (.storedEnergy, owner, [9, 4, 4]),
      ]),
      costs: []
    )
    let storage = try #require(figures.storage)
    #expect(abs(storage.lost - 1.5) < 1e-12)
    // 0.225 cycles in three hours are 1.8 a day.
    #expect(storage.cycles == 4.5 / 20)
    #expect(storage.cyclesPerDay.map { abs($0 - 1.8) < 1e-12 } == true)
    #expect(storage.overlap == 0)
    #expect(storage.overlapHours == 0)
  }
}

struct ZoneFiguresTests {
  /// Each row of the table of zones adds up: what is made, sent and received is what is used.
  @Test func `what a plant makes of another energy is sent by one zone and received by the other`()
    throws
  {
    let taken = Owner("turbine", part: "valley", zone: "valley")
    let given = Owner("turbine", part: "hill", zone: "hill")
    let figures = ZoneFigures.all(
      of: schedule([(.power, taken, [-100, -50]), (.power, given, [40, 20])]),
      assets: [asset("turbine", .converter, capacity: 100)],
      zones: ["valley", "hill"],
      prices: []
    )
    #expect(figures.map(\.sent) == [150, 0])
    #expect(figures.map(\.received) == [0, 60])
    #expect(figures.map(\.netFromLines) == [0, 0])
  }
}

struct CycleTests {
  @Test func `a full cycle is what a full store gives, as cycles_per_day counts`() {
    // 20 MWh held give 18 at an efficiency of 0.9: 27 given are 1.5 cycles.
    var facts = asset("store", .battery, capacity: 10, energyCapacity: 20).facts
    facts.dischargingEfficiency = 0.9
    #expect(facts.cycles(discharging: 27) == 1.5)
    facts.energyCapacity = nil
    #expect(facts.cycles(discharging: 27) == nil)
  }
}

struct AdequacyTests {
  private let assets = [
    asset("coal", .coal, capacity: 100), asset("wind", .onshoreWind, capacity: 60),
    asset("store", .pumpedHydro, capacity: 10, energyCapacity: 40),
  ]

  @Test func `what was not served is told with its hours and its largest`() {
    let adequacy = Adequacy(
      of: schedule([
        (.demand, .zone("valley"), [90, 110, 80]), (.unserved, .zone("valley"), [0, 4, 1]),
      ]),
      assets: assets,
      margin: nil
    )
    #expect(adequacy.unservedHours == 2)
    #expect(adequacy.unservedEnergy == 5)
    #expect(adequacy.unservedMost == 4)
    #expect(adequacy.poorestWeek == nil)
  }

  @Test func `the poorest week starts at a midnight`() throws {
    // Eight days from a midnight on; the wind rests on the second to the eighth.
    let wind = Array(repeating: 30.0, count: 24) + Array(repeating: 6.0, count: 168)
    let adequacy = Adequacy(
      of: schedule(
        [(.available, Owner("wind", zone: "valley"), wind)],
        from: TimeStamp(year: 2030, month: 3, day: 1)
      ),
      assets: assets,
      margin: nil
    )
    let week = try #require(adequacy.poorestWeek)
    #expect(week.start == TimeStamp(year: 2030, month: 3, day: 2))
    #expect(week.meanPower == 6)
    #expect(week.meanShare == 0.1)
  }
}

struct SystemFiguresTests {
  @Test func `curtailment falls on its month and hour of the day`() {
    let table = CurtailmentByHour.table(
      of: schedule([
        (.curtailed, Owner("wind", zone: "valley"), [1, 2, 4]),
        (.curtailed, Owner("dam", zone: "valley"), [9, 9, 9]),
      ]),
      assets: [asset("wind", .onshoreWind, capacity: 9), asset("dam", .hydro, capacity: 9)]
    )
    // From 31 January 22:00: two hours in January, one in February; the dam does not count.
    #expect(table[0][22] == 1)
    #expect(table[0][23] == 2)
    #expect(table[1][0] == 4)
    #expect(table.joined().reduce(0, +) == 7)
  }

  @Test func `the mean price by demand weighs each hour with its demand`() {
    let prices = PriceFigures.all(
      of: schedule([
        (.demand, .zone("valley"), [30, 10]), (.price, .zone("valley"), [100, 0]),
      ]),
      lostLoad: [:]
    )
    #expect(prices.map(\.mean) == [50])
    #expect(prices.map(\.demandWeightedMean) == [75])
    #expect(prices.map(\.hoursAtZero) == [1])
    #expect(prices.map(\.hoursBelowZero) == [0])
  }

  @Test func `a price of a millionth of the value of lost load is none`() {
    // 0.02 of 20,000 and a little: 0.015 is nothing, 0.1 and −0.1 are something.
    let prices = PriceFigures.all(
      of: schedule([
        (.demand, .zone("valley"), [1, 1, 1, 1]),
        (.price, .zone("valley"), [0.015, 0.1, -0.1, -0.001]),
      ]),
      lostLoad: ["valley": 20_000]
    )
    #expect(prices.map(\.hoursAtZero) == [2])
    #expect(prices.map(\.hoursBelowZero) == [1])
    #expect(prices.map(\.lowest) == [-0.1])
  }
}
