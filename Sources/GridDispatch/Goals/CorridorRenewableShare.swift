/// The renewable share of the energy that a corridor sends; nuclear is not renewable.
///
/// Attribution is proportional: each hour's export carries the sending zone's mix of that hour.
package struct CorridorRenewableShare: Metric {
  package let name = "corridor-renewable-share"
  package let summary =
    "Renewable energy sent over all energy sent by the exchange `asset`, by the zone's hourly mix."
  package let unit = "pu"
  package let partsUnit = "MWh"
  package let variants = ["proportional"]

  package init() {}

  package func evaluate(
    _ goal: Goal,
    variant: String,
    in result: DispatchResult
  ) -> MetricValue {
    let mix = HourlyMix(of: result.view.names { $0.isRenewable }, in: result)
    let sent = result.schedule.hourly(.exported) { goal.asset == nil || $0 == goal.asset }
    let renewable = zip(sent, mix.share).reduce(0) { $0 + $1.0 * $1.1 }
    return .ratio(renewable, sent.reduce(0, +))
  }
}
