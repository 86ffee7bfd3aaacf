import Tables

/// How a column grows with the asset.
package enum ColumnSizing: Sendable {
  /// Twice as much of the asset has twice of it: MW, MWh, a number of units.
  case amount
  /// The share of the asset that is of one kind, such as retrofitted.
  case share
}

extension Asset {
  /// How a column grows with the asset; nil where it says what the asset is, not how much.
  package func sizing(of column: String) -> ColumnSizing? {
    guard let column = Self.columns.first(where: { $0.field.name == column }) else { return nil }
    let field = column.field.description(prototype: self)
    guard let unit = field.unit, !unit.isMoney else { return nil }
    if column.reason == .size, unit.measure == .share { return .share }
    if column.reason == .size, field.name == "units" { return .amount }
    guard unit.divisor == nil || unit.divisor == .time else { return nil }
    switch unit.measure {
    case .power, .energy, .flow, .volume, .coal, .mass: return .amount
    case .plain, .share, .heat, .time, .money, .temperature, .angle, .capacityTime: return nil
    }
  }

  /// Whether the asset is a number of like units, each of which can be changed by itself.
  package var countsUnits: Bool {
    guard let size = facts.unitSize, let units = number(of: "units"), !isWhole("units") else {
      return false
    }
    return sizing(of: "units") == .amount
      && abs(size * units - facts.capacity) <= 1e-9 * max(1, facts.capacity)
  }
}
