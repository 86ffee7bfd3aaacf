import GridFormulation

/// The cost of a schedule as recomputed, by kind and owner.
struct CostLedger {
  /// One kind of cost of one owner.
  struct Entry {
    let kind: CostKind
    let owner: String
    /// The sum of its terms.
    var amount = 0.0
    /// The sum of its terms without their signs.
    var gross = 0.0
  }

  private struct Key: Hashable {
    let kind: CostKind
    let owner: String
  }

  /// The entries in the order they were first charged.
  private(set) var entries: [Entry] = []
  private var positions: [Key: Int] = [:]

  /// Charges the same price for every hour's amount.
  mutating func charge(_ kind: CostKind, of owner: String, price: Double, for values: [Double]) {
    guard price != 0 else { return }
    var amount = 0.0
    var gross = 0.0
    for value in values {
      amount += value
      gross += abs(value)
    }
    add(kind, owner, price * amount, abs(price) * gross)
  }

  /// Charges each hour's price for its amount.
  mutating func charge(
    _ kind: CostKind,
    of owner: String,
    prices: [Double],
    for values: [Double]
  ) {
    var amount = 0.0
    var gross = 0.0
    for step in values.indices {
      let term = prices[step] * values[step]
      amount += term
      gross += abs(term)
    }
    guard gross != 0 else { return }
    add(kind, owner, amount, gross)
  }

  /// The entry of a kind and owner; nil where nothing was charged.
  func entry(_ kind: CostKind, of owner: String) -> Entry? {
    positions[Key(kind: kind, owner: owner)].map { entries[$0] }
  }

  private mutating func add(
    _ kind: CostKind,
    _ owner: String,
    _ amount: Double,
    _ gross: Double
  ) {
    let key = Key(kind: kind, owner: owner)
    let position = positions[key] ?? entries.count
    if position == entries.count {
      positions[key] = position
      entries.append(Entry(kind: kind, owner: owner))
    }
    entries[position].amount += amount
    entries[position].gross += gross
  }
}
