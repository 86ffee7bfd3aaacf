import Hourly
import Tables

extension ModelReading {
  /// Reads the carbon market.
  mutating func readCarbonMarket() {
    guard let mapping = root.mapping("carbon-market", log: &log) else { return }
    var market = mapping.read(
      fields: CarbonMarket.fields,
      prototype: CarbonMarket(),
      besides: ["benchmarks"],
      log: &log
    )
    market.benchmarks = mapping.mappings("benchmarks", log: &log).map {
      $0.read(
        fields: CarbonMarket.Benchmark.fields,
        prototype: CarbonMarket.Benchmark(),
        log: &log
      )
    }
    setting.carbonMarket = market
    refuse(market, mapping)
  }

  private mutating func refuse(_ market: CarbonMarket, _ mapping: YAMLMapping) {
    let hasOwnPrice = market.price.map { $0 != .constant(0) } ?? false
    let hasCommonPrice = setting.carbonPrice != .constant(0)
    if !hasOwnPrice, !hasCommonPrice {
      log.error(
        at: mapping.place,
        field: "carbon-market/price",
        rule: "is nowhere: the market and the model have no price of CO2",
        fix: "Write price, or carbon-price at the top of model.yaml."
      )
    }
    if market.bid != .none, hasOwnPrice, hasCommonPrice {
      log.error(
        at: mapping.place(of: "price"),
        field: "carbon-market/price",
        rule: "stands beside carbon-price, and a tonne that is bid has one price",
        fix: "Leave out one of the two."
      )
    }
    for (index, benchmark) in market.benchmarks.enumerated() {
      let field = "carbon-market/benchmarks/\(index + 1)"
      if let upTo = benchmark.upTo, upTo <= benchmark.above {
        log.error(
          at: mapping.place(of: "benchmarks"),
          field: field + "/up-to-mw",
          value: NumberText.shortest(upTo),
          rule: "must lie above above-mw (\(NumberText.shortest(benchmark.above)))",
          fix: "Swap the two, or leave one out."
        )
      } else if let other = market.benchmarks[..<index].firstIndex(where: benchmark.overlaps) {
        log.error(
          at: mapping.place(of: "benchmarks"),
          field: field,
          rule: "is for units that benchmark \(other + 1) is also for",
          fix: "Bound the sizes by above-mw and up-to-mw."
        )
      }
    }
  }
}
