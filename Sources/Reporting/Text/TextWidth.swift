/// Lines cut to the width of a terminal.
enum TextWidth {
  /// The places that a line of a summary takes at most.
  static let most = 100

  /// A line of words as one or more that fit; those that follow stand a little further in.
  ///
  /// It is cut at blanks, and beside Chinese characters where there is none.
  static func wrapped(_ line: String, to most: Int = most) -> [String] {
    guard TextTable.width(of: line) > most else { return [line] }
    let margin = line.prefix { $0 == " " }.count
    let inner = String(repeating: " ", count: margin + 2)
    var (lines, current) = ([String](), String(repeating: " ", count: margin))
    var isBlank = true
    for piece in pieces(of: line.dropFirst(margin)) {
      let added = isBlank ? piece.drop { $0 == " " } : piece
      if !isBlank, TextTable.width(of: current + added.trimmingBlanks) > most {
        lines.append(current.trimmingBlanks)
        current = inner + piece.drop { $0 == " " }
      } else {
        current += added
      }
      isBlank = current.allSatisfy { $0 == " " }
    }
    return isBlank ? lines : lines + [current.trimmingBlanks]
  }

  /// Words with the blanks before them; a Chinese character is a word of its own.
  private static func pieces(of line: Substring) -> [Substring] {
    var pieces: [Substring] = []
    var start = line.startIndex
    var last: Character?
    for index in line.indices {
      let character = line[index]
      let isWide = TextTable.width(of: String(character)) > 1
      let wasWide = last.map { TextTable.width(of: String($0)) > 1 } ?? false
      let breaks = character == " " ? last != " " : last != " " && (isWide || wasWide)
      // A sign that closes stays with what it closes, one that opens with what it opens.
      let isBound = "，。；：）、)".contains(character) || last.map("（(".contains) ?? false
      if breaks, index > start, !isBound {
        pieces.append(line[start..<index])
        start = index
      }
      last = character
    }
    if start < line.endIndex { pieces.append(line[start...]) }
    return pieces
  }
}
