import Hourly
import Tables

@testable import GridFormulation

extension SmallGrid {
  /// Adds generators and stores by their cost, in every way they can be followed.
  mutating func addGenericAssets() {
    addUnits()
    addPlants()
    addStores()
  }

  private mutating func addUnits() {
    add(Generator.self, "unit") {
      $0.kind = .coal
      $0.capacity = Power(megawatts: 200)
      $0.minimumOutput = .constant(0.4)
      $0.commitment = .linear
      $0.costSteps = CostCurve(points: [
        .init(power: 80, cost: 20_000), .init(power: 140, cost: 34_000),
        .init(power: 200, cost: 52_000),
      ])
      $0.startCost = 15_000
      $0.stopCost = 2000
      $0.minimumUpHours = 6
      $0.minimumDownHours = 5
      $0.rampUp = 50
      $0.rampDown = 60
      $0.startOutput = 90
      $0.shutdownOutput = 100
      $0.isInitiallyOnline = true
      $0.initialOutput = 110
      $0.carbonRate = 0.9
    }
    let schedule = series("schedule", (0..<48).map { $0 % 24 > 6 ? 1 : 0 })
    add(Generator.self, "scheduled") {
      $0.kind = .gas
      $0.capacity = Power(megawatts: 100)
      $0.minimumOutput = .constant(0.3)
      $0.marginalCost = .constant(450)
      $0.commitment = .fixed
      $0.online = schedule
      $0.startCost = 800
      $0.stopCost = 100
      $0.noLoadCost = .constant(300)
      $0.rampUp = 40
      $0.startOutput = 60
    }
  }

  private mutating func addPlants() {
    let gusts = series("gusts", (0..<48).map { 0.2 + 0.015 * Double(($0 * 5) % 48) })
    add(Generator.self, "farm") {
      $0.kind = .onshoreWind
      $0.capacity = Power(megawatts: 300)
      $0.maximumOutput = gusts
    }
    add(Generator.self, "plant") {
      $0.capacity = Power(megawatts: 80)
      $0.minimumOutput = .constant(0.25)
      $0.costSteps = CostCurve(points: [
        .init(power: 20, cost: 5000), .init(power: 50, cost: 14_000),
        .init(power: 80, cost: 29_000),
      ])
      $0.rampUp = 20
      $0.rampDown = 20
      $0.energyLimit = 8760 * 55
    }
    add(Generator.self, "buyer") {
      $0.capacity = Power(megawatts: 40)
      $0.takesPower = true
      $0.marginalCost = .constant(-320)
    }
  }

  private mutating func addStores() {
    let inflow = series("inflow", (0..<48).map { $0 < 24 ? 10 : 35 })
    add(Storage.self, "lake") {
      $0.kind = .pumpedHydro
      $0.chargingCapacity = Power(megawatts: 40)
      $0.dischargingCapacity = Power(megawatts: 50)
      $0.energy = Energy(megawattHours: 300)
      $0.chargingEfficiency = 0.9
      $0.dischargingEfficiency = 0.9
      $0.inflow = inflow
      $0.spillCost = .constant(1)
      $0.chargingCost = .constant(2)
      $0.dischargingCost = .constant(3)
      $0.minimumLevel = .constant(0.1)
      $0.maximumLevel = .constant(0.95)
      $0.endRule = .cyclic
    }
    let level = series("level", (0..<48).map { $0 == 23 ? 60 : -1 })
    add(Storage.self, "tank") {
      $0.chargingCapacity = Power(megawatts: 20)
      $0.dischargingCapacity = Power(megawatts: 20)
      $0.energy = Energy(megawattHours: 100)
      $0.standingLoss = 0.01
      $0.startMinimum = 10
      $0.startMaximum = 70
      $0.startCost = 200
      $0.endValue = 150
      $0.level = level
    }
  }
}

extension Generator: Nameable {}
extension Storage: Nameable {}
