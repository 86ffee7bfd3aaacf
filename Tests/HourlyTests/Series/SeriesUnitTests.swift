import Hourly
import Tables
import Testing

struct SeriesUnitTests {
  @Test(
    arguments: [
      ("GW", "MW", 2.5, 2500), ("kW", "MW", 500, 0.5), ("万千瓦", "MW", 3, 30),
      ("MWh/h", "MW", 7, 7), ("percent", "pu", 35, 0.35), ("%", "pu", 35, 0.35),
      ("K", "degC", 273.15, 0), ("degF", "degC", 212, 100), ("CNY/kWh", "CNY/MWh", 0.4, 400),
      ("CNY/kWh", "currency/MWh", 0.4, 400), ("元/吨", "CNY/t", 70, 70),
      ("CNY/GJ", "CNY/tce", 30, 879.228), ("元/吨标煤", "CNY/tce", 800, 800),
      ("EUR/MWh", "EUR/MWh", 40, 40), ("MW", "GW", 500, 0.5),
      ("", "MW", 7, 7), ("GW", "", 2, 2000), ("", "", 2, 2), ("GJ/h", "MW", 3.6, 1),
    ])
  func `numbers are converted`(from: String, to: String, number: Double, result: Double) throws {
    let wanted = to.isEmpty ? nil : to
    let conversion = try SeriesUnit.conversion(from: from, to: wanted).get()
    #expect(abs(conversion(number) - result) < 1e-9)
  }

  @Test(
    arguments: [
      ("mw", "MW", "`MW`"), ("MV", "MW", "`MW`"), ("degC", "MW", ""), ("pu", "MW", ""),
      ("USD/MWh", "CNY/MWh", ""), ("blue", "MW", "Known:"), ("MW", "currency/MWh", ""),
      ("K", "CNY/MWh", "CNY/MWh"),
      ("m3/s", "CNY/MWh", ""), ("CNY/t", "CNY/tce", "Divide the price"),
      ("USD/GJ", "CNY/tce", "CNY/GJ"),
      ("CNY/MWh", "CNY/tce", "CNY/GJ"), ("K", "", "plain numbers"),
    ])
  func `an unknown or unfit unit is refused`(from: String, to: String, fix: String) {
    switch SeriesUnit.conversion(from: from, to: to) {
    case .success: Issue.record("\(from) → \(to)")
    case .failure(let fault): #expect(fix.isEmpty || fault.fix.contains(fix))
    }
  }
}
