import Foundation

/// A folder of texts and what a mutant of it is: a few cells, rows or bytes that are another.
///
/// Everything follows from the seed, so a mutant that fails can be made again.
struct MutantFolder {
  /// The files by path, sorted.
  private(set) var files: [(path: String, text: String)]
  /// What was done, for the message of a test that fails.
  private(set) var changes: [String] = []

  /// Values that people and programs write where something else was meant.
  private static let values = [
    "0", "-0", "1e-320", "1e19", "1e300", "inf", "nan", "-1", "", "nobody", "1,000", "5 %", "1e",
    "99999999999999999999", "2030-02-30", "yes", "none", "linear", "=1+1", "\u{1B}[31m",
    "\u{202E}x",
    "\u{7}", "0x10", "１２", "万千瓦", "-1e9", "0.5", "7", "1e-9", "\"", "[", "{a: b}", "&x", "~",
  ]

  /// All texts below a folder.
  init(_ folder: String) throws {
    let paths = FileManager.default.enumerator(atPath: folder)?.compactMap { $0 as? String } ?? []
    files = try paths.sorted().compactMap { path in
      let whole = folder + "/" + path
      var isFolder: ObjCBool = false
      let isThere = FileManager.default.fileExists(atPath: whole, isDirectory: &isFolder)
      return isFolder.boolValue || !isThere
        ? nil : (path, try String(contentsOfFile: whole, encoding: .utf8))
    }
  }

  init(files: [(path: String, text: String)]) { self.files = files }

  /// The folder with one to three changes.
  func mutated(by random: inout Dice) -> MutantFolder {
    var mutant = self
    for _ in 0..<Int.random(in: 1...3, using: &random) { mutant.change(&random) }
    return mutant
  }

  /// Writes the files below a folder.
  func write(to folder: String) throws {
    for (path, text) in files {
      let url = URL(filePath: folder + "/" + path)
      try FileManager.default.createDirectory(
        at: url.deletingLastPathComponent(),
        withIntermediateDirectories: true
      )
      try Data(text.utf8).write(to: url)
    }
  }

  private mutating func change(_ random: inout Dice) {
    let readable = files.indices.filter { files[$0].path.hasSuffix("csv") || isYAML($0) }
    guard let index = readable.randomElement(using: &random) else { return }
    let path = files[index].path
    var lines = files[index].text.split(separator: "\n", omittingEmptySubsequences: false)
      .map(String.init)
    // Longer series are changed near their beginning, where the hours that are solved lie.
    let row = Int.random(in: 0..<min(lines.count, 30), using: &random)
    switch Int.random(in: 0..<10, using: &random) {
    case 0: lines.remove(at: row)
    case 1: lines.insert(lines[row], at: row)
    case 2: lines = Array(lines.prefix(row))
    case 3:
      files.remove(at: index)
      changes.append("\(path) is gone")
      return
    case 4:
      let text = lines[row]
      let place = text.index(
        text.startIndex,
        offsetBy: Int.random(in: 0...text.count, using: &random)
      )
      let signs = [",", "\"", ":", "-", "\t", "\u{0}", "\u{FEFF}", "#", "é", "，"]
      lines[row].insert(contentsOf: signs.randomElement(using: &random) ?? "", at: place)
    default: lines[row] = replaced(in: lines[row], isYAML: isYAML(index), &random)
    }
    files[index].text = lines.joined(separator: "\n")
    changes.append("\(path):\(row + 1): \(row < lines.count ? lines[row] : "cut")")
  }

  private func isYAML(_ index: Int) -> Bool { files[index].path.hasSuffix("yaml") }

  /// A line with one of its values replaced.
  private func replaced(in line: String, isYAML: Bool, _ random: inout Dice) -> String {
    let value = Self.values.randomElement(using: &random) ?? ""
    guard isYAML else {
      var cells = line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
      cells[Int.random(in: 0..<cells.count, using: &random)] = value
      return cells.joined(separator: ",")
    }
    guard let colon = line.lastIndex(of: ":") else { return line + value }
    return line[...colon] + " " + value
  }
}

/// Random numbers that follow from a seed (splitmix64; Steele, Lea and Flood 2014).
struct Dice: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var word = state
    word = (word ^ (word >> 30)) &* 0xBF58_476D_1CE4_E5B9
    word = (word ^ (word >> 27)) &* 0x94D0_49BB_1331_11EB
    return word ^ (word >> 31)
  }
}
