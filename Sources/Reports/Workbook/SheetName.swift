/// Names of sheets: at most 31 characters, none that spreadsheets refuse, each once.
struct SheetName {
  private var taken: Set<String> = []

  /// The name of the next sheet for a title.
  mutating func next(_ title: String) -> String {
    let allowed = title.map { character in "[]:*?/\\".contains(character) ? " " : character }
    let plain = String(allowed).trimmingPrefix { $0 == "'" || $0 == " " }
    var name = Self.cut(String(plain), to: 31)
    var number = 2
    while !taken.insert(name.lowercased()).inserted {
      name = Self.cut(String(plain), to: 27) + " (\(number))"
      number += 1
    }
    return name
  }

  /// The beginning of a name, by the units that spreadsheets count.
  private static func cut(_ name: String, to most: Int) -> String {
    var cut = name
    while cut.utf16.count > most { cut.removeLast() }
    while let last = cut.last, last == " " || last == "'" { cut.removeLast() }
    return cut.isEmpty ? "-" : cut
  }
}
