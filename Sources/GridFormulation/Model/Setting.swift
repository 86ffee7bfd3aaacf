package import Hourly
import Tables

/// What a model says apart from its assets and goals, with the values of its series at hand.
package struct Setting: Sendable {
  package var name = ""
  package var title = ""
  package var currency = "CNY"
  /// Whether it is the network of another program, whose figures are what they are.
  package var isImported = false
  /// The hours that are solved.
  package var horizon = Horizon(start: TimeStamp(year: 2030, month: 1, day: 1), hours: 0)
  /// The hours of the whole model.
  package var modelHorizon = Horizon(start: TimeStamp(year: 2030, month: 1, day: 1), hours: 0)
  package var commitment = CommitmentDetail.linear
  package var zones: [Zone] = [] { didSet { zonePositions = Self.positions(zones.map(\.name)) } }
  package var heatZones: [HeatZone] = [] {
    didSet { heatZonePositions = Self.positions(heatZones.map(\.name)) }
  }
  package var fuels: [Fuel] = [] { didSet { fuelPositions = Self.positions(fuels.map(\.name)) } }
  package var carbonPrice = Profile.constant(0)
  package var carbonMarket: CarbonMarket?
  package var greenContracts: [GreenContract] = []
  /// Limits on the sizes of several options together.
  package var optionLimits: [OptionLimit] = []
  package var deepPeak = DeepPeakPolicy()
  /// Wind and PV capacity of all zones, MW.
  package var windAndSolarCapacity = 0.0
  /// The values of each series that is used, over the hours that are solved.
  package var series: [String: [Double]] = [:]

  private var zonePositions: [String: Int] = [:]
  private var heatZonePositions: [String: Int] = [:]
  private var fuelPositions: [String: Int] = [:]

  package init() {}

  /// Where each name stands first.
  private static func positions(_ names: [String]) -> [String: Int] {
    Dictionary(names.enumerated().map { ($0.element, $0.offset) }) { first, _ in first }
  }

  /// The calendar year that the model lies in.
  package var year: Int { modelHorizon.start.year }

  /// The hours of the calendar year that the model lies in.
  package var hoursOfYear: Int {
    let year = modelHorizon.start.year
    return TimeStamp(year: year + 1, month: 1, day: 1)
      .hours(since: TimeStamp(year: year, month: 1, day: 1))
  }

  /// The share of a year's limits that the solved hours may use.
  package var yearShare: Double { Double(horizon.hours) / Double(max(hoursOfYear, 1)) }

  /// The values of a profile over the hours that are solved.
  ///
  /// A series that could not be read counts as 0: reading goes on to tell of everything else, and ends with its fault.
  package func value(of profile: Profile) -> HourlyValue {
    switch profile {
    case .constant(let number): .constant(number)
    case .series(let name): series[name].map { .hourly($0) } ?? .constant(0)
    }
  }

  /// The price of CO2 that the objective holds.
  package var pricedCarbon: HourlyValue {
    guard let market = carbonMarket, market.bid != .none else { return value(of: carbonPrice) }
    return value(of: market.price ?? carbonPrice)
  }

  /// The reserve that a zone holds.
  package func reserve(in zone: String) -> ReservePolicy {
    zonePositions[zone].map { zones[$0].reserve } ?? ReservePolicy()
  }

  /// The areas, in the order of their first zones.
  package var areas: [Area] {
    var areas: [Area] = []
    var known: [String: Int] = [:]
    for (index, zone) in zones.enumerated() {
      if let known = known[zone.areaName] {
        areas[known].zones.append(index)
      } else {
        known[zone.areaName] = areas.count
        areas.append(Area(name: zone.areaName, reserve: zone.reserve, zones: [index]))
      }
    }
    return areas
  }

  /// The value of lost load by zone.
  package var lostLoad: [String: Double] {
    var values: [String: Double] = [:]
    for zone in zones { values[zone.name] = zone.valueOfLostLoad }
    return values
  }

  /// The names of the zones that a zone's or an area's name stands for; all where it is nil.
  package func zoneNames(in place: String?) -> Set<String> {
    Set(zones.map(\.name).filter { name in place.map { $0 == name } ?? true })
      .union(zones.filter { $0.area != nil && $0.area == place }.map(\.name))
  }

  /// The heat zone of a name.
  package func heatZone(named name: String) -> HeatZone? {
    heatZonePositions[name].map { heatZones[$0] }
  }

  /// The fuel of a name.
  package func fuel(named name: String) -> Fuel? { fuelPositions[name].map { fuels[$0] } }

  /// What is wrong with the name of a fuel, if anything.
  package func complaints(aboutFuel name: String, field: String) -> [Complaint] {
    guard fuel(named: name) == nil else { return [] }
    return [
      Complaint(
        field,
        "names a fuel that the model does not have",
        fix: NearestName.fix(name, among: fuels.map(\.name))
      )
    ]
  }

  /// How many of the windows an hour lies in.
  package func count(of windows: [CalendarWindow]) -> HourlyValue {
    guard !windows.isEmpty else { return 0 }
    return .hourly(
      horizon.steps.map { step in
        let time = horizon.time(of: step)
        return windows.reduce(0) { $0 + ($1.contains(time) ? 1 : 0) }
      }
    )
  }

  /// The weight within the windows, 0 outside.
  package func share(of windows: [CalendarWindow], weight: Double) -> HourlyValue {
    guard weight > 0 else { return 0 }
    return weight * count(of: windows).map { min($0, 1) }
  }
}
