package import Hourly

extension Desk {
  /// Burns fuel: its cost, its CO2 with the price of it, and the result series.
  ///
  /// - Parameters:
  ///   - fuelName: The fuel.
  ///   - sum: What is burnt, tce an hour.
  ///   - unpriced: What of it the objective pays for otherwise, tce an hour.
  ///   - capture: How its CO2 is captured; nil where it is not.
  ///   - most: The most that can be burnt in an hour; asked for only where CO2 is captured.
  /// - Returns: The power that capture takes, MW.
  @discardableResult
  package mutating func burn(
    _ fuelName: String,
    _ sum: HourlySum,
    unpriced: HourlySum = HourlySum(),
    capture: CarbonCapture? = nil,
    most: HourlyValue = 0
  ) -> HourlySum {
    guard let fuel = setting.fuel(named: fuelName) else { return HourlySum() }
    record(.fuel, sum)
    var emitted = fuel.carbonPerTonne * sum
    var taken = HourlySum()
    if let capture {
      let most = fuel.carbonPerTonne * most
      let captured = capture.formulate(emitted, most: most, in: &self)
      emitted = emitted - captured
      taken = capture.energy * captured
    }
    record(.carbonDioxide, emitted)
    let paid = unpriced.terms.isEmpty ? sum : sum - unpriced
    charge(.fuel, setting.value(of: fuel.price), for: paid)
    charge(.carbon, setting.pricedCarbon, for: emitted)
    return taken
  }
}
