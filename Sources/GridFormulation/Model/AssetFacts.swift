/// What an asset is made of, as far as reports and goals count it.
public enum Technology: String, Sendable, CaseIterable {
  /// Coal-fired units.
  case coal
  /// Gas-fired units.
  case gas
  /// Nuclear units.
  case nuclear
  /// Biomass and waste units.
  case biomass
  /// Wind on land.
  case onshoreWind = "onshore wind"
  /// Wind at sea.
  case offshoreWind = "offshore wind"
  /// PV plants.
  case centralSolar = "central PV"
  /// PV on roofs.
  case distributedSolar = "distributed PV"
  /// Hydropower with or without a reservoir.
  case hydro
  /// Plants that are none of these, or of which nothing is known.
  case other
  /// Pumped hydro.
  case pumpedHydro = "pumped hydro"
  /// Batteries and other new-type storage.
  case battery
  /// Storage that is neither pumped hydro nor a battery.
  case otherStorage = "other storage"
  /// Load that can be interrupted.
  case interruptibleLoad = "interruptible load"
  /// Load that can be put off.
  case shiftableLoad = "shiftable load"
  /// Boilers that make heat of fuel.
  case heatBoiler = "heat boiler"
  /// Boilers that make heat of power.
  case electricBoiler = "electric boiler"
  /// Heat pumps.
  case heatPump = "heat pump"
  /// Tanks and pits of hot water.
  case heatStorage = "heat storage"
  /// Pipes between heat networks.
  case heatTransfer = "heat transfer"
  /// Charging of electric vehicles.
  case evCharging = "electric vehicles"
  /// Energy-intensive industry that modulates its load.
  case industry
  /// Industry with a plant of its own.
  case captivePlant = "captive plant"
  /// Load that drops out by price.
  case priceResponsiveLoad = "price-responsive load"
  /// Flexible loads under one contract.
  case virtualPowerPlant = "virtual power plant"
  /// Hydrogen from electricity.
  case hydrogen
  /// Water from the sea.
  case desalination
  /// Trade with the outside.
  case exchange
  /// Transport between zones whose flow is a decision.
  case corridor
  /// Lines and transformers whose flow follows from the angles of their ends.
  case line
  /// Plants that turn the energy of one zone into that of another.
  case converter

  /// Whether it makes electricity; storage, load and trade do not.
  public var isGeneration: Bool {
    isNonFossil || self == .coal || self == .gas || self == .other
  }
  /// Whether it makes electricity without fossil fuel.
  public var isNonFossil: Bool { isRenewable || self == .nuclear }
  /// Whether it makes electricity from renewable sources; nuclear does not.
  public var isRenewable: Bool { isWind || isSolar || self == .hydro || self == .biomass }
  /// Whether it is wind power.
  public var isWind: Bool { self == .onshoreWind || self == .offshoreWind }
  /// Whether it is photovoltaic.
  public var isSolar: Bool { self == .centralSolar || self == .distributedSolar }
  /// Whether it stores electricity.
  public var isStorage: Bool {
    self == .pumpedHydro || self == .battery || self == .otherStorage
  }
  /// Whether it serves heat alone and makes no electricity.
  public var isHeatOnly: Bool {
    switch self {
    case .heatBoiler, .electricBoiler, .heatPump, .heatStorage, .heatTransfer: true
    default: false
    }
  }
  /// Whether it is flexible demand.
  public var isFlexibleLoad: Bool {
    switch self {
    case .interruptibleLoad, .shiftableLoad, .evCharging, .industry, .captivePlant,
      .priceResponsiveLoad, .virtualPowerPlant, .hydrogen, .desalination:
      true
    default: false
    }
  }
}

/// What reports and goals know of an asset without knowing its kind.
public struct AssetFacts: Sendable {
  /// What it is made of.
  public var technology: Technology
  /// Capacity, MW: gross for units, power for storage, contracted for flexible load.
  public var capacity: Double
  /// Capacity that was added within the plan's period, MW; nil where the model does not say.
  public var newCapacity: Double?
  /// Energy a store can hold, MWh; nil where it is none.
  public var energyCapacity: Double?
  /// Energy given per energy taken in by a store; nil where it is none.
  public var roundTripEfficiency: Double?
  /// Energy given per energy taken from what a store holds; nil where it is none.
  public var dischargingEfficiency: Double?
  /// Share of what a store holds that is lost in an hour.
  public var standingLoss: Double
  /// What a store holds before the first hour, MWh; nil where that is a decision, or it is no store.
  public var startLevel: Double?
  /// Yearly upkeep that does not depend on the dispatch, in the model's currency; capital is no part of it.
  public var fixedCost: Double
  /// Yearly cost of the capital its capacity binds, an annuity, in the model's currency.
  public var capitalCost: Double
  /// Yearly payment for its capacity, in the model's currency; it is no part of the cost.
  public var capacityPayment: Double
  /// Flexible load registered for the peak, MW.
  public var registeredResponse: Double
  /// The parts of a cluster whose results are told apart.
  public var parts: [PartFacts]
  /// The zones it joins, with its limits; nil where it joins none.
  public var link: LinkFacts?
  /// The plants whose output it may use; empty where it uses the grid's.
  package var suppliers: [PlantShare]
  /// Gross capacity of one of its units, MW; nil where it is not told by units.
  public var unitSize: Double?
  /// How what it makes before its own use is known.
  package var grossOutput: GrossOutput
  /// Whether its units give heat, so that what they must run at follows the heat.
  package var givesHeat: Bool
  /// What it trades with the outside; nil where it does not.
  package var trade: TradeFacts?

  package init(
    technology: Technology,
    capacity: Double,
    unitSize: Double? = nil,
    newCapacity: Double? = nil,
    energyCapacity: Double? = nil,
    roundTripEfficiency: Double? = nil,
    dischargingEfficiency: Double? = nil,
    standingLoss: Double = 0,
    startLevel: Double? = nil,
    fixedCostPerKilowatt: Double = 0,
    capitalCostPerKilowatt: Double = 0,
    capacityPaymentPerKilowatt: Double = 0,
    registeredResponse: Double = 0,
    parts: [PartFacts] = [],
    link: LinkFacts? = nil,
    suppliers: [PlantShare] = [],
    grossOutput: GrossOutput = .asNet,
    givesHeat: Bool = false,
    trade: TradeFacts? = nil
  ) {
    self.technology = technology
    self.capacity = capacity
    self.unitSize = unitSize
    self.newCapacity = newCapacity
    self.energyCapacity = energyCapacity
    self.roundTripEfficiency = roundTripEfficiency
    self.dischargingEfficiency = dischargingEfficiency
    self.standingLoss = standingLoss
    self.startLevel = startLevel
    fixedCost = fixedCostPerKilowatt * capacity * 1000
    capitalCost = capitalCostPerKilowatt * capacity * 1000
    capacityPayment = capacityPaymentPerKilowatt * capacity * 1000
    self.registeredResponse = registeredResponse
    self.parts = parts
    self.link = link
    self.suppliers = suppliers
    self.grossOutput = grossOutput
    self.givesHeat = givesHeat
    self.trade = trade
  }
}

/// How the output of a plant before its own use is known.
package enum GrossOutput: Sendable {
  /// It has no own use: net is gross.
  case asNet
  /// It has a series of its own.
  case recorded
  /// It is the net output times a number.
  case scaled(Double)
}

/// What goals know of trade with the outside.
package struct TradeFacts: Sendable {
  /// Whether the plan adds it.
  package let isNew: Bool
  /// Most that can be bought, MW.
  package let importLimit: Double
  /// Most that can be sold, MW.
  package let exportLimit: Double
  /// Whether the renewable share of what is bought is given.
  package let tellsSource: Bool
}

extension AssetFacts {
  /// Full cycles of a store that gives an amount of energy, MWh; nil where it can hold none.
  ///
  /// A cycle is what a full store gives, the energy it holds times its discharging efficiency: that is what
  /// `cycles_per_day` limits.
  public func cycles(discharging energy: Double) -> Double? {
    guard let held = energyCapacity, held > 0 else { return nil }
    return energy / (held * (dischargingEfficiency ?? 1))
  }
}

/// What reports and goals know of a corridor or line.
public struct LinkFacts: Sendable {
  /// The zone that sends when the flow is forward.
  public var from: String
  /// The zone that receives when the flow is forward.
  public var to: String
  /// Most that can be sent forward, MW.
  public var forwardLimit: Double
  /// Most that can be sent backward, MW.
  public var backwardLimit: Double
  /// Whether the plan adds it.
  public var isNew: Bool
  /// The plants that it carries under contract; nil where each hour's mix counts.
  package var contracts: [PlantShare]?

  package init(
    from: String,
    to: String,
    forwardLimit: Double,
    backwardLimit: Double,
    isNew: Bool = false,
    contracts: [PlantShare]? = nil
  ) {
    self.from = from
    self.to = to
    self.forwardLimit = forwardLimit
    self.backwardLimit = backwardLimit
    self.isNew = isNew
    self.contracts = contracts
  }
}

/// What reports know of a part of a cluster.
public struct PartFacts: Sendable {
  /// The part's name after the dot in result columns; nil where the cluster has one part only.
  public var name: String?
  /// Gross capacity, MW.
  public var capacity: Double
  /// Minimum stable output, share of the gross capacity.
  public var minimumOutput: Double
  /// Coal or gas burnt per energy supplied at rated output, gce/kWh.
  public var ratedFuelRate: Double
  /// The same before energy-saving retrofit; nil where it had none.
  package var rateBeforeSaving: Double?
  /// Whether the units had energy-saving retrofit.
  package var isEnergySaving = false
}
