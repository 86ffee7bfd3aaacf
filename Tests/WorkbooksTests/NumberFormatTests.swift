import Testing

@testable import Workbooks

struct NumberFormatTests {
  @Test(
    arguments: [
      ("General", 0.35, "0.35"), ("0.000", 0.5, "0.500"), ("0.00", 0.123456, "0.123456"),
      ("#,##0.00", 1234.5, "1234.5"), ("0%", 0.07, "7%"), ("0.00%", 0.12345, "12.345%"),
      ("0%", 12, "1200%"), ("0%", -0.05, "-5%"), ("yyyy/m/d h:mm", 47484.125, "2030-01-01T03:00"),
      ("yyyy\"年\"m\"月\"d\"日\"", 47484, "2030-01-01"), ("[$-804]yyyy/m/d;@", 47484, "2030-01-01"),
      ("h:mm", 0.125, "3:00"), ("[Red]0.0;[Blue]-0.0", 1, "1.0"), ("\"h\" 0", 8, "8"),
    ]
  )
  func `a number says what its format makes of it, and never less than it is`(
    _ code: String,
    _ value: Double,
    _ text: String
  ) {
    #expect(NumberFormat(code: code).text(of: value, startsIn1904: false) == text)
  }

  @Test func `days are counted from 1900 with a day that never was, or from 1904`() {
    let day = NumberFormat(builtIn: 14)
    #expect(day.text(of: 1, startsIn1904: false) == "1900-01-01")
    #expect(day.text(of: 59, startsIn1904: false) == "1900-02-28")
    #expect(day.text(of: 60, startsIn1904: false) == nil)
    #expect(day.text(of: 61, startsIn1904: false) == "1900-03-01")
    #expect(day.text(of: 0, startsIn1904: true) == "1904-01-01")
    #expect(day.text(of: 46022, startsIn1904: true) == "2030-01-01")
  }

  @Test func `an hour that is not quite one in the file is the hour`() {
    let time = NumberFormat(builtIn: 22)
    #expect(time.text(of: 47484.041666666664, startsIn1904: false) == "2030-01-01T01:00")
    #expect(time.text(of: 47484.0416666, startsIn1904: false) == "2030-01-01T01:00")
    #expect(time.text(of: -1, startsIn1904: false) == nil)
    #expect(time.text(of: 1e9, startsIn1904: false) == nil)
  }
}
