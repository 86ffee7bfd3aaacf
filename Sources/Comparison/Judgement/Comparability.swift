import Tables

/// Whether two results can be held against each other at all.
enum Comparability {
  /// Why they cannot, each in a sentence; empty where they can.
  static func reasons(_ base: ComparedResult, _ other: ComparedResult) -> [String] {
    let (left, right) = (base.record, other.record)
    var reasons: [String] = []
    if base.isBaseline || other.isBaseline, left.model != right.model {
      reasons.append("the baseline is of another model: \(left.model) and \(right.model)")
    }
    if left.start != right.start || left.hours != right.hours {
      reasons.append("other hours were solved: \(hours(left)) and \(hours(right))")
    }
    if left.zones.sorted() != right.zones.sorted() {
      let both = "\(zones(left, than: right)) and \(zones(right, than: left))"
      reasons.append("the zones are others: \(both)")
    }
    if left.currency != right.currency {
      reasons.append("money is told in \(left.currency) and in \(right.currency)")
    }
    if let first = left.plan, let second = right.plan, first.aim != second.aim {
      reasons.append("one plan has the least \(first.aim), the other the least \(second.aim)")
    }
    return reasons
  }

  private static func hours(_ record: ResultRecord) -> String {
    "\(NumberText.grouped(Double(record.hours))) h from \(record.start)"
  }

  /// The zones that the other has not, or how many there are.
  private static func zones(_ record: ResultRecord, than other: ResultRecord) -> String {
    let own = record.zones.filter { !other.zones.contains($0) }
    guard !own.isEmpty else { return "\(record.zones.count) of them" }
    return own.prefix(4).joined(separator: ", ") + (own.count > 4 ? ", …" : "")
  }
}
