package import GridFormulation

/// The names of technologies, costs and metrics in English.
package enum EnglishNames {
  /// Technologies.
  package static let technologies: [Technology: String] = [
    .coal: "coal",
    .gas: "gas",
    .nuclear: "nuclear",
    .biomass: "biomass",
    .onshoreWind: "onshore wind",
    .offshoreWind: "offshore wind",
    .centralSolar: "central PV",
    .distributedSolar: "distributed PV",
    .hydro: "hydropower",
    .other: "other plants",
    .pumpedHydro: "pumped hydro",
    .battery: "battery",
    .otherStorage: "other storage",
    .interruptibleLoad: "interruptible load",
    .shiftableLoad: "shiftable load",
    .heatBoiler: "heat boilers",
    .electricBoiler: "electric boilers",
    .heatPump: "heat pumps",
    .heatStorage: "heat storage",
    .heatTransfer: "heat pipes",
    .evCharging: "electric vehicles",
    .industry: "flexible industry",
    .captivePlant: "captive plants",
    .priceResponsiveLoad: "price-responsive load",
    .virtualPowerPlant: "virtual power plants",
    .hydrogen: "hydrogen",
    .desalination: "desalination",
    .exchange: "trade with the outside",
    .corridor: "corridors",
    .line: "lines",
    .converter: "converters",
  ]

  /// What parts of the objective pay for.
  package static let costs: [CostKind: String] = [
    .fuel: "fuel",
    .start: "starts",
    .operation: "operation",
    .deepPeak: "deep-peak wear",
    .deepPeakBid: "deep-peak bids",
    .storageWear: "storage wear",
    .storedValue: "stored energy, start less end",
    .carbon: "CO₂",
    .allowance: "CO₂ allowances",
    .carbonStorage: "CO₂ storage",
    .imports: "import",
    .exports: "export",
    .wheeling: "wheeling",
    .demandResponse: "demand response",
    .unmetProduct: "unmet product",
    .unserved: "unserved energy",
    .unservedHeat: "unserved heat",
    .scarcity: "reserve scarcity",
  ]

  /// What goals are stated in, by the metric's name.
  package static let metrics: [String: String] = [
    "curtailment": "curtailment",
    "peak-response": "peak response",
    "wind-solar-capacity": "wind and PV capacity",
    "biomass-capacity": "biomass capacity",
    "pumped-hydro-capacity": "pumped-hydro capacity",
    "new-storage-capacity": "new-storage capacity",
    "new-wind": "new wind",
    "new-pv": "new PV",
    "new-nuclear": "new nuclear",
    "non-fossil-capacity-share": "non-fossil share of capacity",
    "clean-capacity-share": "clean share of capacity",
    "non-fossil-generation-share": "non-fossil share of generation",
    "clean-generation-share": "clean share of generation",
    "wind-generation": "wind generation",
    "pv-generation": "PV generation",
    "corridor-renewable-share": "renewable share of a corridor",
    "supply-coal-rate": "retrofit of units by coal rate",
    "coal-consumption": "coal consumption",
    "renewable-consumption-weight": "renewable consumption weight",
    "co2-peak": "CO₂ peak",
    "co2-emissions": "CO₂ emissions",
    "unserved-energy": "unserved energy",
    "shortage-hours": "hours of shortage",
    "reserve-margin": "reserve margin",
  ]

  /// Months.
  static let months = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
  ]
}
