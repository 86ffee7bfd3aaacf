import Tables

/// Holds the series of two results against each other, file by file.
enum HourlyDifferences {
  /// The files that differ, by name; none where a side is a baseline.
  static func all(
    _ base: ComparedResult,
    _ other: ComparedResult,
    _ tolerances: ToleranceSet
  ) -> [HourlyDifference] {
    guard !base.isBaseline, !other.isBaseline else { return [] }
    let folders = (base.path + "/series", other.path + "/series")
    let names =
      (FileSource.names(in: folders.0, suffix: ".csv")
      + FileSource.names(in: folders.1, suffix: ".csv")).uniqued.sorted()
    let outcome = tolerances.judgesHours ? Outcome.different : .free
    return names.compactMap { name in
      let quantity = String(name.dropLast(4))
      let texts = (
        HourlyText(path: folders.0 + "/" + name), HourlyText(path: folders.1 + "/" + name)
      )
      guard let left = texts.0, let right = texts.1 else {
        let place = texts.0 == nil ? "in the other alone" : "in the base alone"
        return whole(quantity, texts.0 ?? texts.1, place, outcome)
      }
      if left.bytes == right.bytes { return nil }
      let columns = SeriesDifferences.columns(left, right, tolerances[.hourly])
      guard let columns else { return whole(quantity, right, "other hours", outcome) }
      let most = columns.max { $0.size < $1.size }
      guard let most else { return nil }
      return HourlyDifference(
        quantity: quantity,
        columns: columns.count,
        columnCount: (left.names + right.names).uniqued.count,
        name: most.name,
        time: most.most.label,
        base: most.most.base,
        other: most.most.other,
        hours: most.hours,
        outcome: outcome
      )
    }
  }

  /// A file that cannot be held against its like hour by hour, and why.
  private static func whole(
    _ quantity: String,
    _ text: HourlyText?,
    _ reason: String,
    _ outcome: Outcome
  ) -> HourlyDifference? {
    guard let text else { return nil }
    return HourlyDifference(
      quantity: quantity,
      columns: text.names.count,
      columnCount: text.names.count,
      name: "",
      time: reason,
      base: 0,
      other: 0,
      hours: text.rows,
      outcome: outcome
    )
  }
}

extension SeriesDifferences.Column {
  /// How far its values lie apart in the hour that differs most.
  fileprivate var size: Double { abs(most.base - most.other) }
}
