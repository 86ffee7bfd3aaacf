import Reporting

/// Sentences broken between words, so that no line is wider than a page of 100 columns.
enum WrappedText {
  private static let width = 100

  /// The lines of a sentence, the first and the rest set in by so many blanks.
  static func lines(_ sentence: String, first: Int = 0, rest: Int = 2) -> [String] {
    var lines: [String] = []
    var line = String(repeating: " ", count: first)
    var isEmpty = true
    for word in sentence.split(separator: " ") {
      let room = TextTable.width(of: line) + 1 + TextTable.width(of: String(word))
      if !isEmpty, room > width {
        lines.append(line)
        line = String(repeating: " ", count: rest)
        isEmpty = true
      }
      line += (isEmpty ? "" : " ") + word
      isEmpty = false
    }
    return lines + [line]
  }
}
