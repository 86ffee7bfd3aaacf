import Tables

/// How two files of hourly series differ, column by column.
enum SeriesDifferences {
  /// How one column differs.
  struct Column: Equatable {
    let name: String
    /// How many hours differ beyond the tolerance.
    var hours = 0
    /// The label, and both values, of the hour that differs most.
    var most: (label: String, base: Double, other: Double) = ("", 0, 0)

    static func == (left: Column, right: Column) -> Bool {
      left.name == right.name && left.hours == right.hours && left.most == right.most
    }
  }

  /// The columns that differ; nil where the hours of the files are not the same.
  static func columns(
    _ base: HourlyText,
    _ other: HourlyText,
    _ tolerance: Tolerance
  ) -> [Column]? {
    guard base.rows == other.rows else { return nil }
    let names = (base.names + other.names).uniqued
    let places = names.map { name in
      (base.names.firstIndex(of: name), other.names.firstIndex(of: name))
    }
    let isAligned = base.names == other.names
    var columns = names.map { Column(name: $0) }
    var left: [Double] = []
    var right: [Double] = []
    for row in 0..<base.rows {
      if isAligned, base.bytes[base.line(row)] == other.bytes[other.line(row)] { continue }
      guard base.label(row) == other.label(row) else { return nil }
      base.values(row, into: &left)
      other.values(row, into: &right)
      for (index, place) in places.enumerated() {
        let first = place.0.flatMap { $0 < left.count ? left[$0] : nil } ?? 0
        let second = place.1.flatMap { $0 < right.count ? right[$0] : nil } ?? 0
        columns[index].take(first, second, tolerance) { base.label(row) }
      }
    }
    return columns.filter { $0.hours > 0 }
  }

  /// The series of two models, each told once: in how many hours, and where most.
  static func inputs(_ base: String, _ other: String) -> [InputDifference] {
    let texts = (HourlyText(path: base), HourlyText(path: other))
    guard let left = texts.0, let right = texts.1 else {
      func word(_ text: HourlyText?) -> String {
        text.map { "\($0.names.count) series" } ?? ModelDifferences.nothing
      }
      return [InputDifference(path: "series", base: word(texts.0), other: word(texts.1))]
    }
    let exact = Tolerance(absolute: 0, relative: 0)
    guard let columns = columns(left, right, exact) else {
      return [
        InputDifference(
          path: "series",
          base: "\(left.rows) hours",
          other: "\(right.rows) other hours"
        )
      ]
    }
    return columns.map { column in
      if !left.names.contains(column.name) || !right.names.contains(column.name) {
        let isNew = !left.names.contains(column.name)
        return InputDifference(
          path: "series/\(column.name)",
          base: isNew ? ModelDifferences.nothing : "(a series)",
          other: isNew ? "(a series)" : ModelDifferences.nothing
        )
      }
      return InputDifference(
        path: "series/\(column.name)",
        base: "\(NumberText.shortest(column.most.base)) at \(column.most.label)",
        other: "\(NumberText.shortest(column.most.other)), differs in \(column.hours) h"
      )
    }
  }
}

extension SeriesDifferences.Column {
  /// Takes the values of an hour.
  fileprivate mutating func take(
    _ first: Double,
    _ second: Double,
    _ tolerance: Tolerance,
    label: () -> String
  ) {
    let distance = abs(first - second)
    // What is no number differs from all but itself.
    let allowed = tolerance.allowed(for: max(abs(first), abs(second)))
    guard distance > allowed || first.isNaN != second.isNaN else { return }
    hours += 1
    if hours == 1 || distance > abs(most.base - most.other) { most = (label(), first, second) }
  }
}
