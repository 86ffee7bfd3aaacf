/// A unit as people write it, in Latin letters or Chinese, alone or as one unit per another.
package struct UnitSymbol: Sendable, Hashable {
  /// What is measured, such as `power`; `money/energy` for a price.
  package let kind: String
  /// What a number is multiplied by to be in the first unit of the kind.
  package let factor: Double
  /// What is added, then.
  package let offset: Double

  private init(_ kind: String, _ factor: Double, offset: Double = 0) {
    (self.kind, self.factor, self.offset) = (kind, factor, offset)
  }

  /// Units by kind, with the factor to the first of the kind.
  private static let kinds: [(kind: String, units: [(symbols: [String], factor: Double)])] = [
    (
      "power",
      [
        (["MW", "兆瓦", "MWh/h", "MW·h/h"], 1), (["W", "瓦"], 1e-6),
        (["kW", "KW", "千瓦", "kWh/h"], 1e-3), (["GW", "吉瓦", "GWh/h"], 1e3),
        (["万千瓦", "万kW", "万KW"], 10), (["亿千瓦", "亿kW", "亿KW"], 1e5),
        (["万兆瓦", "万MW"], 1e4), (["GJ/h"], 1 / 3.6),
      ]
    ),
    (
      "energy",
      [
        (["MWh", "MW·h", "兆瓦时", "兆瓦·时", "千度"], 1),
        (["kWh", "KWh", "kW·h", "千瓦时", "千瓦·时", "度"], 1e-3),
        (["GWh", "GW·h", "吉瓦时"], 1e3), (["TWh", "太瓦时"], 1e6),
        (["万千瓦时", "万千瓦·时", "万kWh", "万kW·h", "万度"], 10),
        (["亿千瓦时", "亿千瓦·时", "亿kWh", "亿kW·h", "亿度"], 1e5), (["万兆瓦时", "万MWh"], 1e4),
      ]
    ),
    ("share", [(["pu", "p.u.", "标幺值"], 1), (["%", "％", "percent", "百分比"], 0.01)]),
    ("heat", [(["GJ", "吉焦"], 1), (["MJ", "兆焦"], 1e-3), (["TJ"], 1e3), (["万GJ", "万吉焦"], 1e4)]),
    ("coal", [(["tce", "吨标煤", "吨标准煤"], 1), (["万tce", "万吨标煤", "万吨标准煤"], 1e4)]),
    ("mass", [(["t", "吨"], 1), (["kg", "千克", "公斤"], 1e-3), (["万吨", "万t"], 1e4), (["亿吨"], 1e8)]),
    ("time", [(["h", "小时", "时"], 1), (["min", "分钟"], 1.0 / 60), (["d", "天"], 24)]),
    ("CNY", [(["CNY", "元", "人民币元", "RMB"], 1), (["万元"], 1e4), (["亿元"], 1e8), (["分"], 0.01)]),
    ("flow", [(["m3/s", "m³/s", "立方米/秒"], 1), (["m3/h", "m³/h", "立方米/小时"], 1.0 / 3600)]),
    ("speed", [(["m/s", "米/秒"], 1)]),
    ("irradiance", [(["W/m2", "W/m²", "瓦/平方米"], 1)]),
    ("temperature", [(["degC", "°C", "℃", "摄氏度"], 1)]),
  ]

  /// The units of one part by symbol.
  private static let simple: [String: UnitSymbol] = {
    var result = [
      "K": UnitSymbol("temperature", 1, offset: -273.15),
      "degF": UnitSymbol("temperature", 5 / 9, offset: -160.0 / 9),
    ]
    for (kind, units) in kinds {
      for (symbols, factor) in units {
        for symbol in symbols { result[symbol] = UnitSymbol(kind, factor) }
      }
    }
    return result
  }()

  /// All symbols of one part, in a fixed order.
  package static let symbols: [String] =
    kinds.flatMap { $0.units.flatMap(\.symbols) } + ["K", "degF"]

  /// The unit of a symbol, nil where it is none; in a price three capitals stand for a currency.
  package static func of(_ text: String) -> UnitSymbol? {
    if let unit = simple[text] ?? (text == "currency" ? currency(text[...]) : nil) { return unit }
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 2, let left = simple[String(parts[0])] ?? currency(parts[0]),
      let right = simple[String(parts[1])], left.offset == 0, right.offset == 0
    else { return nil }
    return UnitSymbol(left.kind + "/" + right.kind, left.factor / right.factor)
  }

  /// A currency by its code, `currency` for any.
  private static func currency(_ text: Substring) -> UnitSymbol? {
    let isCode = text.utf8.count == 3 && text.utf8.allSatisfy { (65...90).contains($0) }
    return text == "currency" || isCode ? UnitSymbol(String(text), 1) : nil
  }

  /// The heat of a tonne of coal equivalent, GJ: 7000 kcal a kilogram.
  package static let heatOfTonne = 29.3076

  /// A price of heat as one of coal equivalent, nil for what is none.
  package var perTonneOfCoal: UnitSymbol? {
    guard kind.hasSuffix("/heat") else { return nil }
    return UnitSymbol(kind.dropLast(4) + "coal", factor * Self.heatOfTonne)
  }

  /// The unit of the same kind that is so many times as large.
  package func scaled(by number: Double) -> UnitSymbol { UnitSymbol(kind, factor * number) }

  /// The first unit of the kind, in which a number times the factor is.
  var first: String {
    kind.split(separator: "/").map { part in
      Self.kinds.first { $0.kind == part }?.units.first?.symbols.first ?? String(part)
    }.joined(separator: "/")
  }

  /// Whether numbers in one unit can be told in another; `currency` stands for any.
  package func agrees(with other: UnitSymbol) -> Bool {
    if kind == other.kind { return true }
    let (left, right) = (kind.split(separator: "/"), other.kind.split(separator: "/"))
    guard left.count == right.count, left.dropFirst() == right.dropFirst() else { return false }
    return Self.isMoney(left[0]) && Self.isMoney(right[0])
      && (left[0] == "currency" || right[0] == "currency")
  }

  private static func isMoney(_ kind: Substring) -> Bool {
    kind == "currency" || kind.utf8.count == 3 && kind.utf8.allSatisfy { (65...90).contains($0) }
  }
}
