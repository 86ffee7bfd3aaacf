package import Tables

/// Something a plan could change: an asset with other figures, at a yearly cost.
///
/// Any share of it can be taken; the asset is then so far from its present figures towards the new ones. A plant
/// that may be built stands in its table with a capacity of 0.
package struct CapacityOption: Sendable {
  package var name = ""
  package var asset = ""
  package var costPerYear = 0.0
  package var source = ""
  package var note: String?
  /// The columns it changes, with the figures now and after.
  package var changes: [Change] = []
  /// The asset with all of it done.
  package var changed: (any Asset)?

  /// A column that an option changes.
  package struct Change: Sendable {
    package let column: String
    package let unit: String
    package let before: Double
    package let after: Double

    /// The figure where a share of the option is taken.
    package func value(at share: Double) -> Double { before + share * (after - before) }
  }

  package init() {}

  package static let fields: [Field<CapacityOption>] = [
    Field("name", \.name, as: .name, required: true, "Name of the option."),
    Field("asset", \.asset, required: true, "Asset that it changes."),
    Field(
      "cost-per-year",
      \.costPerYear,
      in: 0...1e13,
      required: true,
      unit: .money(per: .year),
      "What the whole of it costs a year, capital and upkeep; a share of it costs its share."
    ),
    Field("source", \.source, required: true, "Where the figures come from."),
    Field("note", \.note, "Remark for the reader."),
  ]
}

extension Asset {
  /// The text of a column, nil where the asset has none.
  package func text(of column: String) -> String? {
    Self.fields.first { $0.name == column }?.text(in: self)
  }

  /// The asset with another text in a column.
  package func changed(_ column: String, to text: String) -> Result<any Asset, FieldFault> {
    guard let field = Self.fields.first(where: { $0.name == column }) else {
      let names = Self.fields.map(\.name)
      return .failure(
        FieldFault(
          rule: "is not a column of \(Self.type.name)",
          fix: NearestName.fix(column, among: names)
        )
      )
    }
    var asset = self
    if let fault = field.assign(text, to: &asset) { return .failure(fault) }
    return .success(asset)
  }

  /// The symbol of a column's unit.
  package func unit(of column: String) -> String {
    Self.fields.first { $0.name == column }?.description(prototype: self).symbol ?? ""
  }
}

extension Asset {
  /// Whether a column holds whole numbers only.
  package func isWhole(_ column: String) -> Bool {
    Self.fields.first { $0.name == column }?.description(prototype: self).type == "integer"
  }
}
