import Tables

/// Scales a series to a yearly total or mean.
enum SeriesScaling {
  /// The values scaled as declared; nil if that cannot be, which is logged.
  ///
  /// The factor comes from the whole year where the model's hours are a year or the file holds
  /// just one, else from the model's hours, whose part of a yearly total is hours ÷ 8760.
  static func scaled(
    _ values: [Double],
    _ declaration: SeriesDeclaration,
    _ column: HourlyTable.Column,
    _ conversion: SeriesUnit.Conversion,
    log: inout IssueLog
  ) -> [Double]? {
    let target: Double
    let basis: [Double]
    let isYear = column.values.count == 8760 || column.values.count == 8784
    if values.count < 8760, isYear {
      basis = column.values.map { conversion($0) * declaration.scale }
    } else {
      basis = values
    }
    let mean = basis.reduce(0, +) / Double(max(1, basis.count))
    if let total = declaration.scaleToTotal {
      target = total / Double(basis.count >= 8760 ? basis.count : 8760)
    } else if let wanted = declaration.scaleToMean {
      target = wanted
    } else {
      return values
    }
    guard mean != 0, (target / mean).isFinite, target / mean >= 0 else {
      log.error(
        at: declaration.place(of: "scale-to"),
        field: declaration.field("scale-to"),
        value: NumberText.shortest(declaration.scaleToTotal ?? target),
        rule: "cannot be reached from a series whose mean is \(NumberText.shortest(mean))",
        fix: "Check the file, the column and the sign."
      )
      return nil
    }
    let factor = target / mean
    return values.map { $0 * factor }
  }
}
