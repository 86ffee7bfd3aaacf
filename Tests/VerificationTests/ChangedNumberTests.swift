import GridDispatch
import GridGoals
import SmallGrids
import Tables
import TestSupport
import Testing
import Verification

@testable import GridFormulation

/// A schedule in which one number was changed is never taken for clean.
@Suite struct ChangedNumberTests {
  /// Models that between them record every kind of series, with and without slack in their rules.
  enum Case: String, CaseIterable, Sendable {
    case usual, withoutCommitment, short, fast, capturing, generic, genericWithoutCommitment, heat,
      demand, heatWithoutCommitment

    var grid: SmallGrid {
      var grid = SmallGrid.rich()
      switch self {
      case .usual: break
      case .heat: grid.addHeatAssets()
      case .heatWithoutCommitment:
        grid.addHeatAssets()
        grid.setting.commitment = .none
      case .withoutCommitment: grid.setting.commitment = .none
      case .demand: grid.addDemand()
      case .generic: grid.addGenericAssets()
      case .genericWithoutCommitment:
        grid.addGenericAssets()
        grid.setting.commitment = .none
      case .capturing:
        grid = grid.changing(Coal.self) {
          $0.capture.share = 0.5
          $0.capture.isFlexible = $0.kind == .condensing
        }
        grid.addHeatAssets()
        grid = grid.changing(Chp.self) {
          $0.capture.share = $0.kind == .coal ? 1 : 0
          $0.capture.isFlexible = true
        }
      case .short: grid.setting.series["load"] = grid.setting.series["load"]?.map { 1.8 * $0 }
      case .fast:
        grid = grid.changing(Coal.self) {
          $0.ramp = 3
          $0.rampRetrofitted = 3
        }
      }
      return grid
    }
  }

  /// What cannot be recomputed from the schedule.
  private static let prices: [ResultQuantity] = [
    .price, .heatPrice, .reserveUpPrice, .reserveDownPrice,
  ]

  @Test(arguments: Case.allCases)
  func `an optimum is clean`(instance: Case) throws {
    let grid = instance.grid
    let report = grid.report(on: try grid.solve())
    #expect(report.violations.map(\.text) == [])
    #expect(report.maxBalanceResidualMW < 1e-6)
    #expect(report.maxBoundViolation < 1e-7)
    #expect(report.costDifference < 1e-9 * report.grossCost)
  }

  @Test(arguments: [Case.usual, .fast])
  func `one number changed by ten tolerances is found`(instance: Case) throws {
    try expectEveryChangeFound(in: instance)
  }

  @Test(.dear, arguments: Case.allCases.filter { $0 != .usual && $0 != .fast })
  func `one number changed by ten tolerances is found in every case`(instance: Case) throws {
    try expectEveryChangeFound(in: instance)
  }

  private func expectEveryChangeFound(in instance: Case) throws {
    let grid = instance.grid
    let result = try grid.solve()
    let sizes = Dictionary(
      uniqueKeysWithValues: grid.model.assetSummaries.map { ($0.name, 1 + $0.facts.capacity) }
    )
    let peak = result.schedule.hourly(.demand).reduce(0, max)
    var missed: [String] = []
    var changed = result.schedule
    for index in changed.series.indices
    where !Self.prices.contains(changed.series[index].quantity) {
      let entry = changed.series[index]
      // A MWh makes some hundred m³ of water.
      let unit = entry.quantity.unit == "m3" ? 300.0 : 1
      let amount = 1e-5 * unit * (sizes[entry.owner] ?? 1 + peak)
      for step in [index * 7 % 48, (index * 13 + 24) % 48] {
        for sign in [1.0, -1] {
          changed.series[index].values[step] += sign * amount
          let report = grid.report(on: result, changed)
          if report.isClean {
            missed.append("\(entry.quantity.stem) of \(entry.label) at \(step) by \(sign * amount)")
          }
          changed.series[index].values[step] = entry.values[step]
        }
      }
    }
    #expect(missed == [])
  }

  @Test func `where no bound is told a price is only required to be a number`() throws {
    let grid = SmallGrid.rich()
    let result = try grid.solve()
    var changed = result.schedule
    let index = try #require(changed.series.firstIndex { $0.quantity == .price })
    changed.series[index].values[3] += 5
    let report = Verifier.verify(grid.model, changed, cost: result.cost, costs: result.costs)
    #expect(report.isClean)
    changed.series[index].values[3] = .nan
    let found = Verifier.verify(grid.model, changed, cost: result.cost, costs: result.costs)
    #expect(found.found.map(\.rule) == ["finite price_per_mwh"])
  }

  @Test(arguments: [Double.nan, .infinity])
  func `a number that is none is found in every series`(number: Double) throws {
    let grid = SmallGrid.rich()
    let result = try grid.solve()
    var changed = result.schedule
    for index in changed.series.indices {
      let value = changed.series[index].values[5]
      changed.series[index].values[5] = number
      let report = Verifier.verify(grid.model, changed, cost: result.cost, costs: result.costs)
      #expect(!report.isClean, "\(changed.series[index].quantity.stem)")
      changed.series[index].values[5] = value
    }
  }
}
