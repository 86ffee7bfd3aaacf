import GridPlanning
import Tables

/// The names of the two tables of a plan and of their columns: plain for programs, or as a person opens them in Excel.
struct PlanHeadings {
  let plan: [String]
  let cuts: [String]
  private let isChinese: Bool

  /// The columns as other commands read them.
  static let plain = PlanHeadings(
    [
      "option", "asset", "size", "unit", "unit_size", "most", "share_of_most", "mw", "mwh",
      "outlay", "cost_per_year", "worth_of_one_more_per_year", "source",
    ],
    cuts: ["kind", "constant"]
  )

  private init(_ plan: [String], cuts: [String], isChinese: Bool = false) {
    (self.plan, self.cuts, self.isChinese) = (plan, cuts, isChinese)
  }

  /// The headings in a language, with the currency of amounts.
  init(_ language: Language, currency: String) {
    switch language {
    case .english:
      self.init(
        [
          "option", "asset", "size", "unit", "unit size", "most", "share of most", "MW", "MWh",
          "outlay (\(currency))", "cost (\(currency)/a)", "one more saves (\(currency)/a)",
          "source",
        ],
        cuts: ["kind", "constant (\(currency))"]
      )
    case .chinese:
      let money = currency == "CNY" ? "元" : currency
      self.init(
        [
          "选项", "资产", "规模", "单位", "单体规模", "上限", "占上限比例", "兆瓦", "兆瓦时",
          "投资(\(money))", "年费用(\(money)/年)", "再多一个可节省(\(money)/年)", "来源",
        ],
        cuts: ["类别", "常数(\(money))"],
        isChinese: true
      )
    }
  }

  /// The name of the table of options.
  var planFile: String { isChinese ? "规划方案.csv" : "plan.csv" }

  /// The name of the table of bounds.
  var cutsFile: String { isChinese ? "成本下界.csv" : "cuts.csv" }

  /// What a size is counted in.
  func unit(_ unit: String) -> String {
    guard isChinese else { return unit }
    return ["MW": "兆瓦", "MWh": "兆瓦时", "units": "台", "share": "份额"][unit] ?? unit
  }

  /// What a cut bounds.
  func kind(_ kind: PlanCut.Kind) -> String {
    guard isChinese else { return kind.rawValue }
    return switch kind {
    case .cost: "成本"
    case .feasibility: "可行性"
    }
  }
}
