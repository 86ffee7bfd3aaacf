import GridFormulation

/// The rules of thermal units, on the numbers that a schedule records.
///
/// What is online follows ``CommitmentCheck``; fuel, cost, emissions and heat follow from it and the gross output.
struct ThermalCheck {
  /// A deep-peak tier.
  struct Tier {
    /// Share of the online capacity below which it begins, one an hour.
    let baseline: [Double]
    /// Extra fuel, tce per MWh forgone.
    let extraFuel: Double
    /// Extra wear, currency per MWh forgone.
    let wear: Double
    /// The price bid for a MWh forgone beyond that of the tiers above, one an hour; nil where extra
    /// fuel and wear count instead.
    var bid: [Double]?
  }

  let owner: Owner
  /// Gross capacity that can be online, MW.
  let available: [Double]
  /// Share of it that must be.
  let minimumOnline: [Double]
  let minimumOutput: Double
  let ramp: Double
  let startOutput: Double
  let shutdownOutput: Double
  let minimumUpHours: Int
  let minimumDownHours: Int
  let fuel: String
  /// Fuel for a gross MWh at rated output, tce.
  let fuelPerGross: Double
  /// The share of that fuel which keeping the capacity online takes.
  let noLoadShare: Double
  let tiers: [Tier]
  let startFuel: Double
  let startCost: Double
  let variableCost: Double
  let ownUse: Double
  let sulphurDioxide: Double
  let nitrogenOxides: Double
  let providesReserve: Bool
  /// The heat that the units give; nil where they give none.
  var heat: ExtractionCheck?
  /// How CO2 is captured; nil where it is not.
  var capture: CarbonCapture?

  /// One plus the capacity.
  var size: Double { 1 + available.reduce(0, max) }

  /// What of the units is online.
  var commitment: CommitmentCheck {
    CommitmentCheck(
      owner: owner,
      capacity: available,
      least: available.map { _ in minimumOutput },
      most: available.map { _ in 1 },
      rampUp: ramp,
      rampDown: ramp,
      startOutput: startOutput,
      shutdownOutput: shutdownOutput,
      minimumUpHours: minimumUpHours,
      minimumDownHours: minimumDownHours,
      startCost: startCost,
      tellsStarts: true,
      providesReserve: providesReserve,
      ownUse: ownUse,
      isLimitedBeside: heat != nil
    )
  }

  /// Checks the units.
  func run(in examination: inout Examination) {
    let gross = examination.series(.gross, of: owner)
    let power = examination.injection(of: owner)
    let (net, size) = (1 - ownUse, size)
    let charged = examination.series(.fuel, of: owner)
    let given = heat.map { examination.heat(of: owner, to: $0.heatZone) }
    let loss = heat?.powerLoss ?? 0
    let steam = given.map { zip(gross, $0).map { $0 + loss * $1 } } ?? gross
    let captured = examination.checkEmissions(of: self, gross: steam, burnt: charged)
    examination.chargeFuel(of: self, burnt: charged)
    let taken = capture?.energy ?? 0
    examination.identify("output after own use", of: owner, size: size) {
      power[$0] - net * gross[$0] + taken * captured[$0]
    }
    examination.ledger.charge(.operation, of: owner.name, price: variableCost, for: steam)
    switch examination.setting.commitment {
    case .linear:
      checkCommitment(gross: steam, power: gross, heat: given, burnt: charged, in: &examination)
    case .none: checkOutput(gross: steam, heat: given, burnt: charged, in: &examination)
    }
  }

  private func checkOutput(
    gross: [Double],
    heat given: [Double]?,
    burnt: [Double],
    in examination: inout Examination
  ) {
    let size = size
    let floor = zip(minimumOnline, available).map { minimumOutput * $0 * $1 }
    examination.requireRange(
      "output range",
      of: owner,
      size: size,
      gross,
      from: floor,
      to: available
    )
    examination.identify("fuel", of: owner, size: size) {
      burnt[$0] - fuelPerGross * gross[$0]
    }
    examination.add(available, to: \.synchronous, of: owner)
    if let heat, let given { heat.checkRange(given, of: self, in: &examination) }
    let held = commitment.checkReserve(
      up: zip(available, gross).map(-),
      down: zip(gross, floor).map(-),
      online: nil,
      in: &examination
    )
    if let heat, let given {
      heat.checkLean(gross, given, held: held, of: self, in: &examination)
    }
  }
}

extension Examination {
  /// What of a capacity is in service in each hour, MW.
  func inService(_ capacity: Double, of cluster: some ThermalCluster) -> [Double] {
    count(of: cluster.maintenanceShare > 0 ? cluster.maintenance : []).map { out in
      capacity * (1 - cluster.forcedOutage) * (out > 0 ? 1 - cluster.maintenanceShare : 1)
    }
  }
}

// MARK: - Emissions

extension Examination {
  /// Checks what is emitted and charges the fuel and its CO2; returns what is captured.
  fileprivate mutating func checkEmissions(
    of units: ThermalCheck,
    gross: [Double],
    burnt: [Double]
  ) -> [Double] {
    let owner = units.owner
    let size = 1 + units.available.reduce(0, max)
    let sulphur = series(.sulphurDioxide, of: owner)
    identify("SO2", of: owner, size: size) { sulphur[$0] - units.sulphurDioxide * gross[$0] }
    let nitrogen = series(.nitrogenOxides, of: owner)
    identify("NOx", of: owner, size: size) { nitrogen[$0] - units.nitrogenOxides * gross[$0] }
    let carbon = series(.carbonDioxide, of: owner)
    guard let fuel = setting.fuels.first(where: { $0.name == units.fuel }) else {
      note(owner.label, rule: "fuel", amount: .infinity, "\(units.fuel) is not in the model")
      return [Double](repeating: 0, count: hours)
    }
    let captured = checkCapture(of: units, produced: burnt.map { fuel.carbonPerTonne * $0 })
    identify("CO2", of: owner, size: size) {
      carbon[$0] + captured[$0] - fuel.carbonPerTonne * burnt[$0]
    }
    ledger.charge(.carbon, of: owner.name, prices: carbonPrices, for: carbon)
    return captured
  }

  /// Charges the fuel burnt, less what the objective pays for by a bid.
  fileprivate mutating func chargeFuel(of units: ThermalCheck, burnt: [Double]) {
    guard let price = setting.fuels.first(where: { $0.name == units.fuel })?.price else { return }
    var paid = burnt
    for (index, tier) in units.tiers.enumerated() where tier.bid != nil {
      guard let forgone = seriesIfPresent(.deepTier(index + 1), of: units.owner) else { continue }
      for step in paid.indices { paid[step] -= tier.extraFuel * forgone[step] }
    }
    ledger.charge(.fuel, of: units.owner.name, prices: values(of: price), for: paid)
  }

  /// Checks that no more is captured than can be, and all of it where that is not decided by the hour.
  private mutating func checkCapture(of units: ThermalCheck, produced: [Double]) -> [Double] {
    guard let capture = units.capture else { return produced.map { _ in 0 } }
    let (owner, size) = (units.owner, units.size)
    let captured = series(.carbonCaptured, of: owner)
    if capture.isFlexible {
      require("capture rate", of: owner, size: size) { step in
        larger(-captured[step], captured[step] - capture.rate * produced[step])
      }
    } else {
      identify("capture rate", of: owner, size: size) { step in
        captured[step] - capture.rate * produced[step]
      }
    }
    ledger.charge(.carbonStorage, of: owner.name, price: capture.cost, for: captured)
    return captured
  }
}
