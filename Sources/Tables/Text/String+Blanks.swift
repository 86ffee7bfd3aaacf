extension StringProtocol {
  /// The text without blanks before and after it.
  package var withoutBlanks: String {
    let front = drop(while: \.isWhitespace)
    return String(front.reversed().drop(while: \.isWhitespace).reversed())
  }
}
