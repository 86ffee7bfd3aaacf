import GridFormulation
import Hourly
import Tables

/// What a GenX case says by the hour: demand, availability and prices of fuel.
struct GenXHours {
  /// A fuel: its price by the hour and its CO2.
  struct Fuel {
    /// Currency per MMBtu.
    let price: HourlyValue
    /// Tonnes of CO2 per MMBtu.
    let carbon: Double
  }

  /// The hours of the case; 0 where they could not be read.
  private(set) var count = 0
  /// Demand in MW, by the number of the zone.
  private(set) var demand: [Int: [Double]] = [:]
  /// What a MWh costs that is not served, currency.
  private(set) var lostLoad: Double?
  private(set) var fuels: [String: Fuel] = [:]
  private var variability: [String: [Double]] = [:]

  /// No hours, where nothing is read.
  init() {}

  /// Reads the three tables; what is wrong is in the log.
  init(_ source: inout GenXSource, _ draft: inout ImportDraft) {
    readDemand(&source, &draft)
    guard count > 0 else { return }
    readVariability(&source)
    readFuels(&source)
  }

  /// The available share of a resource; 1 where no column names it, as GenX has it.
  func availability(of resource: String) -> HourlyValue {
    variability[resource.lowercased()].map { .hourly($0) } ?? 1
  }

  /// Whether a column names a resource.
  func knows(_ resource: String) -> Bool { variability[resource.lowercased()] != nil }

  /// The mean of what is available of a resource.
  func meanAvailability(of resource: String) -> Double {
    guard let values = variability[resource.lowercased()], !values.isEmpty else { return 1 }
    return values.reduce(0, +) / Double(values.count)
  }

  /// The largest demand of all zones together, MW.
  var peak: Double {
    (0..<count).map { hour in demand.values.reduce(0) { $0 + $1[hour] } }.max() ?? 0
  }

  /// The demand of a zone over a year, MWh: that of the hours, as many times as they go into it.
  func yearlyDemand(of zone: Int) -> Double {
    (demand[zone] ?? []).reduce(0, +) * 8760 / Double(max(count, 1))
  }

  /// The mean over the hours.
  func mean(_ value: HourlyValue) -> Double {
    guard case .hourly(let values) = value, !values.isEmpty else { return value[0] }
    return values.reduce(0, +) / Double(values.count)
  }

  // MARK: - Demand

  private mutating func readDemand(_ source: inout GenXSource, _ draft: inout ImportDraft) {
    var name = "system/Demand_data.csv"
    if !source.has(name), source.has("system/Load_data.csv") { name = "system/Load_data.csv" }
    let table = source.table(name)
    let stem = table.numbers(of: "load_mw_z").isEmpty ? "demand_mw_z" : "load_mw_z"
    let zones = table.numbers(of: stem)
    guard let first = table.rows.first, !zones.isEmpty else {
      if !source.log.hasErrors {
        source.log.error(
          at: Place(file: source.folder + "/" + name, line: 1),
          rule: "has no demand: a column Demand_MW_z1 and a row for each hour",
          fix: "Compare the table with GenX's page on model inputs."
        )
      }
      return
    }
    let rows = table.rows.filter { !($0.text(stem + "\(zones[0])") ?? "").isEmpty }
    for zone in zones {
      demand[zone] = rows.map { source.number(stem + "\(zone)", of: $0, in: 0...1e9) }
    }
    guard isOnePeriod(first, of: table, rows.count, &source, &draft) else { return }
    count = rows.count
    readLostLoad(table, first, &source, &draft)
  }

  /// Whether the rows are all hours of one period; representative periods are refused.
  private func isOnePeriod(
    _ first: GenXRow,
    of table: GenXTable,
    _ hours: Int,
    _ source: inout GenXSource,
    _ draft: inout ImportDraft
  ) -> Bool {
    let periods = source.number("rep_periods", of: first, absent: 1)
    let steps = source.number("timesteps_per_rep_period", of: first, absent: Double(hours))
    let weight = source.number("sub_weights", of: first, absent: Double(hours))
    guard periods == 1, steps == Double(hours) else {
      let column = periods == 1 ? "timesteps_per_rep_period" : "rep_periods"
      source.refuse(
        column,
        of: first,
        "the demand is reduced to representative periods, which stand for more hours than they have",
        "Import the case with the demand of all hours: Rep_Periods 1 and Timesteps_per_Rep_Period the "
          + "number of rows, as it was before GenX's time domain reduction."
      )
      return false
    }
    if abs(weight - 8760) > 24.5, hours < 8736 {
      draft.note(
        .changed,
        table.name,
        "Sub_Weights",
        "Options cost the hours' share of a year here; GenX sets their whole year against the hours as weighted."
      )
    }
    return true
  }

  private mutating func readLostLoad(
    _ table: GenXTable,
    _ first: GenXRow,
    _ source: inout GenXSource,
    _ draft: inout ImportDraft
  ) {
    let column = "cost_of_demand_curtailment_per_mw"
    let price = source.number("voll", of: first, in: 0...1e9, absent: 0)
    lostLoad = price * source.number(column, of: first, absent: 1)
    let segments = table.rows.count { !($0.text("demand_segment") ?? "").isEmpty }
    if segments > 1 {
      draft.note(
        .leftOut,
        table.name,
        "Demand_Segment",
        "Segments after the first, demand that is curtailed for less, are left out: what is not served "
          + "costs Voll times the first segment's share (\(segments - 1) left out)."
      )
    }
    if source.number("max_demand_curtailment", of: first, absent: 1) < 1 {
      draft.note(
        .changed,
        table.name,
        "Max_Demand_Curtailment",
        "All demand may go unserved at the value of lost load."
      )
    }
  }

  // MARK: - Availability and fuels

  private mutating func readVariability(_ source: inout GenXSource) {
    let table = source.table("system/Generators_variability.csv")
    guard hasAllHours(table, table.rows, &source) else { return }
    for cell in table.header.dropFirst() {
      let column = cell.text.lowercased()
      variability[column] = table.rows.prefix(count).map {
        source.number(column, of: $0, in: 0...1e6)
      }
    }
  }

  private mutating func readFuels(_ source: inout GenXSource) {
    let table = source.table("system/Fuels_data.csv")
    guard let contents = table.rows.first, contents.text("time_index") == "0" else {
      if !table.rows.isEmpty {
        source.refuse(
          "time_index",
          of: table.rows[0],
          "must be 0: the first row tells the CO2 of each fuel in t per MMBtu"
        )
      }
      return
    }
    let rows = Array(table.rows.dropFirst())
    guard hasAllHours(table, rows, &source) else { return }
    for cell in table.header where cell.text.lowercased() != "time_index" {
      let column = cell.text.lowercased()
      fuels[column] = Fuel(
        price: .hourly(rows.prefix(count).map { source.number(column, of: $0) }),
        carbon: source.number(column, of: contents, in: 0...10)
      )
    }
  }

  private func hasAllHours(
    _ table: GenXTable,
    _ rows: [GenXRow],
    _ source: inout GenXSource
  ) -> Bool {
    if rows.count >= count { return true }
    guard !rows.isEmpty || !source.log.hasErrors else { return false }
    source.log.error(
      at: Place(file: source.folder + "/" + table.name),
      rule: "has \(rows.count) hours, the demand \(count)",
      fix: "Give each hour of the demand a row."
    )
    return false
  }
}
