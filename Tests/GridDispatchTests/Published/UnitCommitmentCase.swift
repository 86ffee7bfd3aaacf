import Foundation
import Hourly
import SmallGrids
import Tables

@testable import GridFormulation

/// A day of pglib-uc as its JSON file says, and the model of it.
///
/// A thermal unit is a generator with linear commitment, its state before the first hour and its cost
/// curve; a start costs what the hottest start does. A renewable one is a generator that is always on.
struct UnitCommitmentCase: Decodable {
  struct Point: Decodable {
    let mw: Double
    let cost: Double
  }

  struct Start: Decodable {
    let cost: Double
  }

  struct Thermal: Decodable {
    let mustRun: Int
    let powerOutputMinimum: Double
    let powerOutputMaximum: Double
    let rampUpLimit: Double
    let rampDownLimit: Double
    let rampStartupLimit: Double
    let rampShutdownLimit: Double
    let timeUpMinimum: Int
    let timeDownMinimum: Int
    let powerOutputT0: Double
    let unitOnT0: Int
    let timeUpT0: Int
    let timeDownT0: Int
    let startup: [Start]
    let piecewiseProduction: [Point]
  }

  struct Renewable: Decodable {
    let powerOutputMinimum: [Double]
    let powerOutputMaximum: [Double]
  }

  let demand: [Double]
  let reserves: [Double]
  let thermalGenerators: [String: Thermal]
  let renewableGenerators: [String: Renewable]

  /// Reads a file of the benchmark.
  static func read(_ path: String) throws -> UnitCommitmentCase {
    let decoder = JSONDecoder()
    decoder.keyDecodingStrategy = .convertFromSnakeCase
    return try decoder.decode(Self.self, from: Data(contentsOf: URL(filePath: path)))
  }

  /// The model, with demand and reserve that must be met at almost any price.
  var model: SmallModel {
    var model = SmallModel(load: demand, lostLoad: 1e5)
    model.setting.zones[0].reserve.up = model.series("reserves", reserves)
    model.setting.zones[0].reserve.responseMinutes = 60
    model.setting.zones[0].reserve.scarcityPrice = 1e5
    for (name, unit) in thermalGenerators.sorted(by: { $0.key < $1.key }) {
      model.add(Generator.self) {
        $0.name = name
        Self.set(unit, in: &$0)
      }
    }
    for (name, unit) in renewableGenerators.sorted(by: { $0.key < $1.key }) {
      let most = unit.powerOutputMaximum.max() ?? 0
      guard most > 0 else { continue }
      let lower = model.series("\(name) least", unit.powerOutputMinimum.map { $0 / most })
      let upper = model.series("\(name) most", unit.powerOutputMaximum.map { $0 / most })
      model.add(Generator.self) {
        $0.name = name
        $0.capacity = Power(megawatts: most)
        ($0.minimumOutput, $0.maximumOutput) = (lower, upper)
        $0.providesReserve = false
      }
    }
    return model
  }

  private static func set(_ unit: Thermal, in plant: inout Generator) {
    plant.kind = .gas
    plant.capacity = Power(megawatts: unit.powerOutputMaximum)
    plant.minimumOutput = .constant(unit.powerOutputMinimum / unit.powerOutputMaximum)
    plant.costSteps = CostCurve(
      points: unit.piecewiseProduction.map { CostCurve.Point(power: $0.mw, cost: $0.cost) }
    )
    plant.commitment = .linear
    plant.isMustRun = unit.mustRun == 1
    plant.startCost = unit.startup.first?.cost ?? 0
    (plant.minimumUpHours, plant.minimumDownHours) = (unit.timeUpMinimum, unit.timeDownMinimum)
    (plant.rampUp, plant.rampDown) = (unit.rampUpLimit, unit.rampDownLimit)
    plant.startOutput = unit.rampStartupLimit
    plant.shutdownOutput = unit.rampShutdownLimit
    let isOn = unit.unitOnT0 == 1
    plant.isInitiallyOnline = isOn
    plant.initialOutput = unit.powerOutputT0
    plant.remainingUpHours = isOn ? max(0, unit.timeUpMinimum - unit.timeUpT0) : 0
    plant.remainingDownHours = isOn ? 0 : max(0, unit.timeDownMinimum - unit.timeDownT0)
  }
}
