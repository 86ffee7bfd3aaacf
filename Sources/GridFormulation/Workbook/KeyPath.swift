/// Where a value stands among the keys of model.yaml, as the first sheet of a workbook writes it.
///
/// Keys are parted by `/` as in `--set`, and the number of an entry in a list stands in brackets:
/// `zones[1]/load`. A key that holds such a sign is written in quotes.
enum KeyPath {
  /// One step down.
  enum Step: Hashable {
    /// To the value of a key.
    case key(String)
    /// To the entry of a list that has this number.
    case entry(Int)
  }

  /// The path as a text.
  static func text(_ steps: [Step]) -> String {
    var text = ""
    for step in steps {
      switch step {
      case .entry(let number): text += "[\(number)]"
      case .key(let key):
        if !text.isEmpty { text += "/" }
        let isPlain = !key.isEmpty && !key.contains { "/[]\"".contains($0) || $0.isWhitespace }
        text += isPlain ? key : "\"" + key.replacing("\"", with: "\"\"") + "\""
      }
    }
    return text
  }

  /// The steps of a text; nil where it is no path.
  static func steps(_ text: String) -> [Step]? {
    var steps: [Step] = []
    var rest = text[...]
    while !rest.isEmpty {
      guard let key = takeKey(&rest) else { return nil }
      steps.append(.key(key))
      while rest.first == "[" {
        guard let end = rest.firstIndex(of: "]"),
          let number = Int(rest[rest.index(after: rest.startIndex)..<end]), number >= 0
        else { return nil }
        steps.append(.entry(number))
        rest = rest[rest.index(after: end)...]
      }
      guard !rest.isEmpty else { break }
      guard rest.removeFirst() == "/", !rest.isEmpty else { return nil }
    }
    return steps.isEmpty ? nil : steps
  }

  /// Takes a key, in quotes or without.
  private static func takeKey(_ rest: inout Substring) -> String? {
    guard rest.first == "\"" else {
      let key = rest.prefix { $0 != "/" && $0 != "[" }
      rest = rest[key.endIndex...]
      return key.isEmpty || key.contains("]") ? nil : String(key)
    }
    rest.removeFirst()
    var key = ""
    while let sign = rest.popFirst() {
      if sign != "\"" {
        key.append(sign)
      } else if rest.first == "\"" {
        key.append(rest.removeFirst())
      } else {
        return key
      }
    }
    return nil
  }
}
