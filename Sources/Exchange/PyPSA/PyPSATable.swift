import Hourly
import Tables

/// The text of the CSV files of a PyPSA folder; numbers read back as the same value.
enum PyPSATable {
  /// A table of texts.
  static func bytes(header: [String], rows: [[String]]) -> [UInt8] {
    ([header] + rows).flatMap { Array(($0.map(quoted).joined(separator: ",") + "\n").utf8) }
  }

  /// The hours, each of the weight one.
  static func snapshots(of horizon: Horizon) -> [UInt8] {
    bytes(
      header: ["snapshot", "objective", "stores", "generators"],
      rows: horizon.steps.map { [label(of: $0, in: horizon), "1", "1", "1"] }
    )
  }

  /// Components with the attributes that any of them has as a number or text.
  static func components(
    _ components: [PyPSANetwork.Component],
    of list: PyPSANetwork.List
  ) -> [UInt8] {
    let used = list.attributes.filter { attribute in
      components.contains { $0.cell(attribute.name) != nil }
    }
    return bytes(
      header: ["name"] + used.map(\.name),
      rows: components.map { component in
        [component.name] + used.map { component.cell($0.name) ?? $0.absent }
      }
    )
  }

  /// Series of components, one row an hour; what is not a number is left empty.
  static func series(
    _ columns: [(name: String, values: [Double])],
    over horizon: Horizon
  ) -> [UInt8] {
    var bytes = Array((["snapshot"] + columns.map { quoted($0.name) }).joined(separator: ",").utf8)
    bytes.append(UInt8(ascii: "\n"))
    for step in horizon.steps {
      bytes += label(of: step, in: horizon).utf8
      for column in columns {
        bytes.append(UInt8(ascii: ","))
        let value = column.values[step]
        if !value.isNaN { bytes += NumberText.shortest(value).utf8 }
      }
      bytes.append(UInt8(ascii: "\n"))
    }
    return bytes
  }

  private static func label(of step: Int, in horizon: Horizon) -> String {
    horizon.time(of: step).description.replacing("T", with: " ")
  }

  private static func quoted(_ text: String) -> String {
    let text = TerminalText.shown(text)
    guard text.contains(where: { ",\"\n\r".contains($0) }) else { return text }
    return "\"" + text.replacing("\"", with: "\"\"") + "\""
  }
}
