/// The headings of a table made by hand: a column's own name, or a Chinese one, and a unit in brackets.
package struct TableHeading {
  /// The heading without its unit.
  package let base: String
  /// The unit in brackets, empty for none.
  package let unit: String

  /// Chinese headings, each with the columns it may stand for, of which a table has one.
  private static let columns: [String: [String]] = [
    "名称": ["name"], "机组名称": ["name"], "电站名称": ["name"], "电厂名称": ["name"],
    "区域": ["zone"], "分区": ["zone"], "所在区域": ["zone"], "所在分区": ["zone"],
    "装机容量": ["capacity_mw", "turbine_mw", "power_mw"],
    "装机": ["capacity_mw", "turbine_mw", "power_mw"],
    "额定功率": ["power_mw", "capacity_mw", "turbine_mw"],
    "功率": ["power_mw", "capacity_mw", "turbine_mw"],
    "储能容量": ["energy_mwh", "reservoir_mwh"], "库容电量": ["reservoir_mwh", "energy_mwh"],
    "单机容量": ["unit_size_mw"], "台数": ["units"], "机组台数": ["units"], "燃料": ["fuel"],
    "厂用电率": ["own_use_pu"], "最小出力": ["minimum_output_pu"],
  ]

  /// Cuts a heading such as `装机容量(万千瓦)` into its parts.
  package init(_ text: String) {
    let scalars = Array(text.unicodeScalars)
    guard let last = scalars.last, [")", "）", "]"].contains(last),
      let open = scalars.lastIndex(where: { ["(", "（", "["].contains($0) }), open > 0
    else {
      (base, unit) = (text, "")
      return
    }
    base = Self.trimmed(scalars[..<open])
    unit = Self.trimmed(scalars[(open + 1)..<(scalars.count - 1)])
  }

  /// The column that the heading stands for among those of a table; nil where it is none of them.
  func column(among names: [String]) -> String? {
    if names.contains(base) { return base }
    return Self.columns[base]?.first(where: names.contains)
  }

  private static func trimmed(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    var text = view[...]
    while let first = text.first, first.properties.isWhitespace { text.removeFirst() }
    while let last = text.last, last.properties.isWhitespace { text.removeLast() }
    return String(text)
  }
}
