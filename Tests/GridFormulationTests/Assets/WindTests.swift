import GridFormulation
import Hourly
import SmallGrids
import Tables
import Testing

struct WindTests {
  private func farm(load: Double, _ change: (inout Wind) -> Void = { _ in }) -> SmallModel {
    var model = SmallModel(load: [load])
    model.add(Wind.self) {
      $0.name = "wind"
      $0.capacity = Power(megawatts: 100)
      $0.availability = .constant(0.6)
      change(&$0)
    }
    model.addImport(at: 8)
    return model
  }

  @Test func `wind that the load takes in full leaves the price to import`() throws {
    let solved = try farm(load: 100).solve()
    #expect(solved.power("wind") == [60])
    #expect(solved.values(.curtailed, of: "wind") == [0])
    #expect(solved.price == [8])
  }

  @Test func `wind beyond the load is curtailed and makes power free`() throws {
    let solved = try farm(load: 40).solve()
    #expect(solved.power("wind") == [40])
    #expect(solved.values(.curtailed, of: "wind") == [20])
    #expect(solved.price == [0])
  }

  @Test func `wind dearer than import is not used`() throws {
    let solved = try farm(load: 40) { $0.variableCost = 10 }.solve()
    #expect(solved.power("wind") == [0])
    #expect(solved.price == [8])
  }

  @Test(arguments: zip([Wind.Kind.onshore, .offshore], [Technology.onshoreWind, .offshoreWind]))
  func `the kind decides the technology that reports count`(
    kind: Wind.Kind,
    is technology: Technology
  ) {
    var wind = Wind()
    wind.kind = kind
    #expect(wind.facts.technology == technology)
  }
}
