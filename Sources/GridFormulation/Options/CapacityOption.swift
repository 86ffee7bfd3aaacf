package import Tables

/// Something a plan could change: an asset with more, less or other figures, at a yearly cost.
///
/// Any share x of it can be taken, from 0 to ``most``; x is its size over ``Extent/full``. A plant that may be built
/// stands in its table with a capacity of 0.
package struct CapacityOption: Sendable {
  package var name = ""
  package var asset = ""
  package var source = ""
  package var note: String?
  /// What it costs, as written.
  package var prices = OptionPrices()
  /// What a unit of its size adds to columns, as written.
  package var adds: String?
  /// Its smallest whole part, in the unit of its size; any size where nil.
  package var unitSize: Double?
  /// The largest size that may be taken, as written.
  package var largest: Double?
  /// The least size that must be taken.
  package var smallest = 0.0
  /// The first year in which it can stand.
  package var earliestYear: Int?
  /// Options of one group share the same units or the same site: all of one, or part of each.
  package var group: String?
  /// The option without which this one is not built: as much is retired as is built.
  package var needs: String?

  /// The columns it changes, with the figures now and at a share of 1.
  package var changes: [Change] = []
  /// The asset at a share of 1; it may be gone then.
  package var changed: (any Asset)?
  /// What its size is counted in.
  package var extent = Extent()
  /// What it costs at a share of 1.
  package var cost = OptionCost()
  /// Whether its share of the units becomes other units, beside those that stay as they are.
  package var isConversion = false

  /// A column that an option changes.
  package struct Change: Sendable {
    package let column: String
    package let unit: String
    package let before: Double
    package let after: Double

    package init(column: String, unit: String, before: Double, after: Double) {
      (self.column, self.unit) = (column, unit)
      (self.before, self.after) = (before, after)
    }

    /// The figure where a share of the option is taken.
    package func value(at share: Double) -> Double { before + share * (after - before) }

    /// A figure without what rounding leaves of 0 where all of it is taken away.
    package static func settled(_ value: Double, beside size: Double) -> Double {
      abs(value) <= 1e-9 * abs(size) ? 0 : value
    }
  }

  /// What the size of an option is counted in.
  package struct Extent: Sendable, Equatable {
    /// `MW`, `MWh`, `units` or another unit.
    package var unit = ""
    /// The size at a share of 1.
    package var full = 1.0
    /// The share that may be taken at the most.
    package var most = 1.0
    /// The share that must be taken.
    package var least = 0.0
    /// The whole parts at a share of 1; nil where any share can be taken.
    package var parts: Double?
    /// The capacity that a share of 1 adds, takes away or changes, MW.
    package var megawatts = 0.0
    /// The energy that a share of 1 adds or takes away, MWh.
    package var megawattHours = 0.0
  }

  package init() {}

  package static let fields: [Field<CapacityOption>] =
    [
      Field("name", \.name, as: .name, required: true, "Name of the option."),
      Field("asset", \.asset, required: true, "Asset that it changes."),
      Field(
        "adds",
        \.adds,
        "What each MW, MWh or unit of its size adds to columns: `power_mw`, `turbine_mw; reservoir_mwh=8`, or `units=-1` for retirement."
      ),
      Field(
        "unit-size",
        \.unitSize,
        in: 1e-6...1e9,
        unit: .plain,
        "Smallest whole part, in MW, MWh or units as `adds` counts; any size where left out, one unit where units are counted."
      ),
      Field(
        "most",
        \.largest,
        in: 0...1e9,
        unit: .plain,
        "Largest size, in MW, MWh or units; needed with `adds`, all that `set` says where left out."
      ),
      Field("least", \.smallest, in: 0...1e9, unit: .plain, "Least size that must be taken."),
      Field(
        "earliest-year",
        \.earliestYear,
        in: 1900...2200,
        unit: .plain,
        "First year in which it can stand; a model of an earlier year does without it."
      ),
      Field(
        "group",
        \.group,
        "Options of one group share the same units or site: what one takes is not there for the others."
      ),
      Field(
        "needs",
        \.needs,
        "Option that retires what this one replaces: no more MW are built than that one takes away."
      ),
    ] + OptionPrices.fields + [
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

  /// The asset with all that options could add to it; what one takes away stays.
  func grown(by options: [CapacityOption]) -> any Asset {
    var asset: any Asset = self
    for option in options
    where option.asset == name && option.changed != nil && !option.isConversion {
      for change in option.changes where change.after > change.before {
        let now = asset.number(of: change.column) ?? 0
        let text = NumberText.shortest(now + option.extent.most * (change.after - change.before))
        if case .success(let next) = asset.changed(change.column, to: text) { asset = next }
      }
    }
    return asset
  }

  /// The symbol of a column's unit.
  package func unit(of column: String) -> String {
    Self.fields.first { $0.name == column }?.description(prototype: self).symbol ?? ""
  }

  /// Whether a column holds whole numbers only.
  package func isWhole(_ column: String) -> Bool {
    Self.fields.first { $0.name == column }?.description(prototype: self).type == "integer"
  }

  /// The number in a column; nil where it holds none.
  package func number(of column: String) -> Double? {
    text(of: column).flatMap(NumberText.parse)
  }
}
