import GridDispatch
import GridFormulation

/// A figure of the summary whose name alone could be misread: one definition for `describe` and all tables.
public enum Figure: CaseIterable, Sendable {
  case costPerSupplied, fixedCost, net, gross, fullLoadHours, share, curtailmentRate
  case takenAndGiven, cycles, marginBeforeCapital, heatShare, fuel, margin, unserved, zeroPrice
  case accuracy

  /// The name, as tables and lines of the summary have it.
  public var name: String {
    switch self {
    case .costPerSupplied: "MWh supplied"
    case .fixedCost: "fixed cost of these hours"
    case .net: "net GWh"
    case .gross: "gross GWh"
    case .fullLoadHours: "full-load h, gross"
    case .share: "share of net"
    case .curtailmentRate: "rate"
    case .takenAndGiven: "taken, given"
    case .cycles: "full cycles"
    case .marginBeforeCapital: "margin before capital"
    case .heatShare: "share of net heat"
    case .fuel: "coal, other fuel"
    case .margin: "margin"
    case .unserved: "unserved"
    case .zeroPrice: "at zero, below zero"
    case .accuracy: "0"
    }
  }

  /// What it is, in one sentence.
  public var definition: String {
    switch self {
    case .costPerSupplied: "Demand with network losses less what was not served."
    case .fixedCost:
      "Yearly fixed cost times the share of the year that was solved, in every table; "
        + "`fixedCostPerYear` of summary.json is that of a whole year."
    case .net: "Energy at the terminals, after the plant's own use."
    case .gross: "Energy at the generator, before own use; the same as net where none is told."
    case .fullLoadHours:
      "Gross GWh over MW; the MW of plants are gross, those of stores and load at the grid."
    case .share: "Net generation of a kind over that of all kinds; stores and trade are in neither."
    case .curtailmentRate: "Curtailed over delivered and curtailed energy."
    case .takenAndGiven:
      "Energy drawn from the grid, and given to it; a load that the zone's load holds already counts by what "
        + "it draws more or less than that."
    case .cycles:
      "Energy given over what a full store gives (energy held times discharging efficiency), as "
        + "`cycles_per_day` counts."
    case .marginBeforeCapital:
      "Income of a store less its variable cost and the fixed cost of these hours; its capital is not "
        + "paid for yet."
    case .heatShare: "Heat given less heat taken, over the heat demand that was served."
    case .fuel:
      "Fuel burnt by all assets, captive plants and heat boilers too, by what the fuel is; each fuel's "
        + "`kind` says so, or its name."
    case .margin: "What could be given beyond demand: " + CapacityMargin.definition
    case .unserved:
      "Demand with network losses that was not served; an hour counts if any zone lacks."
    case .zeroPrice:
      "Hours with a price that cannot be told from nothing, and hours with one below that."
    case .accuracy:
      "A millionth of its owner's size in an hour, of the gross cost, or of the value of lost load for a "
        + "price, cannot be told from nothing and counts as 0; 0.00 is more than that."
    }
  }
}
