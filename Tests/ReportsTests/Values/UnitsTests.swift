import Reports
import Tables
import Testing

/// How numbers are shown.
struct UnitsTests {
  private let chinese = Units(.chinese, in: .chinese, currency: "CNY")
  private let international = Units(.international, in: .english, currency: "CNY")

  @Test func `Chinese units are those of planning`() {
    #expect(chinese.unit(of: .power, upTo: 16_923).full(16_923) == "1692.3 万千瓦")
    #expect(chinese.unit(of: .energy, upTo: 107.3e6).full(107.3e6) == "1073.0 亿千瓦时")
    #expect(chinese.unit(of: .energy, upTo: 1040).full(1040) == "104.0 万千瓦时")
    #expect(chinese.unit(of: .money, upTo: 2.302e9).full(2.302e9) == "23.02 亿元")
    #expect(chinese.unit(of: .coal, upTo: 8.098e6).full(8.098e6) == "809.8 万吨标煤")
    #expect(chinese.unit(of: .share, upTo: 1).full(0.04812) == "4.81 %")
  }

  @Test func `international units are MW and GWh`() {
    #expect(international.unit(of: .power, upTo: 16_923).full(16_923) == "16,923 MW")
    #expect(international.unit(of: .energy, upTo: 107.3e6).full(107.3e6) == "107,300.0 GWh")
    #expect(international.unit(of: .energy, upTo: 150).full(150) == "150.0 MWh")
    #expect(international.unit(of: .money, upTo: 6.4363e6).full(6.4363e6) == "6.436 M CNY")
  }

  @Test func `nothing is shown without a sign`() {
    #expect(international.unit(of: .power, upTo: 100).text(-0.001) == "0.0")
    #expect(international.unit(of: .power, upTo: 100).text(-0.1) == "-0.1")
  }

  @Test func `a column of small numbers gets a unit of its own`() {
    var table = ReportTable("small", "small", "row", [.init("flow"), .init("held")])
    table.add("a", [.number(1e7, .energy), .number(6000, .energy)])
    table.add("b", [.number(2e7, .energy), .number(500, .energy)])
    // One measure alone: one unit for all, so that the columns compare.
    #expect(LaidTable(table, in: chinese).units == .caption("亿千瓦时"))
    var mixed = ReportTable(
      "mixed",
      "mixed",
      "row",
      [.init("flow"), .init("held"), .init("share")]
    )
    mixed.add("a", [.number(1e7, .energy), .number(6000, .energy), .number(0.5, .share)])
    let laid = LaidTable(mixed, in: chinese)
    #expect(laid.units == .columns(["亿千瓦时", "万千瓦时", "%"]))
    #expect(laid.cells[0].map(\.text) == ["100.0", "600.0", "50.00"])
  }

  @Test func `rows of several measures tell their units in a column`() {
    var table = ReportTable("rows", "rows", "row", [.init("Jan"), .init("Feb")])
    table.add("power", [10, 20], .power)
    table.add("share", [0.1, 0.2], .share, role: .part)
    #expect(LaidTable(table, in: international).units == .rows(["MW", "%"]))
  }
}
