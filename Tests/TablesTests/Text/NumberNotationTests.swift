import Testing

@testable import Tables

struct NumberNotationTests {
  private func plain(_ text: String, _ decimal: NumberNotation.Decimal, unit: String = "")
    -> String?
  {
    guard case .success(let reading)? = NumberNotation(decimal: decimal).read(text, unit: unit)
    else {
      return nil
    }
    return reading.plain
  }

  private func isRefused(_ text: String, _ decimal: NumberNotation.Decimal, unit: String = "")
    -> Bool
  {
    if case .failure? = NumberNotation(decimal: decimal).read(text, unit: unit) { return true }
    return false
  }

  @Test(
    arguments: [
      ("1,234", "1234"), ("-1,234,567.5", "-1234567.5"), ("1 234", "1234"),
      ("1\u{A0}234.5", "1234.5"),
      ("1'234", "1234"), ("1_000_000", "1000000"), ("１２３．５", "123.5"), ("12,345e2", "12345e2"),
    ])
  func `groups of three digits are one number`(text: String, number: String) {
    #expect(plain(text, .point) == number)
  }

  @Test(arguments: [
    "1", "0.5", "-0", "1e300", "wind", "1,5", "12,34,567", "1,2345", "04-01..04-20", "", "inf",
  ])
  func `a plain number and what is none are left alone`(text: String) {
    #expect(NumberNotation.plain.read(text) == nil)
  }

  @Test(
    arguments: [
      ("0,5", "0.5"), ("1.234,5", "1234.5"), ("1.234", "1234"), ("12,345", "12.345"), ("7", nil),
    ]
  )
  func `with decimal commas points part groups`(text: String, number: String?) {
    #expect(plain(text, .comma) == number)
  }

  @Test func `what has two readings is refused`() {
    #expect(isRefused("1,234", .unclear))
    #expect(isRefused("1.5", .comma))
    #expect(!isRefused("1234", .unclear))
  }

  @Test(
    arguments: [
      (["1,5", "2"], NumberNotation.Decimal.comma), (["0,125"], .comma), (["1.5", "2"], .point),
      (["1,234", "5"], .unclear), (["1,234", "5.5"], .point), (["1.234,5"], .comma),
      (["1,234.5"], .point), (["1,5", "1.5"], .unclear), (["1.234"], .point), (["a,b"], .point),
      (["1,234,567"], .point),
    ])
  func `the cells of a table tell the decimal sign`(
    cells: [String],
    decimal: NumberNotation.Decimal
  ) {
    #expect(NumberNotation.of(cells).decimal == decimal)
  }

  @Test(
    arguments: [
      ("35%", "pu", "0.35"), ("35 ％", "pu", "0.35"), ("50%", "pu/h", "0.5"),
      ("120万千瓦", "MW", "1200"),
      ("120 万kW", "MW", "1200"), ("1.2 GW", "MW", "1200"), ("5 MW", "MW", "5"),
      ("300兆瓦", "MW", "300"),
      ("3亿千瓦时", "MWh", "300000"), ("2 万千瓦时", "MWh", "20"), ("0.35元/千瓦时", "CNY/MWh", "350"),
      ("2,500元/千瓦", "CNY/MW", "2500000"), ("3.2亿元", "CNY", "320000000"),
      ("800元/吨标煤", "CNY/tce", "800"),
      ("8 小时", "h", "8"),
    ])
  func `a unit behind a number is converted, never guessed`(
    text: String,
    unit: String,
    number: String
  ) {
    #expect(plain(text, .point, unit: unit) == number)
  }

  @Test(arguments: [("3亿千瓦时", "MW"), ("5 MW", "MWh"), ("0.35元/千瓦时", "EUR/MWh"), ("5 MW", "")])
  func `a unit of another kind is refused`(text: String, unit: String) {
    #expect(isRefused(text, .point, unit: unit))
  }

  @Test func `where no unit is told the number is told in the first of its kind`() {
    guard case .failure(let fault) = NumberRule(in: -1e9...1e9, unit: "").read("3亿千瓦时") else {
      Issue.record("it was read")
      return
    }
    #expect(fault.fix == "Write 300000 where MWh is meant.")
    guard case .failure(let price) = NumberRule(in: 0...1, unit: "").read("0.35元/千瓦时") else {
      Issue.record("it was read")
      return
    }
    #expect(price.fix == "Write 350 where CNY/MWh is meant.")
  }

  @Test func `a word that is no unit is left to the field`() {
    #expect(NumberNotation.plain.read("5 apples", unit: "MW") == nil)
    #expect(NumberNotation.plain.read("load-2030", unit: "MW") == nil)
  }
}
