import Hourly
import Tables

/// The model's files as they were solved: merged, with the values of every series.
enum ResolvedModel {
  /// The files to be written beside the results.
  static func files(
    of files: ModelFiles,
    library: inout SeriesLibrary,
    setting: Setting
  ) -> [ResolvedFile] {
    var result = [ResolvedFile(path: "model.yaml", text: modelText(files.root, setting))]
    // A table whose rows are all removed by the model that extends it is no table; a file of it would be refused.
    for (kind, table) in files.tables where !table.rows.isEmpty {
      result.append(ResolvedFile(path: kind.type.file, text: tableText(table)))
    }
    let names = setting.series.keys.sorted()
    guard !names.isEmpty else { return result }
    var log = IssueLog()
    let whole = setting.modelHorizon
    let columns = names.compactMap {
      library.values($0, over: whole, unit: library.unit(of: $0), log: &log)
    }
    guard columns.count == names.count else { return result }
    var text = "time," + names.joined(separator: ",") + "\n"
    for step in whole.steps {
      text += whole.time(of: step).description
      for column in columns { text += "," + NumberText.shortest(column[step]) }
      text += "\n"
    }
    result.append(ResolvedFile(path: "series/series.csv", text: text))
    return result
  }

  /// The merged mapping, with every series read from the one file beside it.
  private static func modelText(_ root: YAMLNode, _ setting: Setting) -> String {
    guard case .mapping(let entries, _) = root else { return "" }
    var text = ""
    for entry in entries where entry.key != "extends" && entry.key != "series" {
      text += entry.key + ":" + YAMLText.block(entry.value, indent: 2) + "\n"
    }
    text += "series:\n"
    for name in setting.series.keys.sorted() {
      text +=
        "  \(YAMLText.scalar(name)): {file: series/series.csv, column: \(YAMLText.scalar(name))}\n"
    }
    return text
  }

  private static func tableText(_ table: Table) -> String {
    func line(_ cells: [Table.Cell]) -> String {
      cells.map { cell in
        let needsQuotes = cell.text.contains { ",\"\n\r".contains($0) }
        return needsQuotes
          ? "\"" + cell.text.replacing("\"", with: "\"\"") + "\"" : cell.text
      }.joined(separator: ",") + "\n"
    }
    return line(table.header) + table.rows.map { line($0.cells) }.joined()
  }
}
