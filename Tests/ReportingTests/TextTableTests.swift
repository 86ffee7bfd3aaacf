import Reporting
import Testing

struct TextTableTests {
  @Test func `numbers stand to the right and names to the left`() {
    var table = TextTable(header: ["", "MW", "hours"])
    table.append(["coal", "1,200", "4"])
    table.append(["wind", "9"])
    #expect(
      table.lines() == [
        "           MW  hours",
        "  coal  1,200      4",
        "  wind      9",
      ]
    )
  }

  @Test func `a column without a value is left out`() {
    var table = TextTable(header: ["name", "a", "b"])
    table.append(["x", "", "1"])
    #expect(table.lines(indent: 0) == ["name  b", "x     1"])
  }

  @Test func `a Chinese character takes two places`() {
    #expect(TextTable.width(of: "吉林a") == 5)
  }
}

struct AmountTests {
  @Test func `the prefix keeps a number short`() {
    #expect(Amount.energy(1_234_567) == "1.23 TWh")
    #expect(Amount.energy(999.6) == "1.00 GWh")
    #expect(Amount.energy(-45_600) == "-45.6 GWh")
    #expect(Amount.energy(0) == "0 MWh")
    #expect(Amount.power(12_100) == "12.1 GW")
    #expect(Amount.money(98_765_432_100, currency: "CNY") == "98.8 bn CNY")
    #expect(Amount.money(4321, currency: "CNY") == "4,321 CNY")
    #expect(Amount.mass(4_500_000) == "4.50 Mt")
  }

  @Test func `a residual is bounded by a power of ten`() {
    #expect(Amount.ceiling(0) == "1e-12")
    #expect(Amount.ceiling(-2e-7) == "1e-6")
    #expect(Amount.ceiling(1e-3) == "1e-3")
  }

  @Test func `a small share keeps two decimals`() {
    #expect(Amount.percent(0.0512) == "5.1 %")
    #expect(Amount.percent(0.000_61) == "0.06 %")
  }
}

struct HeatTableTests {
  @Test func `the darkest sign marks the largest cell and empty months are left out`() {
    var cells = Array(repeating: Array(repeating: 0.0, count: 24), count: 12)
    cells[2][12] = 10
    cells[2][13] = 2.1  // 21 % of the largest: the second shade
    cells[2][0] = 0.1
    let lines = HeatTable(cells: cells).lines(indent: 0) { "\($0)" }
    #expect(lines == ["hour 0     6     12    18", "Mar  ·           █░            12.2"])
  }

  @Test func `nothing is drawn of nothing`() {
    let cells = Array(repeating: Array(repeating: 0.0, count: 24), count: 12)
    #expect(HeatTable(cells: cells).lines { "\($0)" }.isEmpty)
  }
}
