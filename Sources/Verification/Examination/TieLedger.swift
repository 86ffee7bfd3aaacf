import GridFormulation

/// What the tie-breaks of a schedule come to as recomputed, by kind and owner; none of it is a cost.
struct TieLedger {
  /// One kind of tie-break of one owner.
  struct Entry {
    let kind: TieBreak
    let owner: String
    /// Weight times amount.
    var amount = 0.0
    /// The same without the signs of its terms.
    var gross = 0.0
  }

  /// The entries in the order they were first added.
  private(set) var entries: [Entry] = []

  /// Adds every hour's amount, weighed.
  mutating func add(_ kind: TieBreak, of owner: String, _ values: [Double]) {
    add(
      kind,
      owner,
      kind.weight * values.reduce(0, +),
      kind.weight * values.reduce(0) { $0 + abs($1) }
    )
  }

  /// Adds what is stated.
  mutating func add(_ item: TieBreakItem) { add(item.kind, item.owner, item.amount, 0) }

  /// What a kind of an owner comes to.
  func amount(_ kind: TieBreak, of owner: String) -> Double {
    entries.first { $0.kind == kind && $0.owner == owner }?.amount ?? 0
  }

  private mutating func add(
    _ kind: TieBreak,
    _ owner: String,
    _ amount: Double,
    _ gross: Double
  ) {
    let position = entries.firstIndex { $0.kind == kind && $0.owner == owner } ?? entries.count
    if position == entries.count { entries.append(Entry(kind: kind, owner: owner)) }
    entries[position].amount += amount
    entries[position].gross += gross
  }
}

extension Examination {
  /// Checks what is stated of tie-breaks: it tells numbers that no other rule or cost is tied to.
  mutating func checkTies(_ stated: [TieBreakItem]) {
    var told = TieLedger()
    for item in stated { told.add(item) }
    for entry in ties.entries {
      checkTie(entry, stated: told.amount(entry.kind, of: entry.owner))
    }
    for entry in told.entries
    where !ties.entries.contains(where: { $0.kind == entry.kind && $0.owner == entry.owner }) {
      checkTie(TieLedger.Entry(kind: entry.kind, owner: entry.owner), stated: entry.amount)
    }
  }

  private mutating func checkTie(_ entry: TieLedger.Entry, stated: Double) {
    let difference = abs(entry.amount - stated)
    guard !(difference <= tolerance.costItem * entry.gross) else { return }
    note(
      entry.owner,
      rule: "tie-break of \(entry.kind.rawValue)",
      amount: difference,
      "is stated as \(stated) and comes to \(entry.amount)"
    )
  }
}
