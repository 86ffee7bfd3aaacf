import Testing

@testable import LinearProgramming

struct SlowPricesTests {
  /// Three hours of 0 ≤ x ≤ 4 with a sum of at most 5, whose price is thought to be −10.
  private func context(dual: Double = -10) -> RollingContext {
    let program = StoreProgram(demand: [1, 2, 3], limit: 5).program()
    var guidance = Guidance(none: program)
    guidance.rowDuals[6] = dual
    return RollingContext(program, StagedIndex(program), guidance: guidance)
  }

  /// Values with a sum of the plant as given.
  private func values(_ sum: Double) -> [Double] { [sum] + [Double](repeating: 0, count: 14) }

  private func price(_ prices: SlowPrices) -> Double {
    var duals = [Double](repeating: 0, count: 7)
    prices.apply(to: &duals)
    return duals[6]
  }

  /// Windows that use 7 of 5 find it too cheap: −10 − 0.005·10, and where that is too little two steps more.
  @Test func `a price moves along its slope, farther each time`() {
    let context = context()
    var prices = SlowPrices(context)
    #expect(price(prices) == -10)
    prices.learn(values: values(7), in: context.program)
    #expect(abs(price(prices) + 10.05) < 1e-12)
    prices.learn(values: values(7), in: context.program)
    #expect(abs(price(prices) + 10.15) < 1e-12)
    prices.learn(values: values(6), in: context.program)
    #expect(abs(price(prices) + 10.35) < 1e-12)
  }

  /// 2 too much at −10 and 1 to spare at −10.05: the line through both is 0 at a third of the way back.
  @Test func `between too much and too little it goes to where the slope is 0`() {
    let context = context()
    var prices = SlowPrices(context)
    prices.learn(values: values(7), in: context.program)
    prices.learn(values: values(4), in: context.program)
    #expect(abs(price(prices) + 10.05 - 0.05 / 3) < 1e-12)
    // There it is met, and stays.
    prices.learn(values: values(5), in: context.program)
    prices.learn(values: values(9), in: context.program)
    #expect(abs(price(prices) + 10.05 - 0.05 / 3) < 1e-12)
  }

  /// A slope of −1,000 at one end and 1 at the other would leave nine tenths of the way untried.
  @Test func `a step between two slopes is a tenth of the way at least`() {
    let context = context()
    var prices = SlowPrices(context)
    prices.learn(values: values(1_005), in: context.program)
    prices.learn(values: values(4), in: context.program)
    #expect(abs(price(prices) + 10.05 - 0.005) < 1e-12)
  }

  @Test func `a row without a price has none to learn`() {
    let prices = SlowPrices(context(dual: 0))
    #expect(prices.isEmpty)
    #expect(price(prices) == 0)
    #expect(!SlowPrices(context()).isEmpty)
  }
}
