import Tables

/// Numbers as a person reads them: grouped, with a unit that keeps them short.
public enum Amount {
  /// An energy in MWh as `12.3 TWh`, `456 GWh` or `7.8 MWh`.
  public static func energy(_ megawattHours: Double) -> String {
    scaled(megawattHours, "Wh", prefixes: [("T", 1e6), ("G", 1e3), ("M", 1)])
  }

  /// A power in MW as `12.3 GW` or `456 MW`.
  public static func power(_ megawatts: Double) -> String {
    scaled(megawatts, "W", prefixes: [("G", 1e3), ("M", 1)])
  }

  /// A mass in tonnes as `45.6 Mt`, `7.8 kt` or `9 t`.
  public static func mass(_ tonnes: Double, of unit: String = "t") -> String {
    scaled(tonnes, unit, prefixes: [("M", 1e6), ("k", 1e3), ("", 1)])
  }

  /// Money as `12.3 bn CNY`, `456 M CNY` or `7,890 CNY`.
  public static func money(_ amount: Double, currency: String) -> String {
    scaled(amount, currency, prefixes: [("bn ", 1e9), ("M ", 1e6), ("", 1)])
  }

  /// A share as a percentage with one decimal, two below one percent.
  public static func percent(_ share: Double) -> String {
    NumberText.fixed(100 * share, decimals: abs(share) < 0.01 ? 2 : 1) + " %"
  }

  /// A number to about three digits, in groups of thousands; 0 is nothing, 0.00 is little.
  public static func plain(_ value: Double) -> String {
    guard value != 0 else { return "0" }
    return NumberText.grouped(value, decimals: abs(value) < 10 ? 2 : abs(value) < 100 ? 1 : 0)
  }

  /// The least power of ten, from 1e-12 on, that a residual does not exceed.
  public static func ceiling(_ residual: Double) -> String {
    var exponent = -12
    var power = 1e-12
    while power < abs(residual), exponent < 12 {
      exponent += 1
      power = Double("1e\(exponent)") ?? .infinity
    }
    return "1e\(exponent)"
  }

  private static func scaled(
    _ value: Double,
    _ unit: String,
    prefixes: [(name: String, size: Double)]
  ) -> String {
    let last = prefixes[prefixes.count - 1]
    let prefix = prefixes.first { abs(value) >= 0.9995 * $0.size } ?? last
    return plain(value / prefix.size) + " " + prefix.name + unit
  }
}
