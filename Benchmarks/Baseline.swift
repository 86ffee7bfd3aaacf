import Foundation

/// The stored figures of each model.
struct Baseline {
  var figures: [String: Measurement] = [:]

  private static let file = URL(fileURLWithPath: "Benchmarks/baseline.json")

  /// The stored figures; empty where there are none.
  static func read() -> Baseline {
    guard let data = try? Data(contentsOf: file),
      let figures = try? JSONDecoder().decode([String: Measurement].self, from: data)
    else { return Baseline() }
    return Baseline(figures: figures)
  }

  /// Stores the figures, sorted by model.
  func write() throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    try encoder.encode(figures).write(to: Self.file)
  }
}

/// A line of the printed table.
enum Row {
  static let heading =
    pad("model", 26)
    + ["read s", "build s", "solve s", "write s", "memory MB", "gap", "cost"]
    .map { lead($0, 18) }.joined()

  /// The figures of a model, each with its ratio to the stored one.
  static func text(model: String, _ now: Measurement, against then: Measurement?) -> String {
    func cell(_ path: KeyPath<Measurement, Double>, digits: Int) -> String {
      let value = String(format: "%.\(digits)f", now[keyPath: path])
      guard let before = then?[keyPath: path], before > 0 else { return lead(value, 18) }
      return lead(value + String(format: " (%.2f×)", now[keyPath: path] / before), 18)
    }
    return pad(model, 26) + cell(\.read, digits: 3) + cell(\.build, digits: 3)
      + cell(\.solve, digits: 1) + cell(\.write, digits: 2) + cell(\.peakMemoryMB, digits: 0)
      + lead(String(format: "%.1e", now.gap), 18) + lead(String(format: "%.0f", now.cost), 18)
  }

  private static func pad(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(1, width - text.count))
  }

  private static func lead(_ text: String, _ width: Int) -> String {
    String(repeating: " ", count: max(1, width - text.count)) + text
  }
}
