import GridFormulation
import GridGoals
import Hourly
import SmallGrids
import Tables
import Testing

/// The second solve of peak response: what flexible load can really take off the grid.
struct PeakVerificationTests {
  /// A load of 100 MW in the peak hours and 50 else, with all the import it takes, and a goal.
  private func model(
    hours: Int = 24,
    peaks: [Int],
    callHours: Int = 2,
    alsoCounts: [String] = []
  ) -> SmallModel {
    var model = SmallModel(load: (0..<hours).map { peaks.contains($0) ? 100 : 50 })
    model.addImport(at: 100)
    for variant in ["registered", "verified"] {
      var goal = Goal()
      goal.id = variant
      goal.metric = "peak-response"
      goal.variant = variant
      goal.threshold = 0.06
      goal.callHours = callHours
      goal.alsoCounts = alsoCounts
      model.goals.append(goal)
    }
    return model
  }

  private func addInterruptible(
    to model: inout SmallModel,
    _ change: (inout InterruptibleLoad) -> Void = { _ in }
  ) {
    model.add(InterruptibleLoad.self) {
      $0.name = "works"
      $0.capacity = Power(megawatts: 10)
      $0.callsPerYear = 8760
      change(&$0)
    }
  }

  private func verified(_ model: SmallModel) throws -> Double {
    let solved = try model.solve()
    let registered = try #require(solved.verdict("registered")?.numerator)
    let verified = try #require(solved.verdict("verified")?.numerator)
    #expect(verified <= registered + 1e-9)
    return rounded(verified)
  }

  @Test func `a peak as long as a call is met by all that is contracted`() throws {
    var model = model(peaks: [10, 11])
    addInterruptible(to: &model)
    let solved = try model.solve()
    let verdict = try #require(solved.verdict("verified"))
    #expect(verdict.numerator.map(rounded) == 10)
    #expect(verdict.denominator == 100)
    #expect(verdict.verdict == .pass)
    #expect(verdict.remark?.contains("2 peak hours") == true)
  }

  @Test func `a peak longer than a call takes two calls, so half is verified`() throws {
    // Three hours, calls of two hours, 10 MW of calls a day: z from the first call and z from a second: 2z ≤ 10.
    var model = model(peaks: [10, 11, 12])
    addInterruptible(to: &model)
    let solved = try model.solve()
    #expect(solved.verdict("registered")?.verdict == .pass)
    #expect(solved.verdict("verified")?.numerator.map(rounded) == 5)
    #expect(solved.verdict("verified")?.verdict == .fail)
  }

  @Test func `more calls a day or longer calls verify the whole peak`() throws {
    var often = model(peaks: [10, 11, 12])
    addInterruptible(to: &often) { $0.callsPerDay = 2 }
    #expect(try verified(often) == 10)
    var long = model(peaks: [10, 11, 12])
    addInterruptible(to: &long) { $0.hoursPerCall = 3 }
    #expect(try verified(long) == 10)
  }

  @Test(arguments: zip([1, 2], [10.0, 5]))
  func `a peak shorter than the stated duration counts as long as that`(
    callHours: Int,
    power: Double
  ) throws {
    // One peak hour; a load that can be called for one hour serves one hour in full and two by half.
    var model = model(peaks: [10], callHours: callHours)
    addInterruptible(to: &model) { $0.hoursPerCall = 1 }
    #expect(try verified(model) == power)
  }

  @Test func `calls of the year are shared by all peaks`() throws {
    // Peaks on two days; 365 / 2 calls a year are one call in two days: 2z ≤ 10.
    var model = model(hours: 48, peaks: [10, 11, 34, 35])
    addInterruptible(to: &model) { $0.callsPerYear = 182.5 }
    #expect(try verified(model) == 5)
  }

  @Test func `load that does not run at the peak cannot be taken off`() throws {
    var model = model(peaks: [10, 11])
    let runs = model.series("runs", (0..<24).map { $0 == 11 ? 0.6 : 1 })
    addInterruptible(to: &model) { $0.availability = runs }
    #expect(try verified(model) == 6)
  }

  @Test func `registered is what runs in the hour of the largest demand`() throws {
    // 60 % of 10 MW run in the eleventh hour, the only one at the maximum.
    var model = model(peaks: [10])
    let runs = model.series("runs", (0..<24).map { $0 == 10 ? 0.6 : 1 })
    addInterruptible(to: &model) { $0.availability = runs }
    #expect(try model.solve().verdict("registered")?.numerator.map(rounded) == 6)
  }

  @Test func `hours with 97 % of the maximum are peak hours too`() throws {
    // 98 MW in the third hour makes the peak longer than a call; 96 MW does not.
    for (third, power) in [(98.0, 5.0), (96, 10)] {
      var model = model(peaks: [10, 11])
      model.setting.series["load"]?[12] = third
      addInterruptible(to: &model)
      #expect(try verified(model) == power)
    }
  }

  private func addShiftable(to model: inout SmallModel, window: Int) {
    model.add(ShiftableLoad.self) {
      $0.name = "stores"
      $0.capacity = Power(megawatts: 10)
      $0.recoveryCapacity = 20
      $0.windowHours = window
      $0.recoveryLoss = 0.1
    }
  }

  @Test func `load put off over the whole peak counts in full`() throws {
    var model = model(peaks: [10, 11])
    addShiftable(to: &model, window: 3)
    #expect(try verified(model) == 10)
  }

  @Test func `load that comes back within the peak counts for nothing`() throws {
    // Put off in the first hour it is due in the second, which is a peak as well and can then put off nothing:
    // what is made up for there is more load, not less.
    var model = model(peaks: [10, 11])
    addShiftable(to: &model, window: 1)
    #expect(try verified(model) == 0)
  }

  @Test func `load put off in the last hours could not be made up for and does not count`() throws {
    var model = model(peaks: [22, 23])
    addShiftable(to: &model, window: 6)
    #expect(try verified(model) == 0)
  }

  @Test func `industry goes down to its floor at the peak and makes up for it within the day`()
    throws
  {
    var model = model(peaks: [10, 11])
    model.add(Industry.self) {
      $0.name = "smelter"
      $0.capacity = Power(megawatts: 100)
      $0.operation = .constant(0.8)
      $0.minimumLoad = 0.6
    }
    #expect(try verified(model) == 20)
  }

  @Test func `vehicles count for what the rest of their window can charge`() throws {
    // From 9 to 13 they draw 10, 10, 4 and 0 MW. The hours 9 and 12 charge 20 of 24 MWh, so of the 14 MWh of the two
    // peak hours 10 are put off: 6 and 4, where no more than 4 are drawn.
    var model = model(peaks: [10, 11])
    model.add(EVCharging.self) {
      $0.name = "cars"
      $0.dailyEnergy = .constant(24)
      $0.chargers = Power(megawatts: 10)
      $0.windowStart = 9
      $0.windowEnd = 13
      $0.dayStart = 0
      $0.managedShare = 1
    }
    #expect(try verified(model) == 4)
  }

  @Test(arguments: zip([10.0, 2, 0], [4.0, 2, 0]))
  func `an electrolyser counts for what its tank delivers meanwhile`(
    tank: Double,
    power: Double
  ) throws {
    // 4 MW make the 2 MW of hydrogen that are due in each hour. Half a tank of 2 MWh spares 2 MWh of power in two
    // hours, filled up before: 4 MWh. Hydrogen that is not delivered takes nothing off the grid.
    var model = model(hours: 96, peaks: [50, 51], alsoCounts: ["added-load"])
    model.add(Hydrogen.self) {
      $0.name = "electrolyser"
      $0.capacity = Power(megawatts: 10)
      $0.efficiency = YieldCurve(0.5)
      $0.demand = .constant(2)
      $0.delivery = .hour
      $0.tank = Energy(megawattHours: tank)
      $0.isInLoad = true
    }
    #expect(try verified(model) == power)
  }

  @Test func `several loads add up, and storage does not count`() throws {
    var model = model(peaks: [10, 11])
    addInterruptible(to: &model)
    addShiftable(to: &model, window: 3)
    model.add(Battery.self) {
      $0.name = "battery"
      $0.power = Power(megawatts: 50)
      $0.energy = Energy(megawattHours: 500)
    }
    #expect(try verified(model) == 20)
  }

  @Test func `a store counts where a goal asks, for what it can give through the whole peak`()
    throws
  {
    // 50 MW, but 60 MWh for two hours of peak: 30 MW, charged in the hours before.
    var model = model(peaks: [10, 11], alsoCounts: ["storage"])
    addInterruptible(to: &model)
    model.add(Battery.self) {
      $0.name = "battery"
      $0.power = Power(megawatts: 50)
      $0.energy = Energy(megawattHours: 60)
      ($0.chargingEfficiency, $0.dischargingEfficiency, $0.selfDischarge) = (1, 1, 0)
    }
    let solved = try model.solve()
    #expect(solved.verdict("registered")?.numerator.map(rounded) == 60)
    #expect(solved.verdict("verified")?.numerator.map(rounded) == 40)
  }

  @Test func `without flexible load nothing is verified`() throws {
    #expect(try verified(model(peaks: [10, 11])) == 0)
  }
}
