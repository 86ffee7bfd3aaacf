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

  private struct Unit {
    let symbol: String
    let kind: String
    let factor: Double
    var offset = 0.0
  }

  /// Units with the factor to the first of their kind; energy is that of one hour.
  private static let units: [Unit] = [
    Unit(symbol: "MW", kind: "power", factor: 1),
    Unit(symbol: "W", kind: "power", factor: 1e-6),
    Unit(symbol: "kW", kind: "power", factor: 1e-3),
    Unit(symbol: "GW", kind: "power", factor: 1e3),
    Unit(symbol: "万千瓦", kind: "power", factor: 10),
    Unit(symbol: "MWh/h", kind: "power", factor: 1),
    Unit(symbol: "kWh/h", kind: "power", factor: 1e-3),
    Unit(symbol: "GWh/h", kind: "power", factor: 1e3),
    Unit(symbol: "MWh", kind: "power", factor: 1),
    Unit(symbol: "kWh", kind: "power", factor: 1e-3),
    Unit(symbol: "GWh", kind: "power", factor: 1e3),
    Unit(symbol: "GJ/h", kind: "power", factor: 1 / 3.6),
    Unit(symbol: "pu", kind: "share", factor: 1),
    Unit(symbol: "%", kind: "share", factor: 0.01),
    Unit(symbol: "percent", kind: "share", factor: 0.01),
    Unit(symbol: "degC", kind: "temperature", factor: 1),
    Unit(symbol: "°C", kind: "temperature", factor: 1),
    Unit(symbol: "K", kind: "temperature", factor: 1, offset: -273.15),
    Unit(symbol: "degF", kind: "temperature", factor: 5 / 9, offset: -160.0 / 9),
    Unit(symbol: "m3/s", kind: "flow", factor: 1),
    Unit(symbol: "m³/s", kind: "flow", factor: 1),
    Unit(symbol: "m3/h", kind: "flow", factor: 1 / 3600),
    Unit(symbol: "m³/h", kind: "flow", factor: 1 / 3600),
    Unit(symbol: "m/s", kind: "speed", factor: 1),
    Unit(symbol: "W/m2", kind: "irradiance", factor: 1),
  ]

  /// All symbols that may be written, prices with CNY for any currency.
  package static let symbols = units.map(\.symbol) + ["CNY/MWh", "CNY/kWh", "CNY/GJ", "CNY/t"]

  /// The conversion to a wanted unit, or what is wrong with the written one.
  ///
  /// An empty unit stands for whatever is wanted; an empty wish for the first unit of the kind.
  package static func conversion(
    from written: String,
    to wanted: String
  ) -> Result<Conversion, FieldFault> {
    if written.isEmpty || written == wanted { return .success(.identity) }
    guard let from = unit(written) else {
      return .failure(
        FieldFault(
          rule: "is not a known unit",
          mend: NearestName.mend(written, among: symbols)
        )
      )
    }
    let to = wanted.isEmpty ? Unit(symbol: "", kind: from.kind, factor: 1) : unit(wanted)
    guard let to, agree(from.kind, to.kind) else {
      return .failure(
        FieldFault(
          rule: "cannot be converted to \(wanted)",
          mend: "Give a series in \(wanted) or the like."
        )
      )
    }
    return .success(
      Conversion(
        factor: from.factor / to.factor,
        offset: (from.offset - to.offset) / to.factor
      )
    )
  }

  /// The unit of a symbol; a price has its currency in its kind.
  private static func unit(_ symbol: String) -> Unit? {
    if let unit = units.first(where: { $0.symbol == symbol }) { return unit }
    let parts = symbol.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 2, isCurrency(parts[0]) else { return nil }
    let prices = ["MWh": ("energy", 1.0), "kWh": ("energy", 1000.0), "GJ": ("energy", 3.6)]
    if let (kind, factor) = prices[String(parts[1])] {
      return Unit(symbol: symbol, kind: "\(parts[0]) \(kind)", factor: factor)
    }
    return parts[1] == "t" ? Unit(symbol: symbol, kind: "\(parts[0]) mass", factor: 1) : nil
  }

  /// Whether a text is a currency's code, or the word that stands for any.
  private static func isCurrency(_ text: Substring) -> Bool {
    text == "currency" || text.utf8.count == 3 && text.utf8.allSatisfy { (65...90).contains($0) }
  }

  /// Whether two kinds are the same, `currency` standing for any.
  private static func agree(_ left: String, _ right: String) -> Bool {
    if left == right { return true }
    let (left, right) = (left.split(separator: " "), right.split(separator: " "))
    guard left.count == 2, right.count == 2, left[1] == right[1] else { return false }
    return left[0] == "currency" || right[0] == "currency"
  }
}
