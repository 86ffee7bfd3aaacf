import GridDispatch
package import GridFormulation

/// Renewable electricity consumed as a share of all consumption (消纳责任权重).
///
///     weight = (local renewable + imported renewable − exported renewable) / (demand served + other load)
///
/// What leaves a zone, over a corridor or to the outside, carries the hourly mix of that zone's net generation;
/// what comes over a corridor that of the zone at its other end. Power bought from outside the model counts by
/// the renewable share that the exchange's table gives; where none is given, the weight is one that is reached at
/// the least, and it is judged only if that meets the goal. What arrives over lines counts as not renewable. Other
/// load is what flexible loads and power to heat draw beside the demand.
///
/// With certificates they follow contracts and not flows: what local plants give, less what contracts sell to
/// buyers elsewhere, and what local buyers take of plants elsewhere.
package struct ConsumptionWeight: Metric {
  /// The variants of the definition.
  package enum Variant: String, CaseIterable, Sendable {
    case total
    case nonHydro = "non-hydro"
    case totalWithCertificates = "total-with-certificates"
    case nonHydroWithCertificates = "non-hydro-with-certificates"

    /// Whether hydropower counts.
    var countsHydro: Bool { self == .total || self == .totalWithCertificates }
    /// Whether certificates count, which follow contracts and not flows.
    var followsContracts: Bool {
      self == .totalWithCertificates || self == .nonHydroWithCertificates
    }
  }

  package let name = "renewable-consumption-weight"
  package let summary =
    "Local plus imported minus exported renewable energy over total consumption."
  package let unit = "pu"
  package let partsUnit = "MWh net"

  package init() {}

  package func evaluate(
    _ goal: Goal,
    as variant: Variant,
    in evidence: Evidence
  ) -> MetricValue {
    let isCounted = { (technology: Technology) in
      technology.isRenewable && (variant.countsHydro || technology != .hydro)
    }
    if variant.followsContracts {
      return byCertificates(goal, in: evidence, where: isCounted)
    }
    var mixes: [String: HourlyMix] = [:]
    func mix(of zone: String) -> [Double] {
      if let known = mixes[zone] { return known.share }
      let mix = HourlyMix(of: zone, in: evidence, where: isCounted)
      mixes[zone] = mix
      return mix.share
    }
    let owners = evidence.view.names(where: isCounted)
    var kept = evidence.schedule.total(.power, where: owners.contains)
    for series in evidence.schedule.series {
      switch series.quantity {
      case .exported, .sent:
        kept -= zip(series.values, mix(of: series.zone)).reduce(0) { $0 + $1.0 * $1.1 }
      case .importedRenewable: kept += series.values.reduce(0, +)
      case .importedHydro where !variant.countsHydro:
        kept -= series.values.reduce(0, +)
      case .received:
        guard let other = evidence.otherEnd(of: series) else { continue }
        kept += zip(series.values, mix(of: other)).reduce(0) { $0 + $1.0 * $1.1 }
      default: continue
      }
    }
    var value = Self.value(
      .ratio(kept, Self.consumption(in: evidence)),
      of: goal,
      remark:
        "what is sent carries the sending zone's hourly mix, what is bought the share that its table gives"
    )
    let unknown = Self.buyersOfUnknown(in: evidence)
    guard !unknown.isEmpty, goal.threshold != nil else { return value }
    let lacking =
      "the renewable share of what \(unknown.joined(separator: ", ")) buys is not given "
      + "(import_renewable_pu): the weight is this or more"
    let isMet = !goal.comparison.isCeiling && (value.value.map { goal.isMet(by: $0) } ?? false)
    if isMet { value.remark = lacking } else { value.reasonNotJudged = lacking }
    return value
  }

  /// Energy below which trade is not noticed, MWh.
  static let noticed = 1e-3

  /// The exchanges that buy power of which nobody says how renewable it is.
  private static func buyersOfUnknown(in evidence: Evidence) -> [String] {
    evidence.assets.filter { asset in
      guard let trade = asset.facts.trade, !trade.tellsSource else { return false }
      return evidence.schedule.total(.imported) { $0 == asset.name } > noticed
    }.map(\.name)
  }

  /// All that is consumed: demand served, and what flexible loads and power to heat draw beside it, MWh.
  private static func consumption(in evidence: Evidence) -> Double {
    let loads = evidence.view.names { $0.isFlexibleLoad || $0.isHeatOnly }
    return evidence.schedule.total(.demand) - evidence.schedule.total(.unserved)
      - evidence.schedule.total(.power) { loads.contains($0) }
  }

  /// The weight by certificates, which follow contracts.
  private func byCertificates(
    _ goal: Goal,
    in evidence: Evidence,
    where isCounted: (Technology) -> Bool
  ) -> MetricValue {
    let zones = Set(evidence.schedule.series(of: .demand).map(\.zone))
    let all = AssetView(assets: evidence.wholeAssets).names(where: isCounted)
    let own = evidence.view.names(where: isCounted)
    var held = evidence.schedule.total(.power, where: own.contains)
    for contract in evidence.whole.settlement.contracts {
      let isBought = contract.buyerZone.map { zones.contains($0) } ?? false
      for delivery in contract.deliveries where all.contains(delivery.plant) {
        let isSold = zones.contains(delivery.zone)
        if isBought, !isSold { held += delivery.energy }
        if isSold, !isBought { held -= delivery.energy }
      }
    }
    return Self.value(
      .ratio(held, Self.consumption(in: evidence)),
      of: goal,
      remark: "certificates follow contracts, whatever the flows"
    )
  }

  private static func value(_ ratio: MetricValue, of goal: Goal, remark: String) -> MetricValue {
    var value = ratio
    value.remark = remark
    if goal.threshold == nil {
      value.reasonNotJudged = "the weight of the year is an input and not given"
    }
    return value
  }
}

extension Evidence {
  /// The zone at the other end of the corridor that a series belongs to.
  fileprivate func otherEnd(of series: Schedule.Series) -> String? {
    guard let link = wholeAssets.first(where: { $0.name == series.owner })?.facts.link else {
      return nil
    }
    return link.from == series.zone ? link.to : link.from
  }
}
