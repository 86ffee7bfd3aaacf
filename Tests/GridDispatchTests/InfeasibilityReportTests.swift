import GridDispatch
import GridFormulation
import GridGoals
import Hourly
import LinearProgramming
import SmallGrids
import Tables
import Testing

/// Why no schedule exists, in the words of the grid.
struct InfeasibilityReportTests {
  /// 100 MW of nuclear that give at least 70, and a load that falls below that at night.
  private func mustRun(_ load: [Double]) -> SmallModel {
    var model = SmallModel(load: load)
    model.add(Nuclear.self) {
      $0.name = "nuclear"
      $0.unitSize = Power(megawatts: 100)
      $0.units = 1
      $0.ramp = 1
      $0.ownUse = 0
    }
    return model
  }

  @Test func `must-run output above the demand is told with hours, MW and assets`() throws {
    let report = try #require(try mustRun([90, 50, 40, 60, 90]).infeasibility())
    #expect(report.isProved)
    #expect(report.margin > 0)
    let finding = try #require(report.findings.first)
    #expect(report.findings.count == 1)
    #expect(finding.start == TimeStamp(year: 2030, month: 1, day: 1, hour: 1))
    #expect(finding.end == TimeStamp(year: 2030, month: 1, day: 1, hour: 4))
    // At the worst, 70 − 40 = 30 MW.
    #expect(finding.text.contains("must-run output exceeds demand and export by 30 MW"))
    #expect(finding.text.contains("nuclear 70"))
    #expect(finding.text.contains("demand 40"))
  }

  @Test func `told to stop it says nothing of hours, and what is not proved is not called so`()
    throws
  {
    let grid = mustRun([50]).grid
    var model = GoalDispatch.formulated(grid)
    let program = model.takeProgram()
    let monitor = SolveMonitor()
    monitor.cancel()
    let report = try InfeasibilityReport.make(
      grid,
      model,
      program,
      result: SolveResult(termination: .infeasible),
      monitor: monitor
    )
    #expect(report.findings.isEmpty)
    #expect(!report.isProved)
  }

  @Test func `hours that do not follow each other are told apart`() throws {
    let report = try #require(try mustRun([50, 90, 60]).infeasibility())
    #expect(report.findings.map(\.start.hour) == [0, 2])
    #expect(report.findings.map(\.end.hour) == [1, 3])
  }

  @Test func `export that can take the surplus makes the model feasible`() throws {
    var model = mustRun([50])
    model.addExport(at: 0)
    #expect(try model.infeasibility() == nil)
  }

  @Test func `a scheduled export above all output is told with what is missing`() throws {
    // 150 of export and 40 of load, 100 of coal, 40 not served: 50 are missing.
    var model = SmallModel(load: [40])
    model.addPlainCoal()
    model.add(Interchange.self) {
      $0.name = "corridor"
      $0.exportLimit = Power(megawatts: 150)
      $0.exportSchedule = .constant(1)
    }
    let report = try #require(try model.infeasibility())
    #expect(report.isProved)
    let text = try #require(report.findings.first).text
    #expect(text.contains("50 MW"))
    #expect(text.contains("corridor 150"))
  }

  @Test func `water that must end as high as it began, without inflow, is told as a rule`() throws {
    // A minimum flow of 2 MW drains a reservoir that must not fall.
    var model = SmallModel(load: [40, 40])
    model.addPlainCoal()
    model.add(Hydro.self) {
      $0.name = "hydro"
      $0.capacity = Power(megawatts: 10)
      $0.reservoir = Energy(megawattHours: 20)
      $0.minimumFlow = 0.2
    }
    let report = try #require(try model.infeasibility())
    #expect(report.isProved)
    #expect(report.findings.contains { $0.text.contains("hydro") })
  }
}
