import Tables

/// The sheets of a model's workbook and the files of its folder, each by the name of the other.
///
/// A table of assets has the name of its type, a file of series its own name: `coal` is `assets/coal.csv`, `weather` is
/// `series/weather.csv`. Any other file is a sheet with its path, `|` for `/`.
package enum SheetNames {
  /// The sheet of the keys of model.yaml, as it is written.
  package static let model = "model"
  /// What parts folder and file in the name of a sheet.
  private static let separator = "|"
  /// The files with a sheet of a short name.
  private static let known = [
    "options": "options.csv", "sources": "sources.csv", "README": "README.md",
  ]

  /// The path in a folder of the file that a sheet stands for.
  package static func file(of sheet: String) -> String {
    if sheet.contains(separator) { return sheet.replacing(separator, with: "/") }
    if let file = known.first(where: { $0.key.lowercased() == sheet.lowercased() })?.value {
      return file
    }
    if let kind = AssetCatalogue.kind(named: sheet.lowercased()) { return kind.type.file }
    return "series/\(sheet).csv"
  }

  /// The sheet of a file of a folder, by its path there.
  package static func sheet(of file: String) -> String {
    if let name = known.first(where: { $0.value == file })?.key { return name }
    let name = FileSource.name(of: file)
    let stem = name.hasSuffix(".csv") ? String(name.dropLast(4)) : name
    return self.file(of: stem) == file && stem.lowercased() != model
      ? stem : file.replacing("/", with: separator)
  }
}
