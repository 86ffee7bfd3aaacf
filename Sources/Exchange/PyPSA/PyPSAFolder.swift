public import GridFormulation
import Hourly
import Reporting
public import Tables

/// Writes a model as a CSV folder that PyPSA reads.
///
/// It appears whole or not at all; an older export or result in its place is replaced.
public enum PyPSAFolder {
  /// Writes a model under a path.
  ///
  /// - Returns: The rules that the network has not, or has otherwise, as the folder lists them too.
  @discardableResult
  public static func write(
    _ model: GridModel,
    to path: String
  ) throws(OutputError) -> [PyPSADifference] {
    try AtomicFolder.check(path)
    let mapping = PyPSAMapping(model)
    var folder = try AtomicFolder(replacing: path)
    for file in files(of: mapping, named: model.name) {
      try folder.write(file.bytes, to: file.name)
    }
    try folder.write(summary(of: mapping, model).rendered(), to: "summary.json")
    try folder.commit()
    return mapping.differences
  }

  /// The CSV files of a network, with the list of what it does not carry over.
  package static func files(
    of mapping: PyPSAMapping,
    named name: String
  ) -> [(name: String, bytes: [UInt8])] {
    let horizon = mapping.setting.horizon
    var files = [
      ("network.csv", PyPSATable.bytes(header: ["name"], rows: [[name]])),
      ("snapshots.csv", PyPSATable.snapshots(of: horizon)),
    ]
    for list in PyPSANetwork.List.allCases {
      let components = mapping.network.components[list] ?? []
      guard !components.isEmpty else { continue }
      files.append(("\(list.rawValue).csv", PyPSATable.components(components, of: list)))
      for attribute in list.attributes.map(\.name) {
        let columns = components.compactMap { component in
          component.series(attribute).map { (component.name, $0) }
        }
        guard !columns.isEmpty else { continue }
        files.append(
          ("\(list.rawValue)-\(attribute).csv", PyPSATable.series(columns, over: horizon))
        )
      }
    }
    let rows = mapping.differences.map { [$0.owner, $0.field, $0.kind.rawValue, $0.note] }
    files.append(
      (
        "not-carried-over.csv",
        PyPSATable.bytes(header: ["owner", "field", "kind", "note"], rows: rows)
      )
    )
    return files
  }

  private static func summary(of mapping: PyPSAMapping, _ model: GridModel) -> JSONValue {
    .object([
      ("gridflex", .object([("version", .text(Version.text))])),
      (
        "model",
        .object([("name", .text(model.name)), ("hours", .integer(model.horizon.hours))])
      ),
      ("format", .text("pypsa")),
      ("objectiveConstant", .number(mapping.objectiveConstant)),
      ("currency", .text(model.currency)),
      ("notCarriedOver", .integer(mapping.differences.count)),
    ])
  }
}
