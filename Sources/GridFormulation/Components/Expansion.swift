import Tables

/// What planning may size an asset to; dispatch runs the capacity that is there.
package struct Expansion: Sendable, Hashable {
  package var isExpandable = false
  /// Cost of a MW for a year, currency.
  package var capitalCost = 0.0
  /// The least that planning may size it to, MW.
  package var least = 0.0
  /// The most that planning may size it to, MW; nil for no limit.
  package var most: Double?

  package init() {}
}

/// An asset that planning may size.
package protocol Expandable: Asset {
  /// What planning may size it to.
  var expansion: Expansion { get set }
}

extension Column where Kind: Expandable {
  /// The columns of an asset that planning may size.
  package static var expansion: [Column] {
    [
      Column(
        "expandable",
        \.expansion.isExpandable,
        limit: .none(.account),
        "Whether planning may size it; dispatch runs the capacity that is there."
      ),
      Column(
        "capital_cost_per_mw_year",
        \.expansion.capitalCost,
        in: 0...1e12,
        limit: .none(.account),
        "Yearly cost of a MW that planning adds."
      ),
      Column(
        "capacity_min_mw",
        \.expansion.least,
        in: 0...1e12,
        limit: .none(.account),
        "Least that planning may size it to."
      ),
      Column(
        "capacity_max_mw",
        \.expansion.most,
        in: 0...1e12,
        limit: .none(.account),
        "Most that planning may size it to; no limit where left empty."
      ),
    ]
  }
}

extension Expandable {
  /// What a dispatch has to say of an asset that planning could size.
  package var expansionComplaints: [Complaint] {
    if let most = expansion.most, most < expansion.least {
      return [
        Complaint(
          "capacity_max_mw",
          "lies below capacity_min_mw",
          fix: "Raise it to \(NumberText.shortest(expansion.least)) at least, or leave it empty."
        )
      ]
    }
    guard expansion.isExpandable else { return [] }
    return [
      Complaint(
        "expandable",
        "counts in planning only; a dispatch runs the capacity that is written",
        fix: "Write the capacity that is to be dispatched.",
        severity: .note
      )
    ]
  }
}
