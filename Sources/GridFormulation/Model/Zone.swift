package import Hourly
package import Tables

/// A part of the grid without inner limits, with its own load: a province, a city, a park or a bus.
package struct Zone: Sendable {
  /// What the load series counts.
  package enum LoadScope: String, FieldWord {
    /// All consumption of society, own use of plants and network losses included.
    case wholeSociety = "whole-society"
    /// What the dispatch centre serves.
    case gridDispatched = "grid-dispatched"
  }

  package var name = ""
  package var load = Profile.constant(0)
  package var loadScope = LoadScope.gridDispatched
  package var gridLoss = 0.0
  package var valueOfLostLoad = 20_000.0
  /// The zones that hold reserve together; nil where the zone stands for itself.
  package var area: String?
  /// The reserve that is held: the model's, changed by what the zone states itself.
  package var reserve = ReservePolicy()

  /// Where it is stated.
  package var place = Place(file: "model.yaml")

  package init() {}

  /// The name of the area: its own, or the zone's.
  package var areaName: String { area ?? name }

  package static let fields: [Field<Zone>] = [
    Field("name", \.name, as: .name, required: true, "Name of the zone."),
    Field(
      "load",
      \.load,
      in: 0...1e9,
      required: true,
      unit: .megawatt,
      "Load, a number or a series in MW."
    ),
    Field(
      "load-scope",
      \.loadScope,
      "What the load counts: all consumption of society, or what the dispatch centre serves."
    ),
    Field(
      "grid-loss",
      \.gridLoss,
      in: 0...0.3,
      unit: .share,
      "Network loss as a share of what is sent out; 0 where the load includes it."
    ),
    Field(
      "value-of-lost-load",
      \.valueOfLostLoad,
      in: 0...1e12,
      unit: .money(per: .megawattHour),
      "Cost of a MWh not served."
    ),
    Field(
      "area",
      \.area,
      "Name of the zones that hold reserve together; left out: the zone alone."
    ),
  ]
}
