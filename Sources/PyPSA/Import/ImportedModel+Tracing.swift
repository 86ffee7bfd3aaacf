import Grid
import GridDispatch

extension ImportedModel {
  /// An issue of the model, told where the component stands that it is about; as it is where that is not known.
  func traced(_ issue: Issue, from folder: String) -> Issue {
    guard let place = origin(of: issue, in: folder) else { return issue }
    var traced = issue
    (traced.file, traced.line, traced.column) = (place.file, place.line, nil)
    if let field = issue.field {
      traced.field = nil
      traced.value = nil
      let value = issue.value.map { " = \($0)" } ?? ""
      traced.rule = "\(field)\(value) of the model made of it \(issue.rule)"
    }
    return traced
  }

  /// Where the component stands that a row of a table, an entry or a series of the model was made of.
  private func origin(of issue: Issue, in folder: String) -> Place? {
    let tables: [(file: String, names: [String])] = [
      (Generator.type.file, draft.generators.map(\.name)),
      (Storage.type.file, draft.stores.map(\.name)),
      (Corridor.type.file, draft.corridors.map(\.name)), (Line.type.file, draft.lines.map(\.name)),
    ]
    // The header is line 1, and each asset has a line of its own.
    if let table = tables.first(where: { issue.file == folder + "/" + $0.file }),
      let row = issue.line.map({ $0 - 2 }), table.names.indices.contains(row)
    {
      return draft.origins[table.names[row]]
    }
    guard let field = issue.field else { return nil }
    let steps = field.split(separator: "/").map(String.init)
    return draft.origins[field] ?? (steps.count > 1 ? draft.origins[steps[1]] : nil)
      ?? issue.value.flatMap { draft.origins[$0] }
  }
}
