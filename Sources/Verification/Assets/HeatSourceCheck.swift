import GridFormulation
import Tables

/// A heat boiler keeps its capacity and burns what its efficiency asks for.
extension HeatBoiler: CheckedAsset {
  func check(in examination: inout Examination) {
    guard capacity.megawatts > 0 else { return }
    let size = 1 + capacity.megawatts
    let heat = examination.heat(of: owner, to: heatZone)
    let burnt = examination.series(.fuel, of: owner)
    let carbon = examination.series(.carbonDioxide, of: owner)
    let sulphur = examination.series(.sulphurDioxide, of: owner)
    let nitrogen = examination.series(.nitrogenOxides, of: owner)
    examination.requireRange(
      "heat range",
      of: owner,
      size: size,
      heat,
      from: 0,
      to: capacity.megawatts
    )
    // 1 tce is 29.3076 GJ, a MWh 3.6.
    examination.identify("fuel", of: owner, size: size) {
      burnt[$0] - heat[$0] * 3.6 / (efficiency * 29.3076)
    }
    examination.identify("SO2", of: owner, size: size) { sulphur[$0] - sulphurDioxide * heat[$0] }
    examination.identify("NOx", of: owner, size: size) { nitrogen[$0] - nitrogenOxides * heat[$0] }
    examination.ledger.charge(.operation, of: name, price: variableCost, for: heat)
    guard let fuel = examination.setting.fuel(named: fuel) else {
      examination.note(name, rule: "fuel", amount: .infinity, "\(fuel) is not in the model")
      return
    }
    examination.identify("CO2", of: owner, size: size) {
      carbon[$0] - fuel.carbonPerTonne * burnt[$0]
    }
    let prices = examination.values(of: fuel.price)
    examination.ledger.charge(.fuel, of: name, prices: prices, for: burnt)
    let carbonPrices = examination.carbonPrices
    examination.ledger.charge(.carbon, of: name, prices: carbonPrices, for: carbon)
    guard let zone = examination.setting.heatZone(named: heatZone) else { return }
    let perHeat = 3.6 / (efficiency * 29.3076)
    examination.note(
      Margin(
        owner: owner,
        name: "heat",
        size: size,
        amounts: heat,
        lower: examination.constant(0),
        upper: examination.constant(capacity.megawatts),
        costs: prices.indices.map {
          variableCost + perHeat * (prices[$0] + fuel.carbonPerTonne * carbonPrices[$0])
        },
        gains: [
          Margin.Gain(price: .heatPrice, owner: zone.owner, amounts: examination.constant(1))
        ]
      )
    )
  }
}

/// An electric boiler is electric heating that stands alone.
extension ElectricBoiler: CheckedAsset {
  func check(in examination: inout Examination) {
    ElectricHeatingCheck(
      owner: owner,
      power: power.megawatts,
      efficiency: efficiency,
      variableCost: variableCost,
      suppliers: PlantShare.list(suppliedBy) ?? [],
      heatZone: heatZone
    ).run(in: &examination)
  }
}

/// Electric heating keeps its power, turns it into heat, and takes no more than its plants give.
struct ElectricHeatingCheck {
  let owner: Owner
  let power: Double
  let efficiency: Double
  let variableCost: Double
  let suppliers: [PlantShare]
  let heatZone: String

  func run(in examination: inout Examination) {
    guard power > 0 else { return }
    let size = 1 + power
    let injected = examination.injection(of: owner)
    let heat = examination.heat(of: owner, to: heatZone)
    examination.requireRange("power range", of: owner, size: size, injected, from: -power, to: 0)
    examination.identify("heat", of: owner, size: size) { heat[$0] + efficiency * injected[$0] }
    if !suppliers.isEmpty {
      var offered = [Double](repeating: 0, count: examination.hours)
      for supplier in suppliers {
        let output = examination.power(ofAsset: supplier.plant)
        for step in offered.indices { offered[step] += supplier.share * output[step] }
      }
      examination.require("supply", of: owner, size: size) { -injected[$0] - offered[$0] }
    }
    examination.ledger.charge(.operation, of: owner.name, price: -variableCost, for: injected)
  }
}

/// A heat pump keeps its capacity and takes the power that its coefficient of performance asks for.
extension HeatPump: CheckedAsset {
  func check(in examination: inout Examination) {
    guard capacity.megawatts > 0 else { return }
    let size = 1 + capacity.megawatts
    let injected = examination.injection(of: owner)
    let heat = examination.heat(of: owner, to: heatZone)
    let performance = examination.values(of: performance)
    examination.requireRange(
      "heat range",
      of: owner,
      size: size,
      heat,
      from: 0,
      to: capacity.megawatts
    )
    examination.identify("power", of: owner, size: size) {
      heat[$0] + performance[$0] * injected[$0]
    }
    examination.ledger.charge(.operation, of: name, price: variableCost, for: heat)
  }
}

/// A pipe keeps its limit, and what arrives is what was sent less the loss.
extension HeatTransfer: CheckedAsset {
  func check(in examination: inout Examination) {
    guard limit.megawatts > 0 else { return }
    let size = 1 + limit.megawatts
    let left = examination.heat(of: end(from), to: from)
    let arrived = examination.heat(of: end(to), to: to)
    let injected = examination.injection(of: owner)
    examination.requireRange(
      "heat range",
      of: owner,
      size: size,
      left,
      from: -limit.megawatts,
      to: 0
    )
    examination.identify("loss", of: owner, size: size) { arrived[$0] + (1 - loss) * left[$0] }
    examination.identify("pumps", of: owner, size: size) { injected[$0] - pumping * left[$0] }
    examination.ties.add(.transfer, of: name, left.map { -$0 })
  }
}

/// A heat store is a tank that stands alone.
extension HeatStorage: CheckedAsset {
  func check(in examination: inout Examination) {
    let (taking, giving) = (charging.megawatts, discharging.megawatts)
    guard energy.megawattHours > 0, giving > 0 || taking > 0 else { return }
    HeatTankCheck(
      reservoir: ReservoirCheck(
        owner: owner,
        capacity: energy.megawattHours,
        start: startLevel,
        end: endRule,
        standingLoss: standingLoss,
        power: max(taking, giving)
      ),
      charging: taking,
      discharging: giving,
      heatZone: heatZone
    ).run(in: &examination)
  }
}

/// The rules of a tank of hot water.
struct HeatTankCheck {
  let reservoir: ReservoirCheck
  let charging: Double
  let discharging: Double
  let heatZone: String

  func run(in examination: inout Examination) {
    let heat = examination.heat(of: reservoir.owner, to: heatZone)
    examination.requireRange(
      "heat range",
      of: reservoir.owner,
      size: 1 + reservoir.power,
      heat,
      from: -charging,
      to: discharging
    )
    _ = reservoir.run(net: heat.map { -$0 }, in: &examination)
  }
}
