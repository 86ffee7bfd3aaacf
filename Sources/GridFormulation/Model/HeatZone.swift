package import Hourly
package import Tables

/// A heat network with its own demand: a city's district heating, or a part of it.
package struct HeatZone: Sendable {
  package var name = ""
  /// The electrical zone it lies in.
  package var zone = ""
  /// Heat that the buildings take, MW thermal.
  package var demand = Profile.constant(0)
  package var loss = 0.0
  package var valueOfLostHeat = 3000.0
  package var description: String?
  /// Where it is stated.
  package var place = Place(file: "model.yaml")

  package init() {}

  /// The heat zone as the owner of its demand, its price and what is not served.
  package var owner: Owner { Owner(name, zone: zone) }

  /// The heat of each hour when all demand is served, network losses included.
  package func demand(in setting: Setting) -> HourlyValue {
    setting.value(of: demand).map { $0 / (1 - loss) }
  }

  package static let fields: [Field<HeatZone>] = [
    Field("name", \.name, as: .name, required: true, "Name of the heat zone."),
    Field("zone", \.zone, "Zone it lies in; the model's only zone where left out."),
    Field(
      "demand",
      \.demand,
      in: 0...1e6,
      required: true,
      unit: .megawatt,
      "Heat that is used, a number or a series in MW of heat."
    ),
    Field(
      "loss",
      \.loss,
      in: 0...0.5,
      unit: .share,
      "Loss of the heat network as a share of what is fed in; 0 where the demand includes it."
    ),
    Field(
      "value-of-lost-heat",
      \.valueOfLostHeat,
      in: 0...1e6,
      unit: .money(per: .megawattHour),
      "Cost of a MWh of heat not served."
    ),
    Field("description", \.description, "What it stands for, in a few words."),
  ]
}
