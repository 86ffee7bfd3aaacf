import Tables

extension SeriesLibrary {
  /// Whether all values lie in a range; the first that does not is logged at its cell.
  func keep(
    _ range: ClosedRange<Double>,
    _ values: [Double],
    _ declaration: SeriesDeclaration,
    _ unit: String,
    _ log: inout IssueLog
  ) -> Bool {
    guard let step = values.firstIndex(where: { !range.contains($0) }) else { return true }
    let value = values[step]
    let more = values.count { !range.contains($0) } - 1
    let fault = NumberRule(in: range, unit: unit).check(value)
    let hour = horizon.time(of: step).description + Self.and(more)
    let written = cell(of: step, declaration)
    let isAsWritten = written?.value == value
    let shown = NumberText.shortest(value) + (unit.isEmpty ? "" : " \(unit)")
    let series = "series \(declaration.name), \(Self.text(of: declaration.place))"
    log.error(
      at: written?.place ?? declaration.place,
      field: written == nil ? "series/\(declaration.name)" : declaration.column,
      value: NumberText.shortest(written?.value ?? value),
      rule: (isAsWritten || written == nil ? "" : "becomes \(shown), which ")
        + (fault?.rule ?? "must lie in the range") + " (\(series); \(hour))",
      fix: fix(fault, isAsWritten: isAsWritten, isRare: more + 1 <= values.count / 2)
    )
    return false
  }

  /// How many more hours there are, as the end of a list.
  private static func and(_ more: Int) -> String {
    switch more {
    case 0: ""
    case 1: " and 1 more hour"
    default: " and \(more) more hours"
    }
  }

  /// A place as an editor takes it.
  static func text(of place: Place) -> String {
    place.file + (place.line.map { ":\($0)" } ?? "")
  }

  /// What to do about a value out of range; a slip of units is in most hours, not in a few.
  private func fix(_ fault: FieldFault?, isAsWritten: Bool, isRare: Bool) -> String {
    if !isAsWritten { return "Correct the cell, or unit, scale or scale-to of the series." }
    return isRare ? "Correct the cell." : fault?.fix ?? ""
  }

  /// The number in the cell that a model hour takes, and its place.
  private func cell(
    of step: Int,
    _ declaration: SeriesDeclaration
  ) -> (value: Double, place: Place)? {
    var silent = IssueLog()
    guard let path = path(of: declaration, log: &silent), let table = files[path] ?? nil,
      case let file = inHours(table), let column = file.column(declaration.column),
      let rows = SeriesAlignment.rows(of: file, declaration, model: horizon, log: &silent)
    else { return nil }
    var hours = step
    for range in rows {
      if hours < range.count {
        let row = range.lowerBound + hours
        return (column.values[row], file.place(ofRow: row, cell: column.cell))
      }
      hours -= range.count
    }
    return nil
  }
}
