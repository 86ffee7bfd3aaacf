import GridDispatch
package import GridFormulation
import Hourly
import Tables

/// Energy that wind or PV delivers in a year; fewer hours say nothing of it, as the weather has seasons.
package struct DeliveredGeneration: Metric {
  /// The variants of the definition.
  package enum Variant: String, CaseIterable, Sendable {
    case delivered
  }

  package let name: String
  package let summary: String
  package let unit = "MWh"
  package let partsUnit = "MWh"
  private let isIncluded: @Sendable (Technology) -> Bool
  /// Full-load hours that such plants cannot pass, from the best sites known.
  package let mostFullLoadHours: Double

  /// Energy delivered by wind.
  package static let wind = DeliveredGeneration(
    name: "wind-generation",
    summary: "Energy delivered by wind in a year, on land and at sea; not judged on fewer hours.",
    isIncluded: { $0.isWind },
    mostFullLoadHours: 4500
  )
  /// Energy delivered by PV.
  package static let solar = DeliveredGeneration(
    name: "pv-generation",
    summary:
      "Energy delivered by PV in a year, central and distributed; not judged on fewer hours.",
    isIncluded: { $0.isSolar },
    mostFullLoadHours: 2200
  )

  package func isYearly(_ variant: Variant) -> Bool { true }

  /// The capacity that gives the energy, MW.
  package func capacity(in view: AssetView) -> Double { view.capacity(where: isIncluded) }

  package func evaluate(
    _ goal: Goal,
    as variant: Variant,
    in evidence: Evidence
  ) -> MetricValue {
    let owners = evidence.view.names(where: isIncluded)
    let energy = evidence.schedule.total(.power, where: owners.contains)
    let hours = evidence.schedule.horizon.hours
    return MetricValue(
      value: energy,
      numerator: energy,
      reasonNotJudged: Goal.isWholeYear(hours)
        ? nil : "an amount of a year: wind and sun of \(hours) h say nothing of it"
    )
  }
}
