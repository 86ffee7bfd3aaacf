import Foundation
import Reporting
import Tables

/// Two values as a person reads them side by side: in one unit that keeps both short, to six digits.
struct ShownFigure {
  let base: String
  let other: String
  /// The change to three digits, with its sign.
  let change: String
  /// The change as a share of the base, with its sign; empty where there is no base.
  let share: String
  let unit: String

  /// The values in their unit; a missing one is shown as a dash.
  init(_ base: Double?, _ other: Double?, unit: String) {
    let size = max(abs(base ?? 0), abs(other ?? 0))
    let scale = Scale(unit, of: size)
    let decimals = Self.decimals(size / scale.size, digits: 6)
    func shown(_ value: Double?) -> String {
      value.map { NumberText.grouped($0 / scale.size, decimals: decimals) } ?? "–"
    }
    self.unit = scale.unit
    (self.base, self.other) = (shown(base), shown(other))
    guard let base, let other else {
      (change, share) = ("", "")
      return
    }
    change = Self.signed((other - base) / scale.size)
    share = base == 0 ? "" : Self.signed(100 * (other - base) / abs(base)) + " %"
  }

  /// A figure of a comparison.
  init(_ figure: JudgedFigure) {
    let absent: Double? = figure.figure.quantity.isAmount ? 0 : nil
    self.init(figure.base ?? absent, figure.other ?? absent, unit: figure.figure.unit)
  }

  /// An amount alone, such as what is allowed.
  static func amount(_ value: Double, unit: String) -> String {
    let scale = Scale(unit, of: value)
    let number = value / scale.size
    let text = NumberText.grouped(number, decimals: decimals(number, digits: 3))
    return scale.unit.isEmpty ? text : "\(text) \(scale.unit)"
  }

  /// A number to three digits with its sign.
  private static func signed(_ value: Double) -> String {
    let text = NumberText.grouped(value, decimals: decimals(value, digits: 3))
    return value > 0 ? "+" + text : text
  }

  /// The decimals that show so many digits of a number.
  private static func decimals(_ value: Double, digits: Int) -> Int {
    guard value != 0, value.isFinite else { return 0 }
    let magnitude = WholeNumber.nearest(log10(abs(value)), .down, in: -12...300)
    return min(max(digits - 1 - magnitude, 0), 9)
  }

  /// A unit with the prefix that a size asks for.
  private struct Scale {
    let unit: String
    let size: Double

    init(_ unit: String, of value: Double) {
      let steps: [(String, Double)] =
        switch unit {
        case "pu": [("%", 0.01)]
        case "MWh": [("TWh", 1e6), ("GWh", 1e3), ("MWh", 1)]
        case "MW": [("GW", 1e3), ("MW", 1)]
        case "t", "tce": [("M" + unit, 1e6), ("k" + unit, 1e3), (unit, 1)]
        case _ where unit.count == 3 && unit.allSatisfy(\.isUppercase):
          [("bn " + unit, 1e9), ("M " + unit, 1e6), (unit, 1)]
        default: [(unit, 1)]
        }
      let chosen = steps.first { abs(value) >= 0.9995 * $0.1 } ?? steps[steps.count - 1]
      (self.unit, size) = chosen
    }
  }
}
