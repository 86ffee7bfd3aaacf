/// How long the spell in which stores are needed as in an hour is.
package struct Spells {
  private let demand: [Double]
  private let steady: [Double]

  /// Spells of a demand beside what can be given in each hour without any store, MW.
  package init(demand: [Double], steady: [Double]) {
    (self.demand, self.steady) = (demand, steady)
  }

  /// The hours of the spell around a step, at most a week of them.
  package func hours(around step: Int) -> Int {
    func need(_ step: Int) -> Double { demand[step] - steady[step] }
    let least = need(step) - CapacityMargin.spellShare * demand[step]
    func belongs(_ other: Int) -> Bool { need(other) >= least || need(other) > 0 }
    var (first, last) = (step, step)
    while first > 0, last - first + 1 < CapacityMargin.mostHours, belongs(first - 1) { first -= 1 }
    while last + 1 < demand.count, last - first + 1 < CapacityMargin.mostHours, belongs(last + 1) {
      last += 1
    }
    return last - first + 1
  }
}
