import Tables

/// An asset with shares of its options taken, as the rows of its table that then stand.
package struct TakenOptions {
  /// A row: its name, and the figures that differ from those of the asset.
  package struct Variant {
    package let name: String
    /// Whether it stands beside the asset's own row.
    package let isNew: Bool
    /// Numbers that differ, in the order of the options.
    package var figures: [(column: String, value: Double)]
    /// Texts that differ, such as a fuel's name.
    package var texts: [(column: String, text: String)] = []

    /// All that differs as texts of cells, the name of a new row first.
    package var cells: [(column: String, text: String)] {
      (isNew ? [("name", name)] : []) + texts
        + figures.map { ($0.column, NumberText.shortest($0.value)) }
    }
  }

  /// The rows, the asset's own first.
  package private(set) var variants: [Variant]

  package init(of asset: any Asset, _ options: [CapacityOption], _ shares: [Double]) {
    let taken = zip(options, shares).filter { $0.0.asset == asset.name && $0.1 > 0 }
    var own: [(column: String, value: Double)] = []
    for (option, share) in taken where !option.isConversion {
      for change in option.changes {
        let step = share * (change.after - change.before)
        if let known = own.firstIndex(where: { $0.column == change.column }) {
          own[known].value += step
        } else {
          own.append((change.column, change.before + step))
        }
      }
    }
    for index in own.indices {
      let before = asset.number(of: own[index].column) ?? 0
      own[index].value = CapacityOption.Change.settled(own[index].value, beside: before)
    }
    variants = [Variant(name: asset.name, isNew: false, figures: own)]
    let conversions = taken.filter(\.0.isConversion)
    guard !conversions.isEmpty else {
      round(asset)
      return
    }
    // What is retired or added of the units beside those that become others.
    let units = asset.number(of: "units") ?? 1
    let all = own.first { $0.column == "units" }?.value ?? units
    let stays = units == 0 ? 1 : all / units
    if let column = Self.commonShare(of: options.filter { $0.asset == asset.name }, asset) {
      let before = asset.number(of: column) ?? 0
      let changed = conversions.reduce(stays * before) { sum, way in
        sum + way.1 * ((way.0.changes.first?.after ?? before) - before)
      }
      let share = stays > 1e-12 ? min(1, max(0, changed / stays)) : before
      variants[0].figures.append((column, share))
      return
    }
    let rest = conversions.reduce(stays) { $0 - $1.1 }
    variants[0].figures.removeAll { $0.column == "units" }
    // What rounding leaves of units that are all gone is none.
    variants[0].figures.append(("units", rest > 1e-9 ? rest * units : 0))
    for (option, share) in conversions {
      var figures = option.changes.map { (column: $0.column, value: $0.after) }
      figures.append(("units", share * units))
      let known = Set(figures.map(\.column))
      let texts = type(of: asset).fieldNames.compactMap { column -> (String, String)? in
        guard !known.contains(column), column != "name",
          let text = option.changed?.text(of: column), text != asset.text(of: column)
        else { return nil }
        return (column, text)
      }
      variants.append(
        Variant(name: "\(asset.name)+\(option.name)", isNew: true, figures: figures, texts: texts)
      )
    }
  }

  /// The share that all options which convert units change, where each changes nothing else.
  private static func commonShare(
    of options: [CapacityOption],
    _ asset: any Asset
  ) -> String? {
    let conversions = options.filter(\.isConversion)
    guard let column = conversions.first?.changes.first?.column, asset.sizing(of: column) == .share
    else { return nil }
    let isCommon = conversions.allSatisfy { option in
      option.changes.count == 1 && option.changes[0].column == column
        && type(of: asset).fieldNames.allSatisfy {
          $0 == column || option.changed?.text(of: $0) == asset.text(of: $0)
        }
    }
    return isCommon ? column : nil
  }

  /// Whole numbers as they are reached: never less than what was asked.
  private mutating func round(_ asset: any Asset) {
    for index in variants[0].figures.indices
    where asset.isWhole(variants[0].figures[index].column) {
      let (column, value) = variants[0].figures[index]
      let before = asset.number(of: column) ?? 0
      variants[0].figures[index].value =
        value < before ? (value + 1e-9).rounded(.down) : (value - 1e-9).rounded(.up)
    }
  }
}

extension Asset {
  fileprivate static var fieldNames: [String] { fields.map(\.name) }

  /// The asset as a row of its table that then stands; nil where a cell cannot be so.
  package func taken(as variant: TakenOptions.Variant) -> (any Asset)? {
    var result: any Asset = self
    for (column, text) in variant.cells {
      guard case .success(let next) = result.changed(column, to: text) else { return nil }
      result = next
    }
    return result
  }
}
