import Hourly
import Tables

/// An asset that gives heat to one heat zone or takes heat from it.
package protocol HeatSource: Asset {
  /// The heat zone; the model's only one where the table names none.
  var heatZone: String { get set }
}

extension HeatSource {
  package var heatZones: [ZoneUse] { [ZoneUse("heat_zone", heatZone)] }

  package mutating func settle(inHeatZone name: String) {
    if heatZone.isEmpty { heatZone = name }
  }
}
