/// The unit of a field's numbers: what they measure, and its symbol.
///
/// A price is money of no currency in particular until the model tells its own.
package struct Unit: Sendable, Hashable {
  /// What a unit measures.
  package enum Measure: String, Sendable, CaseIterable {
    case plain, power, energy, share, heat, coal, mass, time, money, flow, volume, temperature,
      angle
    /// Capacity held over time, as in money per kW and year.
    case capacityTime
  }

  /// The symbol, such as `MW` or `currency/MWh`; empty for a plain number.
  package let symbol: String
  /// What it measures.
  package let measure: Measure
  /// What it is per, nil where it is per nothing.
  package let divisor: Measure?

  private init(_ symbol: String, _ measure: Measure, per divisor: Measure? = nil) {
    (self.symbol, self.measure, self.divisor) = (symbol, measure, divisor)
  }

  /// The unit per another one.
  package func per(_ other: Unit) -> Unit {
    Unit(symbol + "/" + other.symbol, measure, per: other.measure)
  }

  /// Money per a unit: a price.
  package static func money(per other: Unit) -> Unit { money.per(other) }

  /// Whether it is an amount of money, or a price.
  package var isMoney: Bool { measure == .money }

  /// The symbol with the currency of a model.
  package func symbol(in currency: String) -> String {
    isMoney ? symbol.replacing("currency", with: currency) : symbol
  }
}

extension Unit {
  /// A plain number: a count, a factor, a year of the calendar.
  package static let plain = Unit("", .plain)
  /// One of what is counted, in a unit per another.
  package static let once = Unit("1", .plain)
  package static let megawatt = Unit("MW", .power)
  package static let gigawatt = Unit("GW", .power)
  package static let megawattHour = Unit("MWh", .energy)
  package static let gigawattHour = Unit("GWh", .energy)
  package static let kilowattHour = Unit("kWh", .energy)
  /// A share of 1.
  package static let share = Unit("pu", .share)
  package static let hour = Unit("h", .time)
  package static let minute = Unit("min", .time)
  package static let day = Unit("d", .time)
  package static let year = Unit("a", .time)
  /// The currency of the model.
  package static let money = Unit("currency", .money)
  package static let tonne = Unit("t", .mass)
  package static let kilogram = Unit("kg", .mass)
  package static let gram = Unit("g", .mass)
  /// A tonne of coal equivalent, 29.3076 GJ.
  package static let tonneOfCoal = Unit("tce", .coal)
  package static let gramOfCoal = Unit("gce", .coal)
  package static let gigajoule = Unit("GJ", .heat)
  package static let celsius = Unit("°C", .temperature)
  package static let degree = Unit("°", .angle)
  package static let cubicMetre = Unit("m³", .volume)
  package static let thousandCubicMetres = Unit("1000 m³", .volume)
  package static let millionCubicMetres = Unit("10⁶ m³", .volume)
  package static let cubicMetrePerSecond = Unit("m³/s", .flow)
  package static let cubicMetrePerHour = Unit("m³/h", .flow)
  package static let megawattYear = Unit("(MW·a)", .capacityTime)
  package static let kilowattYear = Unit("(kW·a)", .capacityTime)
}
