import Hourly
import Reporting
import Testing

struct HourlyFileTests {
  private func text(_ columns: [(name: String, values: [Double])]) -> String {
    let start = TimeStamp(year: 2030, month: 1, day: 1, hour: 23)
    let horizon = Horizon(start: start, hours: columns.first?.values.count ?? 0)
    return String(decoding: HourlyFile.bytes(of: horizon, columns: columns), as: UTF8.self)
  }

  @Test func `there is one row an hour, labelled with its start`() {
    let expected = """
      time,coal,wind
      2030-01-01T23:00,120,-0.5
      2030-01-02T00:00,0,1.25

      """
    #expect(text([("coal", [120, 0]), ("wind", [-0.5, 1.25])]) == expected)
  }

  @Test func `numbers have at most six decimals and never a minus before nothing`() {
    #expect(text([("a", [1.0 / 3])]).hasSuffix(",0.333333\n"))
    #expect(text([("a", [-1e-9])]).hasSuffix(",0\n"))
    #expect(text([("a", [100])]).hasSuffix(",100\n"))
  }

  @Test func `no heading holds a character that a terminal obeys`() {
    #expect(
      text([("a\u{1B}[31m\u{9B}\u{202E}", [1])]).hasPrefix("time,a\\u001B[31m\\u009B\\u202E\n")
    )
  }

  @Test func `a name with a comma is quoted`() {
    #expect(text([("a,\"b\"", [1])]).hasPrefix("time,\"a,\"\"b\"\"\"\n"))
  }
}
