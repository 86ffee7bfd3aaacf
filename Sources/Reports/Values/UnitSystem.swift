package import Tables

/// The units of a report: those of Chinese planning, or MW and GWh.
public enum UnitSystem: String, Sendable, CaseIterable {
  /// 万千瓦, 亿千瓦时, 亿元, 万吨标煤.
  case chinese = "cn"
  /// MW, GWh, millions of the currency, kt.
  case international = "si"
}

/// Chooses the unit of a measure by the largest number that is shown together in it.
package struct Units: Sendable {
  let system: UnitSystem
  let language: Language
  let currency: String

  package init(_ system: UnitSystem, in language: Language, currency: String) {
    (self.system, self.language, self.currency) = (system, language, currency)
  }

  /// A unit with its factor, and from which number on it is taken.
  private typealias Scale = (symbol: String, factor: Double, from: Double)

  /// The unit for numbers of a measure, none of them larger than one.
  package func unit(of measure: Measure, upTo most: Double) -> ShownUnit {
    let scales = scales(of: measure)
    let size = abs(most)
    let scale = scales.first { size >= $0.from } ?? scales[scales.count - 1]
    return ShownUnit(
      symbol: scale.symbol,
      factor: scale.factor,
      decimals: decimals(of: measure, upTo: size * scale.factor),
      isGrouped: language == .english
    )
  }

  /// Decimals that leave the largest number four digits.
  private func decimals(of measure: Measure, upTo most: Double) -> Int {
    switch measure {
    case .share: return 2
    case .coalRate: return 1
    case .hours, .count: return 0
    case .price: return most < 10 ? 3 : 1
    default:
      let digits = most >= 1000 ? 4 : most >= 100 ? 3 : most >= 10 ? 2 : 1
      let least = measure == .money ? 2 : system == .chinese || measure != .power ? 1 : 0
      return most == 0 ? least : min(max(4 - digits, least), 3)
    }
  }

  private func scales(of measure: Measure) -> [Scale] {
    switch measure {
    case .share: [("%", 100, 0)]
    case .hours: [("h", 1, 0)]
    case .count: [("", 1, 0)]
    case .coalRate: [("g/kWh", 1, 0)]
    default: system == .chinese ? chinese(measure) : international(measure)
    }
  }

  private func chinese(_ measure: Measure) -> [Scale] {
    let isChinese = language == .chinese
    let money = currency == "CNY" && isChinese ? "元" : currency
    switch measure {
    case .power: return [(isChinese ? "万千瓦" : "10⁴ kW", 0.1, 0)]
    case .energy:
      return [
        (isChinese ? "亿千瓦时" : "10⁸ kWh", 1e-5, 1e4), (isChinese ? "万千瓦时" : "10⁴ kWh", 0.1, 0),
      ]
    case .money:
      return [
        (isChinese ? "亿" + money : "10⁸ " + money, 1e-8, 1e7),
        (isChinese ? "万" + money : "10⁴ " + money, 1e-4, 0),
      ]
    case .price: return [(isChinese ? money + "/兆瓦时" : money + "/MWh", 1, 0)]
    case .coal:
      return [
        (isChinese ? "万吨标煤" : "10⁴ tce", 1e-4, 1e3), (isChinese ? "吨标煤" : "tce", 1, 0),
      ]
    case .carbon, .pollutant:
      return [(isChinese ? "万吨" : "10⁴ t", 1e-4, 1e3), (isChinese ? "吨" : "t", 1, 0)]
    default: return [("", 1, 0)]
    }
  }

  private func international(_ measure: Measure) -> [Scale] {
    switch measure {
    case .power: [("MW", 1, 0)]
    case .energy: [("GWh", 1e-3, 1e3), ("MWh", 1, 0)]
    case .money: [("M " + currency, 1e-6, 1e5), (currency, 1, 0)]
    case .price: [(currency + "/MWh", 1, 0)]
    case .coal: [("ktce", 1e-3, 1e3), ("tce", 1, 0)]
    case .carbon, .pollutant: [("kt", 1e-3, 1e3), ("t", 1, 0)]
    default: [("", 1, 0)]
    }
  }
}
