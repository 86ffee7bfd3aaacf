/// Finds the known name that a mistyped word most likely meant.
package enum NearestName {
  /// The nearest of the names by edit distance, or nil if none is near.
  ///
  /// Case, `-`, `_` and blanks count for nothing; ties go to the first name in the list.
  package static func of(_ word: String, among names: [String]) -> String? {
    let plain = simplified(word)
    guard !plain.isEmpty, plain.count <= 80 else { return nil }
    let limit = max(plain.count > 1 ? 1 : 0, plain.count / 3)
    var best: (name: String, distance: Int)?
    for name in names {
      let other = simplified(name)
      guard abs(other.count - plain.count) <= limit else { continue }
      let distance = distance(plain, other)
      if distance <= limit, distance < best?.distance ?? Int.max { best = (name, distance) }
    }
    return best?.name
  }

  /// A sentence that proposes the nearest name, or lists the names if none is near.
  package static func fix(_ word: String, among names: [String]) -> String {
    if let name = of(word, among: names) { return "Did you mean `\(name)`?" }
    if names.isEmpty { return "There is none to choose from." }
    let shown = names.prefix(30).joined(separator: ", ")
    return "Known: \(shown)\(names.count > 30 ? ", …" : "")."
  }

  /// Letters in lower case without separators.
  private static func simplified(_ word: String) -> [Character] {
    word.prefix(200).lowercased().filter { $0 != "-" && $0 != "_" && $0 != " " }.map { $0 }
  }

  /// Insertions, deletions, changes and swaps of neighbours that make one word of the other.
  private static func distance(_ left: [Character], _ right: [Character]) -> Int {
    if left.isEmpty || right.isEmpty { return max(left.count, right.count) }
    var before: [Int] = []
    var last = Array(0...right.count)
    for i in 1...left.count {
      var next = [i]
      for j in 1...right.count {
        let change = last[j - 1] + (left[i - 1] == right[j - 1] ? 0 : 1)
        var cost = min(change, last[j] + 1, next[j - 1] + 1)
        if i > 1, j > 1, left[i - 1] == right[j - 2], left[i - 2] == right[j - 1] {
          cost = min(cost, before[j - 2] + 1)
        }
        next.append(cost)
      }
      before = last
      last = next
    }
    return last[right.count]
  }
}
