package import Hourly
package import Tables

/// A fuel, counted in tonnes of coal equivalent (1 tce = 29.3076 GJ = 8.141 MWh of heat).
package struct Fuel: Sendable {
  package var name = ""
  package var price = Profile.constant(0)
  package var carbonPerTonne = 2.66
  package var kind: FuelKind?
  /// Where its price is stated.
  package var place = Place(file: "model.yaml")

  /// Heat in a tonne of coal equivalent, MWh: 29.3076 GJ.
  package static let heatOfTonne = UnitSymbol.heatOfTonne / 3.6

  package init() {}

  package static let fields: [Field<Fuel>] = [
    Field("name", \.name, as: .name, required: true, "Name of the fuel, as the assets use it."),
    Field(
      "price",
      \.price,
      in: 0...20_000,
      required: true,
      unit: .money(per: .tonneOfCoal),
      "Price per tonne of coal equivalent, a number or a series."
    ),
    Field(
      "co2",
      \.carbonPerTonne,
      in: 0...10,
      unit: .tonne.per(.tonneOfCoal),
      "CO2 per tonne of coal equivalent.",
      source: "2.66 t/tce is the factor usual in Chinese energy statistics"
    ),
    Field(
      "kind",
      \.kind,
      "What it counts as in sums of fuel; left out: by a word of its name (coal, lignite, gas, ...)."
    ),
  ]
}
