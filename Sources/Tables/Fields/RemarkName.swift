/// Columns and keys that hold words for the reader: any table and section may have them.
///
/// They are kept in what is written of a model and not read.
package enum RemarkName {
  /// The names.
  package static let all = ["note", "remark", "备注"]

  /// Whether a column or key holds words for the reader.
  package static func contains(_ name: String) -> Bool { all.contains(name) }
}
