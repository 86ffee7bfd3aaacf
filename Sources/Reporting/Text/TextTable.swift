/// Rows of cells set in columns, for a terminal with letters of one width.
///
/// The first column stands to the left, as does the last where it holds text; others to the right. A column that is empty in every
/// row, its header aside, is left out. What does not fit beside the rest stands below, with the first column again.
public struct TextTable: Sendable {
  private let header: [String]
  private let endsInText: Bool
  private var rows: [[String]] = []

  /// A table with its column titles, and whether its last column is text.
  public init(header: [String], endsInText: Bool = false) {
    self.header = header
    self.endsInText = endsInText
  }

  /// Whether there is nothing below the header.
  public var isEmpty: Bool { rows.isEmpty }

  /// Adds a row; missing cells at its end are empty.
  public mutating func append(_ row: [String]) {
    precondition(row.count <= header.count, "a row has no more cells than the table has columns")
    rows.append(row + Array(repeating: "", count: header.count - row.count))
  }

  /// The lines, without blanks at their ends.
  public func lines(indent: Int = 2) -> [String] {
    let kept = header.indices.filter { column in
      column == 0 || rows.contains { !$0[column].isEmpty }
    }
    let widths = kept.map { column in
      ([header] + rows).map { Self.width(of: $0[column]) }.max() ?? 0
    }
    let most = TextWidth.most - indent
    let bare = widths.reduce(0, +)
    for gap in [2, 1] where bare + gap * (widths.count - 1) <= most {
      return lines(kept, widths, indent, gap)
    }
    var blocks: [[Int]] = []
    var width = most
    for place in kept.indices.dropFirst() {
      if width + widths[place] + 2 > most {
        blocks.append([0])
        width = widths[0]
      }
      blocks[blocks.count - 1].append(place)
      width += widths[place] + 2
    }
    return blocks.flatMap { block in
      lines(block.map { kept[$0] }, block.map { widths[$0] }, indent, 2)
    }
  }

  /// The lines of some of the columns.
  private func lines(_ kept: [Int], _ widths: [Int], _ indent: Int, _ gap: Int) -> [String] {
    ([header] + rows).map { row in
      var line = String(repeating: " ", count: indent)
      for (position, column) in kept.enumerated() {
        let padding = String(repeating: " ", count: widths[position] - Self.width(of: row[column]))
        if position > 0 { line += String(repeating: " ", count: gap) }
        let isText = column == 0 || (endsInText && column == header.count - 1)
        line += isText ? row[column] + padding : padding + row[column]
      }
      while line.last == " " { line.removeLast() }
      return line
    }
  }

  /// The places a text takes on a terminal: two for a Chinese character or a full-width sign.
  public static func width(of text: String) -> Int {
    text.unicodeScalars.reduce(0) { width, scalar in
      switch scalar.value {
      case 0x0300...0x036F: width
      case 0x1100...0x115F, 0x2E80...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F,
        0xFF00...0xFF60, 0xFFE0...0xFFE6:
        width + 2
      default: width + 1
      }
    }
  }
}
