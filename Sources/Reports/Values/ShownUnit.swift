import Foundation
import Tables

/// A unit in which numbers are shown: its symbol, its factor and its decimals.
package struct ShownUnit: Sendable, Hashable {
  /// The symbol; empty where numbers stand without one.
  package let symbol: String
  /// What a number in the unit of its measure is multiplied by.
  package let factor: Double
  /// How many decimals are shown.
  package let decimals: Int
  /// Whether thousands are told apart by commas.
  package let isGrouped: Bool

  package init(symbol: String, factor: Double, decimals: Int, isGrouped: Bool) {
    (self.symbol, self.factor) = (symbol, factor)
    (self.decimals, self.isGrouped) = (decimals, isGrouped)
  }

  /// A number as it is shown, without its unit.
  package func text(_ value: Double) -> String {
    let scaled = value * factor
    let text =
      isGrouped
      ? NumberText.grouped(scaled, decimals: decimals)
      : NumberText.fixed(scaled, decimals: decimals)
    // A loss of nothing is no loss: `-0.00` is shown as `0.00`.
    return text.hasPrefix("-") && !text.contains { ("1"..."9").contains($0) }
      ? String(text.dropFirst()) : text
  }

  /// A number with its unit behind it.
  package func full(_ value: Double) -> String {
    symbol.isEmpty ? text(value) : text(value) + " " + symbol
  }

  /// The number's form as spreadsheets state it.
  package var spreadsheetForm: String {
    (isGrouped ? "#,##0" : "0")
      + (decimals > 0 ? "." + String(repeating: "0", count: decimals) : "")
  }
}
