package import Tables

/// Converts between the units in which hourly values are written.
package enum SeriesUnit {
  /// A linear conversion.
  package struct Conversion: Sendable, Hashable {
    /// What a number is multiplied by, first.
    package var factor: Double
    /// What is added, then.
    package var offset: Double

    /// Leaves numbers as they are.
    package static let identity = Conversion(factor: 1, offset: 0)

    /// The converted number.
    package func callAsFunction(_ number: Double) -> Double { number * factor + offset }
  }

  /// All symbols that may be written, prices with CNY for any currency.
  package static let symbols =
    UnitSymbol.symbols + ["CNY/MWh", "CNY/kWh", "CNY/GJ", "CNY/t", "元/千瓦时", "元/兆瓦时"]

  /// The conversion to a wanted unit, or what is wrong with the written one.
  ///
  /// An empty unit stands for whatever is wanted, an empty wish for a plain number. Without a wish numbers are
  /// brought to the first unit of their kind. A price of heat is one of coal equivalent as well.
  package static func conversion(
    from written: String,
    to wanted: String?
  ) -> Result<Conversion, FieldFault> {
    if written.isEmpty || written == wanted { return .success(.identity) }
    guard var from = unit(written) else {
      return .failure(FieldFault(rule: "is not a known unit", fix: fix(written)))
    }
    let to = wanted.flatMap(unit)
    if let to, !from.agrees(with: to), let coal = from.perTonneOfCoal { from = coal }
    if let wanted, !fits(from, to, plain: wanted.isEmpty) {
      return .failure(misfit(from, to, wanted))
    }
    let (factor, offset) = (to?.factor ?? 1, to?.offset ?? 0)
    return .success(
      Conversion(factor: from.factor / factor, offset: (from.offset - offset) / factor)
    )
  }

  /// Whether a unit can be told in another one; a share is a plain number.
  private static func fits(_ from: UnitSymbol, _ to: UnitSymbol?, plain isPlain: Bool) -> Bool {
    isPlain ? from.kind == "share" : to.map(from.agrees) == true
  }

  private static func misfit(
    _ from: UnitSymbol,
    _ to: UnitSymbol?,
    _ wanted: String
  ) -> FieldFault {
    let fix =
      switch (from.kind.hasSuffix("/mass"), to?.kind.hasSuffix("/coal")) {
      case (true, true):
        "Divide the price by the tce in a tonne (0.786 at 5500 kcal/kg) and say `unit: \(wanted)`."
      case (_, true):
        "Give a series in \(wanted), or in \(wanted.replacing("tce", with: "GJ")) of its heat."
      default:
        wanted.isEmpty
          ? "Give a series of plain numbers and leave its unit out."
          : "Give a series in \(wanted) or the like."
      }
    return FieldFault(
      rule: "cannot be converted to \(wanted.isEmpty ? "a plain number" : wanted)",
      fix: fix
    )
  }

  /// Whether the numbers of a unit are amounts of energy, so that those of shorter times add up.
  static func isEnergy(_ written: String) -> Bool { UnitSymbol.of(written)?.kind == "energy" }

  /// Whether means over an hour stand for the hour: those of power and of shares do.
  static func hasMeans(_ unit: String) -> Bool {
    ["power", "share"].contains(UnitSymbol.of(unit)?.kind)
  }

  /// The unit of a symbol; energy is that of one hour.
  private static func unit(_ symbol: String) -> UnitSymbol? {
    guard let unit = UnitSymbol.of(symbol), unit.kind == "energy" else {
      return UnitSymbol.of(symbol)
    }
    return UnitSymbol.of("MW").map { $0.scaled(by: unit.factor) }
  }

  /// What to write instead; no guess where a Chinese word for ten thousand or so may be part of it.
  private static func fix(_ written: String) -> String {
    let isLatin = written.utf8.allSatisfy { $0 < 0x80 }
    return isLatin
      ? NearestName.fix(written, among: symbols)
      : "Known, among others: MW, GW, 兆瓦, 万千瓦, 万千瓦时, 亿千瓦时, pu, %, 元/千瓦时, 元/兆瓦时."
  }
}
