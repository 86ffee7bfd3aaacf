import Tables
import TestSupport
import Testing

struct NumberTextTests {
  @Test(arguments: [
    "0", "-0", "1", "+1", "0.1", ".5", "5.", "1e3", "1E-3", "123456789012345678901234567890",
    "0.000000000000000000000000000123", "9007199254740993", "1.7976931348623157e308", "4.9e-324",
    "2.2250738585072011e-308", "0.35", "3.14159265358979323846", "1e22", "1e23", "9999999999999999",
    "179769313486231580793728971405303415079934132710037826936173778980444968292764750946649017977587207096330286416692887910946555547851940402630657488671505820681908902000708383676273854845817711531764475730270069855571366959622842914819860834936475292719074168444365510704342711559699508093042880",
  ])
  func `a decimal text is read as the nearest number`(text: String) {
    #expect(NumberText.parse(text) == Double(text))
  }

  @Test(arguments: [
    "", " ", "+", "-", ".", "e5", "1e", "1e+", "0x10", "inf", "nan", "1_000", "1,000", "1 000",
    "12a", "--1", "1.2.3", "１２", "50%", "1e999", "∞", "NaN", "-inf", "1e5.0",
  ])
  func `anything but a finite decimal number is refused`(text: String) {
    #expect(NumberText.parse(text) == nil)
  }

  @Test func `what is written shortest reads back the same, for random numbers`() {
    var random = SeededBytes(seed: 20_261_121)
    for _ in 0..<20_000 {
      let value = Double(bitPattern: random.next())
      guard value.isFinite else { continue }
      #expect(NumberText.parse(NumberText.shortest(value)) == value, "seed 20261121: \(value)")
    }
  }

  @Test func `random decimals of 1 to 25 digits are read as the standard library reads them`() {
    var random = SeededBytes(seed: 7)
    for _ in 0..<20_000 {
      var text = Bool.random(using: &random) ? "-" : ""
      let digits = Int.random(in: 1...25, using: &random)
      let point = Int.random(in: 0...digits, using: &random)
      for digit in 0..<digits {
        if digit == point { text += "." }
        text += String(Int.random(in: 0...9, using: &random))
      }
      if Bool.random(using: &random) { text += "e\(Int.random(in: -30...30, using: &random))" }
      #expect(NumberText.parse(text) == Double(text), "seed 7: \(text)")
    }
  }

  @Test(
    arguments: zip(
      [0, -0.0, 1.005, -1.5, 0.0004, -0.0004, 123_456.789, 2.5, 1e15, 0.999_96],
      [
        "0.000", "0.000", "1.005", "-1.500", "0.000", "0.000", "123456.789", "2.500",
        "1000000000000000.000", "1.000",
      ]
    )
  )
  func `fixed decimals are rounded and never written as minus zero`(value: Double, text: String) {
    #expect(NumberText.fixed(value, decimals: 3) == text)
  }

  @Test func `fixed decimals differ from the number by at most half a unit of the last place`() {
    var random = SeededBytes(seed: 11)
    for _ in 0..<20_000 {
      let value = Double.random(in: -1e6...1e6, using: &random)
      let written = NumberText.parse(NumberText.fixed(value, decimals: 4)) ?? .nan
      #expect(abs(written - value) <= 0.5e-4 + 1e-9, "seed 11: \(value)")
    }
  }

  @Test func `numbers that are not finite or far too large are still text`() {
    #expect(NumberText.fixed(.nan, decimals: 2) == "nan")
    #expect(NumberText.fixed(-.infinity, decimals: 2) == "-inf")
    #expect(NumberText.fixed(1e300, decimals: 2) == "1e+300")
  }

  @Test(
    arguments: zip(
      [0, 7, 1234.6, -411_720, 1e6, 999.5],
      ["0", "7", "1,235", "-411,720", "1,000,000", "1,000"]
    )
  )
  func `groups of three digits are set apart`(value: Double, text: String) {
    #expect(NumberText.grouped(value) == text)
  }

  @Test func `whole numbers are written without a point`() {
    #expect(NumberText.shortest(1200) == "1200")
    #expect(NumberText.shortest(-0.35) == "-0.35")
    #expect(NumberText.shortest(-0.0) == "0")
  }
}
