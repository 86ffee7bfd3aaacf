import GridDispatch
import GridFormulation
import SmallGrids
import Tables
import Testing

/// The least synchronous capacity that stays online.
struct MinimumSynchronousTests {
  private func model(load: Double, _ change: (inout ReservePolicy) -> Void) -> SmallModel {
    var model = SmallModel(load: [load])
    change(&model.setting.zones[0].reserve)
    model.addPlainCoal { $0.minimumOutput = 0.5 }
    model.addImport(at: 60)
    model.addExport(at: 0)
    return model
  }

  @Test func `a minimum keeps units online that cost more than import`() throws {
    // 60 MW online give at least 30: 10 beyond the load are given away.
    let solved = try model(load: 20) { $0.minimumSynchronous = 60 }.solve()
    #expect(solved.values(.online, of: "coal") == [60])
    #expect(solved.power("coal") == [30])
    #expect(solved.price == [0])
  }

  @Test func `a minimum that is a share of the load grows with it`() throws {
    // 0.5 · 100 = 50 MW online, 25 MW of output.
    let solved = try model(load: 100) { $0.minimumSynchronousShare = 0.5 }.solve()
    #expect(solved.values(.online, of: "coal") == [50])
    #expect(solved.power("coal") == [25])
    #expect(solved.price == [60])
  }

  @Test func `without a minimum import displaces all units`() throws {
    let solved = try model(load: 100) { _ in }.solve()
    #expect(solved.power("coal") == [0])
  }

  @Test func `nuclear units in service count`() throws {
    var model = model(load: 100) { $0.minimumSynchronous = 60 }
    model.add(Nuclear.self) {
      $0.name = "nuclear"
      $0.unitSize = Power(megawatts: 60)
      $0.units = 1
      $0.minimumOutput = 0
    }
    #expect(try model.solve().power("coal") == [0])
  }

  @Test func `a minimum above all capacity cannot be kept, and the report says by how much`() throws
  {
    let report = try #require(
      try model(load: 100) { $0.minimumSynchronous = 130 }.infeasibility()
    )
    #expect(report.isProved)
    #expect(report.findings.count == 1)
    let text = try #require(report.findings.first).text
    #expect(text.contains("minimum synchronous"))
    #expect(text.contains("30"))
  }
}
