public import GridDispatch
public import GridFormulation

/// What a corridor or line carried, and what the difference of prices between its ends was worth.
public struct LinkFigures: Sendable {
  /// The corridor's or line's name, type and limits.
  public let asset: AssetSummary
  /// The zones it joins, with its limits.
  public let link: LinkFacts
  /// Energy sent forward, MWh.
  public private(set) var forward = 0.0
  /// Energy sent backward, MWh.
  public private(set) var backward = 0.0
  /// Energy lost, MWh.
  public private(set) var lost = 0.0
  /// Hours with at least 99.9 % of a limit in use.
  public private(set) var hoursAtLimit = 0
  /// Mean flow either way per limit; nil where it has none.
  public private(set) var meanUse: Double?
  /// What its flows are worth at the prices of both ends, in the model's currency; nil without prices.
  public private(set) var congestionRent: Double?

  /// The corridors and lines of a schedule, in the order of the model.
  public static func all(of schedule: Schedule, assets: [AssetSummary]) -> [LinkFigures] {
    var flows: [String: [Double]] = [:]
    for series in schedule.series(of: .flow) { flows[series.owner] = series.values }
    guard !flows.isEmpty else { return [] }
    var prices: [String: [Double]] = [:]
    for series in schedule.series(of: .price) { prices[series.zone] = series.values }
    var losses: [String: [Double]] = [:]
    for series in schedule.series(of: .lost) { losses[series.owner] = series.values }
    var ends: [String: [Schedule.Series]] = [:]
    for series in schedule.series where series.quantity == .power && series.part != nil {
      ends[series.owner, default: []].append(series)
    }
    return assets.compactMap { asset in
      guard let link = asset.facts.link, let flow = flows[asset.name] else { return nil }
      var figures = LinkFigures(asset: asset, link: link)
      figures.add(flow)
      figures.value(flow, losses[asset.name], ends[asset.name] ?? [], at: prices)
      return figures
    }
  }

  private init(asset: AssetSummary, link: LinkFacts) {
    self.asset = asset
    self.link = link
  }

  private mutating func add(_ flow: [Double]) {
    var used = 0.0
    for value in flow {
      let limit = value > 0 ? link.forwardLimit : link.backwardLimit
      if value > 0 { forward += value } else { backward -= value }
      guard limit > 0 else { continue }
      used += abs(value) / limit
      if abs(value) >= 0.999 * limit { hoursAtLimit += 1 }
    }
    if max(link.forwardLimit, link.backwardLimit) > 0, !flow.isEmpty {
      meanUse = used / Double(flow.count)
    }
  }

  /// Adds losses and rent, from what each end injects; a line's ends each bear half of its loss.
  private mutating func value(
    _ flow: [Double],
    _ loss: [Double]?,
    _ ends: [Schedule.Series],
    at prices: [String: [Double]]
  ) {
    if let loss { lost = loss.reduce(0, +) }
    for end in ends { lost -= end.values.reduce(0, +) }
    guard let here = prices[link.from], let there = prices[link.to] else { return }
    if ends.isEmpty {
      congestionRent = flow.indices.reduce(0) { sum, step in
        let half = (loss?[step] ?? 0) / 2
        return sum + there[step] * (flow[step] - half) - here[step] * (flow[step] + half)
      }
      return
    }
    congestionRent = ends.reduce(0) { sum, end in
      let price = end.zone == link.from ? here : there
      return sum + zip(end.values, price).reduce(0) { $0 + $1.0 * $1.1 }
    }
  }
}
