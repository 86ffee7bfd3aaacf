import Comparison
package import GridDispatch
package import GridFormulation
import Hourly
package import Tables

/// Reads the hourly series of a result folder back into a schedule.
package struct ScheduleFile {
  /// The quantities that reports are made of; a file of another quantity is not read.
  package static let quantities: [ResultQuantity] = [
    .power, .available, .curtailed, .online, .started, .gross, .fuel, .carbonDioxide,
    .carbonCaptured, .sulphurDioxide, .nitrogenOxides, .deepTier(1), .deepTier(2), .deepTier(3),
    .storedEnergy, .storedAtStart, .charging, .discharging, .spilled, .reserveUp, .reserveDown,
    .demand, .unserved, .reserveUpRequired, .reserveDownRequired, .reserveUpHeld,
    .reserveDownHeld, .reserveUpShort, .reserveDownShort, .price, .called, .deferred, .recovered,
    .reduced, .aggregated, .consumption, .imported, .exported, .flow, .lost, .sent, .received,
    .heat,
  ]

  private let folder: String
  private let horizon: Horizon
  private var owners: [String: Owner] = [:]
  private let zones: Set<String>

  /// The files of a result folder, whose columns are those of its model.
  package init(folder: String, of model: GridModel) {
    self.folder = folder
    horizon = model.horizon
    zones = Set(model.zoneNames)
    for zone in model.zoneNames { owners[zone] = .zone(zone) }
    for area in model.setting.areas { owners[area.name] = area.owner }
    for asset in model.assets { owners[asset.name] = asset.owner }
  }

  /// The schedule; a file that does not fit the hours is logged.
  package func read(log: inout IssueLog) -> Schedule {
    var series: [Schedule.Series] = []
    for quantity in Self.quantities { read(quantity, into: &series, log: &log) }
    return Schedule(horizon: horizon, series: series)
  }

  private func read(
    _ quantity: ResultQuantity,
    into series: inout [Schedule.Series],
    log: inout IssueLog
  ) {
    let path = "\(folder)/series/\(quantity.stem).csv"
    guard FileSource.isFile(path) else { return }
    guard let file = HourlyText(path: path) else {
      log.error(at: Place(file: path), rule: "cannot be read", fix: Self.fix)
      return
    }
    guard file.rows == horizon.hours else {
      let rule = "holds \(file.rows) hours, the result \(horizon.hours)"
      log.error(at: Place(file: path), rule: rule, fix: Self.fix)
      return
    }
    var columns = file.names.map { _ in [Double](repeating: 0, count: horizon.hours) }
    var values: [Double] = []
    for step in horizon.steps {
      file.values(step, into: &values)
      guard values.count == columns.count, values.allSatisfy(\.isFinite) else {
        let place = Place(file: path, line: step + 2)
        log.error(at: place, rule: "must hold a number for each column", fix: Self.fix)
        return
      }
      for column in columns.indices { columns[column][step] = values[column] }
    }
    for (name, values) in zip(file.names, columns) {
      series.append(Schedule.Series(quantity: quantity, owner: owner(of: name), values: values))
    }
  }

  private static let fix = "Dispatch the model anew."

  /// Whose a column is: an asset's or zone's name, or one with the name of a part behind a dot.
  private func owner(of label: String) -> Owner {
    if let owner = owners[label] { return owner }
    for (index, character) in zip(label.indices, label) where character == "." {
      let (name, part) = (String(label[..<index]), String(label[label.index(after: index)...]))
      guard zones.contains(part) || owners[name] != nil else { continue }
      return Owner(name, part: part, zone: zones.contains(part) ? part : owners[name]?.zone ?? "")
    }
    return Owner(label, zone: "")
  }
}
