import GridFormulation

/// Every metric that goals can be stated in.
package enum MetricCatalogue {
  /// The metrics, as `gridflex describe goals` lists them.
  package static let all: [any Metric] =
    [Curtailment(), PeakResponse()] + InstalledCapacity.all
    + [
      CapacityShare.nonFossil, CapacityShare.clean, GenerationShare.nonFossil,
      GenerationShare.clean, DeliveredGeneration.wind, DeliveredGeneration.solar,
      CorridorRenewableShare(), SupplyCoalRate(), CoalConsumption(),
      ConsumptionWeight(), CarbonPeak(), CarbonEmissions(),
      UnservedEnergy(), ShortageHours(), ReserveMargin(),
    ]

  /// The metric of a name.
  package static func metric(named name: String) -> (any Metric)? { all.first { $0.name == name } }
}

extension Goal {
  /// The metric that it is stated in; nil where there is none of its name, which reading refuses.
  package var knownMetric: (any Metric)? { MetricCatalogue.metric(named: metric) }
}
