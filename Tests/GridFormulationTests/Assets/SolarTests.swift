import GridFormulation
import SmallGrids
import Tables
import Testing

struct SolarTests {
  private func plant(load: [Double], _ change: (inout Solar) -> Void = { _ in }) -> SmallModel {
    var model = SmallModel(load: load)
    let sun = model.series("sun", load.indices.map { [0, 0.5, 0.8][$0 % 3] })
    model.add(Solar.self) {
      $0.name = "solar"
      $0.capacity = Power(megawatts: 100)
      $0.availability = sun
      change(&$0)
    }
    model.addImport(at: 8)
    return model
  }

  @Test func `PV gives by night nothing, by day what the sun offers, at most what is wanted`()
    throws
  {
    let solved = try plant(load: [60, 60, 60]).solve()
    #expect(solved.power("solar") == [0, 50, 60])
    #expect(solved.values(.curtailed, of: "solar") == [0, 0, 20])
    #expect(solved.price == [8, 8, 0])
  }

  @Test func `PV dearer than import is not used`() throws {
    let solved = try plant(load: [60, 60, 60]) { $0.variableCost = 9 }.solve()
    #expect(solved.power("solar") == [0, 0, 0])
    #expect(solved.price == [8, 8, 8])
  }

  @Test(
    arguments: zip(
      [Solar.Kind.central, .distributed],
      [Technology.centralSolar, .distributedSolar]
    )
  )
  func `the kind decides the technology that reports count`(
    kind: Solar.Kind,
    is technology: Technology
  ) {
    var solar = Solar()
    solar.kind = kind
    #expect(solar.facts.technology == technology)
  }
}
