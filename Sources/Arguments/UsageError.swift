/// A command line that cannot be read: what is wrong, and whose help page answers it.
package struct UsageError: Error, Equatable {
  /// What is wrong, in one sentence without a full stop.
  package let message: String
  /// The command it arose in, or nothing for the program.
  package let command: String?

  /// An error with its message, and the command it arose in.
  package init(_ message: String, command: String? = nil) {
    self.message = message
    self.command = command
  }
}

/// The words `; did you mean 'name'?`, or nothing where no known name is near.
///
/// Near means that the name begins with what was typed, or that two edits are enough (more for
/// names past eight letters).
package func suggestion(for typed: String, among names: [String]) -> String {
  var best: (name: String, edits: Int)?
  for name in names {
    let edits = typed.count > 1 && name.hasPrefix(typed) ? 0 : editDistance(typed, name)
    guard edits <= max(2, typed.count / 3), edits < min(name.count, best?.edits ?? .max) else {
      continue
    }
    best = (name, edits)
  }
  return best.map { "; did you mean '\($0.name)'?" } ?? ""
}

/// Letters to insert, delete or replace to turn one text into the other (Levenshtein 1966).
private func editDistance(_ left: String, _ right: String) -> Int {
  var distances = Array(0...right.count)
  for (row, letter) in left.enumerated() {
    var diagonal = distances[0]
    distances[0] = row + 1
    for (column, other) in right.enumerated() {
      let replaced = diagonal + (letter == other ? 0 : 1)
      diagonal = distances[column + 1]
      distances[column + 1] = min(replaced, diagonal + 1, distances[column] + 1)
    }
  }
  return distances[right.count]
}
