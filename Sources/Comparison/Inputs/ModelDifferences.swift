import Tables

/// How the models of two results differ, cell by cell, read from what each kept of its model as it was solved.
enum ModelDifferences {
  static let nothing = "(not given)"

  /// All differences of two results; of a baseline only which files differ.
  static func all(_ base: ComparedResult, _ other: ComparedResult) -> [InputDifference] {
    let known = Dictionary(base.inputs.map { ($0.file, $0.digest) }) { first, _ in first }
    let now = Dictionary(other.inputs.map { ($0.file, $0.digest) }) { first, _ in first }
    let files = (base.inputs + other.inputs).map(\.file).uniqued
    let changed = files.filter { known[$0] != now[$0] }
    if base.isBaseline || other.isBaseline {
      return changed.map { file in
        InputDifference(
          path: file,
          base: known[file] == nil ? nothing : "file \(known[file] ?? "")",
          other: now[file] == nil ? nothing : "file \(now[file] ?? "")"
        )
      }
    }
    let folders = (base.path + "/resolved", other.path + "/resolved")
    return changed.flatMap { differences(in: $0, folders) }
      + options(folders)
  }

  private static func differences(
    in file: String,
    _ folders: (base: String, other: String)
  ) -> [InputDifference] {
    let paths = (folders.base + "/" + file, folders.other + "/" + file)
    if let unread = unread(file, paths) { return [unread] }
    switch file.split(separator: "/").first {
    case "assets": return TableDifferences.all(file, paths.0, paths.1)
    case "series": return SeriesDifferences.inputs(paths.0, paths.1)
    default: return TreeDifferences.all(tree(paths.0), tree(paths.1), path: "")
    }
  }

  /// That a file is there and cannot be read as what it is; nil where both can, or where one is not there.
  private static func unread(
    _ file: String,
    _ paths: (base: String, other: String)
  ) -> InputDifference? {
    func word(_ path: String) -> String {
      guard FileSource.isFile(path) else { return nothing }
      var log = IssueLog()
      let isRead =
        file.hasSuffix(".csv")
        ? CSVReader.read(path: path, log: &log) != nil
        : YAMLReader.read(path: path, log: &log) != nil
      return isRead && !log.hasErrors ? "(read)" : "(cannot be read)"
    }
    let words = (word(paths.base), word(paths.other))
    guard [words.0, words.1].contains("(cannot be read)") else { return nil }
    return InputDifference(path: file, base: words.0, other: words.1)
  }

  /// What the runs were asked for otherwise: the gap, the method, goals as rules.
  private static func options(_ folders: (base: String, other: String)) -> [InputDifference] {
    // What `--set` changed is told by the cells; the hours are those of the results.
    let told = ["set", "variant", "from", "hours", "data"]
    return TreeDifferences.all(
      tree(folders.base + "/options.json"),
      tree(folders.other + "/options.json"),
      path: ""
    )
    .filter { !told.contains(String($0.path.prefix { $0 != "/" })) }
    .map { InputDifference(path: "--" + $0.path, base: $0.base, other: $0.other) }
  }

  private static func tree(_ path: String) -> YAMLNode? {
    var log = IssueLog()
    return YAMLReader.read(path: path, log: &log)
  }
}

extension [String] {
  /// Each text once, in the order of the first.
  var uniqued: [String] {
    var seen: Set<String> = []
    return filter { seen.insert($0).inserted }
  }
}
