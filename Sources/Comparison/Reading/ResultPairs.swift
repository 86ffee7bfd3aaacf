import Tables

/// Which results are held against which: two results, or those of one name where the base is a folder of results.
public struct ResultPairs: Sendable {
  /// The paths of each pair.
  public private(set) var pairs: [(base: String, other: String)] = []
  /// What stands in the base and has no like in the other folder.
  public private(set) var missing: [String] = []
  /// What stands in the other folder alone.
  public private(set) var added: [String] = []

  /// Pairs the results of two paths.
  public init(_ base: String, _ other: String) {
    let bases = Self.results(in: base)
    guard !bases.isEmpty else {
      pairs = [(base, other)]
      return
    }
    let others = Self.results(in: other)
    guard !others.isEmpty else {
      // One result, held against that of its name.
      let like = bases.first { $0.name == FileSource.name(of: other) }
      pairs = [(like?.path ?? base, other)]
      return
    }
    for (name, path) in bases {
      if let like = others.first(where: { $0.name == name }) {
        pairs.append((path, like.path))
      } else {
        missing.append(path)
      }
    }
    added = others.filter { other in !bases.contains { $0.name == other.name } }.map(\.path)
  }

  /// How many results and baselines a folder holds.
  static func count(in folder: String) -> Int { results(in: folder).count }

  /// The results and baselines in a folder by name; empty for what is a result itself, or holds none.
  private static func results(in folder: String) -> [(name: String, path: String)] {
    guard FileSource.isFolder(folder), !FileSource.isFile(folder + "/summary.json") else {
      return []
    }
    return FileSource.names(in: folder).compactMap { name in
      let path = FileSource.path(name, from: folder)
      if FileSource.isFile(path + "/summary.json") { return (name, path) }
      guard name.hasSuffix(".json"), BaselineFile.isBaseline(path) else { return nil }
      return (String(name.dropLast(5)), path)
    }.sorted { $0.name < $1.name }
  }
}
