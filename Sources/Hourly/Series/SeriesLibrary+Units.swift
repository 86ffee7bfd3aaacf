import Tables

extension SeriesLibrary {
  /// The conversion of a series to the unit that is wanted: from the declared one, or the one of its heading.
  ///
  /// Nil where there is none, which is logged at the declaration.
  func conversion(
    of declaration: SeriesDeclaration,
    _ column: HourlyTable.Column?,
    to wanted: String?,
    for use: Use?,
    log: inout IssueLog
  ) -> SeriesUnit.Conversion? {
    let heading = column?.unit ?? ""
    var written = declaration.unit.isEmpty ? heading : declaration.unit
    if !heading.isEmpty, UnitSymbol.of(heading) != UnitSymbol.of(written),
      UnitSymbol.of(written) != nil
    {
      refuse(
        declaration,
        "is not the unit \(heading) in the heading of the column",
        "Correct one of them.",
        &log
      )
      return nil
    }
    if let column, column.percents > 0 {
      guard Self.fitsPercent(column, written, wanted) else {
        refuse(
          declaration,
          "does not fit cells in percent, which are shares of 1",
          "Say `unit: pu`, or write plain numbers.",
          &log
        )
        return nil
      }
      written = "pu"
    }
    switch SeriesUnit.conversion(from: written, to: wanted) {
    case .success(let found):
      tell(found, declaration, written, wanted, &log)
      return found
    case .failure(let fault):
      let user = use.map { ", which \($0.field) takes (\(Self.text(of: $0.place)))" } ?? ""
      refuse(declaration, fault.rule + user, fault.fix, &log)
      return nil
    }
  }

  /// Whether a unit fits a column with cells in percent: plain cells beside them are shares of 1.
  private static func fitsPercent(
    _ column: HourlyTable.Column,
    _ written: String,
    _ wanted: String?
  ) -> Bool {
    switch written {
    case "pu": true
    case "": wanted == "pu"
    default: UnitSymbol.of(written)?.kind == "share" && column.isPercent
    }
  }

  /// The table with a row an hour where its counted rows are two or four to each of the model's hours.
  func inHours(_ file: HourlyTable) -> HourlyTable {
    guard file.labelKind == .hours else { return file }
    let wholes = [horizon.hours, 8760, 8784]
    guard !wholes.contains(file.labels.count) else { return file }
    let count = [2, 4].first { count in wholes.contains { $0 * count == file.labels.count } }
    return count.map(file.joined) ?? file
  }

  /// Whether means of the rows of each hour stand for the hour; told either way where rows were joined.
  func keepsMeaning(
    _ file: HourlyTable,
    _ declaration: SeriesDeclaration,
    _ column: HourlyTable.Column,
    _ wanted: String?,
    _ log: inout IssueLog
  ) -> Bool {
    guard file.partsPerHour > 1 else { return true }
    let written = declaration.unit.isEmpty ? column.unit : declaration.unit
    let place = file.place(ofRow: 0)
    let parts = file.hasDayRows ? "values" : "rows"
    if SeriesUnit.isEnergy(written) {
      let count = "\(file.path) has \(file.partsPerHour) \(parts) an hour"
      let fix = "Save one \(parts.dropLast()) an hour, or say the power, such as MW."
      refuse(
        declaration,
        "is an energy, and \(count): they would have to be added up",
        fix,
        &log
      )
      return false
    }
    guard SeriesUnit.hasMeans(written.isEmpty ? wanted ?? "" : written) else {
      log.error(
        at: place,
        field: declaration.column,
        rule:
          "has \(file.partsPerHour) \(parts) an hour; only of power and shares is their mean the hour's value",
        fix:
          "Save one \(parts.dropLast()) an hour, or say `unit: MW` or `unit: pu` for a power or share."
      )
      return false
    }
    log.note(
      at: place,
      field: declaration.column,
      rule: "has \(file.partsPerHour) \(parts) an hour; each hour is read as their mean"
    )
    return true
  }

  /// Tells of prices that are converted: their numbers are no longer those of the file.
  private func tell(
    _ conversion: SeriesUnit.Conversion,
    _ declaration: SeriesDeclaration,
    _ written: String,
    _ wanted: String?,
    _ log: inout IssueLog
  ) {
    guard let wanted, conversion != .identity, UnitSymbol.of(wanted)?.kind.contains("/") == true
    else { return }
    log.note(
      at: declaration.place(of: "unit"),
      field: declaration.field("unit"),
      value: written,
      rule: "is read as \(wanted), each number times \(NumberText.shortest(conversion.factor))"
    )
  }

  private func refuse(
    _ declaration: SeriesDeclaration,
    _ rule: String,
    _ fix: String,
    _ log: inout IssueLog
  ) {
    log.error(
      at: declaration.place(of: "unit"),
      field: declaration.field("unit"),
      value: declaration.unit,
      rule: rule,
      fix: fix
    )
  }
}
