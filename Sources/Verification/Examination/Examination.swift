import GridDispatch
import GridFormulation
import Hourly

/// The state of a check: the schedule's series by name, what was found, and sums by zone.
///
/// Each asset's check reads its series once, states its rules as loops over the hours, and adds itself to the
/// zone's totals and the cost ledger. A series that no check asked for is itself a fault.
struct Examination {
  let setting: Setting
  let tolerance: VerificationTolerance
  /// The number of hours.
  let hours: Int
  /// What was found so far.
  var report = VerificationReport()
  /// The zones' totals, in the order of the model's zones.
  var zones: [ZoneTotals]
  /// The lines and transformers with their flows.
  var lines: [ExaminedLine] = []
  /// What the assets of each heat zone give, less what they take, MW.
  var heat: [String: [Double]] = [:]
  /// Units with a deep-peak baseline, where payments for it are settled.
  var regulated: [RegulatedUnits] = []
  /// What nothing but its limits and the prices decide on.
  var margins: [Margin] = []
  /// The recomputed cost.
  var ledger = CostLedger()
  /// The recomputed tie-breaks.
  var ties = TieLedger()

  private struct Key: Hashable {
    let quantity: String
    let owner: Owner
  }

  private let schedule: Schedule
  private var positions: [Key: Int] = [:]
  private var isClaimed: [Bool]
  private let days: [(month: Int, day: Int)]

  init(_ setting: Setting, _ schedule: Schedule, tolerance: VerificationTolerance) {
    self.setting = setting
    self.schedule = schedule
    self.tolerance = tolerance
    let horizon = setting.horizon
    hours = horizon.hours
    isClaimed = [Bool](repeating: false, count: schedule.series.count)
    days = horizon.steps.map { step in
      let date = horizon.time(of: step).date
      return (date.month, date.day)
    }
    zones = setting.zones.map { zone in
      ZoneTotals(
        zone: zone,
        load: Self.expand(setting.value(of: zone.load), over: horizon.hours)
      )
    }
    readSeries()
  }

  /// The values of a profile, one an hour.
  func values(of profile: Profile) -> [Double] {
    Self.expand(setting.value(of: profile), over: hours)
  }

  /// How many of the windows each hour lies in.
  func count(of windows: [CalendarWindow]) -> [Double] {
    var result = [Double](repeating: 0, count: hours)
    for window in windows {
      for (step, day) in days.enumerated()
      where window.contains(month: day.month, day: day.day) {
        result[step] += 1
      }
    }
    return result
  }

  private static func expand(_ value: HourlyValue, over hours: Int) -> [Double] {
    switch value {
    case .constant(let number): [Double](repeating: number, count: hours)
    case .hourly(let values): values
    }
  }
}

// MARK: - Series

extension Examination {
  /// The schedule's series of a quantity; zeros and a fault where it is missing.
  mutating func series(_ quantity: ResultQuantity, of owner: Owner) -> [Double] {
    if let values = seriesIfPresent(quantity, of: owner) { return values }
    note(owner.label, rule: "series \(quantity.stem)", amount: .infinity, "is missing")
    return [Double](repeating: 0, count: hours)
  }

  /// The schedule's series of a quantity; nil where it is missing.
  mutating func seriesIfPresent(_ quantity: ResultQuantity, of owner: Owner) -> [Double]? {
    guard let position = positions[Key(quantity: quantity.stem, owner: owner)] else { return nil }
    isClaimed[position] = true
    let values = schedule.series[position].values
    return values.count == hours ? values : [Double](repeating: 0, count: hours)
  }

  /// A quantity of an asset with all its parts, as the schedule tells it; zeros where it has none.
  func total(_ quantity: ResultQuantity, of name: String) -> [Double] {
    schedule.hourly(quantity) { $0 == name }
  }

  /// Whether the schedule tells a quantity of an asset.
  func hasSeries(_ quantity: ResultQuantity, of name: String) -> Bool {
    schedule.series.contains { $0.owner == name && $0.quantity == quantity }
  }

  /// What an asset injects with all its parts, as the schedule tells it.
  func power(ofAsset name: String) -> [Double] {
    schedule.hourly(.power) { $0 == name }
  }

  /// Notes every series that no check has asked for.
  mutating func noteUnclaimedSeries() {
    for (position, entry) in schedule.series.enumerated() where !isClaimed[position] {
      note(
        entry.label,
        rule: "series \(entry.quantity.stem)",
        amount: .infinity,
        "belongs to nothing in the model, or stands twice"
      )
    }
  }

  private mutating func readSeries() {
    if schedule.horizon != setting.horizon {
      note("schedule", rule: "hours", amount: .infinity, "are not the model's")
    }
    for (position, entry) in schedule.series.enumerated() {
      let owner = Owner(entry.owner, part: entry.part, zone: entry.zone)
      let key = Key(quantity: entry.quantity.stem, owner: owner)
      if positions[key] == nil { positions[key] = position }
      guard entry.values.count == hours else {
        note(
          entry.label,
          rule: "series \(entry.quantity.stem)",
          amount: .infinity,
          "has \(entry.values.count) values for \(hours) hours"
        )
        continue
      }
      if let step = entry.values.firstIndex(where: { !$0.isFinite }) {
        note(
          entry.label,
          at: step,
          rule: "finite \(entry.quantity.stem)",
          amount: .infinity,
          "is not a number"
        )
      }
    }
  }
}
