package import Hourly

extension DispatchModel {
  /// Burns fuel: its cost, its CO2 with the price of it, and the result series.
  ///
  /// - Parameters:
  ///   - fuelName: The fuel.
  ///   - sum: What is burnt, tce an hour.
  ///   - owner: Who burns it.
  ///   - unpriced: What of it the objective pays for otherwise, tce an hour.
  ///   - capture: How its CO2 is captured; nil where it is not.
  ///   - most: The most that can be burnt in an hour; asked for only where CO2 is captured.
  /// - Returns: The power that capture takes, MW.
  @discardableResult
  package mutating func burn(
    _ fuelName: String,
    _ sum: HourlySum,
    of owner: Owner,
    unpriced: HourlySum = HourlySum(),
    capture: CarbonCapture? = nil,
    most: HourlyValue = 0
  ) -> HourlySum {
    guard let fuel = setting.fuel(named: fuelName) else { return HourlySum() }
    record(.fuel, of: owner, sum)
    var emitted = fuel.carbonPerTonne * sum
    var taken = HourlySum()
    if let capture {
      let most = fuel.carbonPerTonne * most
      let captured = capture.formulate(emitted, most: most, of: owner, in: &self)
      emitted = emitted - captured
      taken = capture.energy * captured
    }
    record(.carbonDioxide, of: owner, emitted)
    let paid = unpriced.terms.isEmpty ? sum : sum - unpriced
    charge(.fuel, setting.value(of: fuel.price), for: paid, of: owner)
    charge(.carbon, setting.pricedCarbon, for: emitted, of: owner)
    return taken
  }
}
