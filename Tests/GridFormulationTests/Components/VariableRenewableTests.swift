import GridFormulation
import Hourly
import SmallGrids
import Tables
import Testing

/// What wind and PV share: the weather as a limit, curtailment and the order of it.
struct VariableRenewableTests {
  @Test func `equal sources are curtailed in a stated order`() throws {
    // 40 MW offered, 25 wanted: distributed PV gives way first, then central PV; wind stays. A MWh more demand
    // takes what central PV would have given, for nothing.
    var model = SmallModel(load: [25])
    for (name, kind) in [("onshore", Wind.Kind.onshore), ("offshore", .offshore)] {
      model.add(Wind.self) {
        $0.name = name
        $0.kind = kind
        $0.capacity = Power(megawatts: 10)
        $0.availability = .constant(1)
      }
    }
    for (name, kind) in [("central", Solar.Kind.central), ("distributed", .distributed)] {
      model.add(Solar.self) {
        $0.name = name
        $0.kind = kind
        $0.capacity = Power(megawatts: 10)
        $0.availability = .constant(1)
      }
    }
    let solved = try model.solve()
    #expect(solved.power("onshore") == [10])
    #expect(solved.power("offshore") == [10])
    #expect(solved.power("central") == [5])
    #expect(solved.power("distributed") == [0])
    #expect(solved.values(.curtailed, of: "distributed") == [10])
    #expect(solved.price == [0])
    #expect(solved.cost == 0)
  }

  @Test func `delivered and curtailed add up to what the weather offers`() throws {
    var model = SmallModel(load: [30, 30, 30])
    let availability = model.series("wind", [0.2, 0.5, 0.9])
    model.add(Wind.self) {
      $0.name = "wind"
      $0.capacity = Power(megawatts: 50)
      $0.availability = availability
    }
    model.addImport(at: 300)
    let solved = try model.solve()
    #expect(solved.values(.available, of: "wind") == [10, 25, 45])
    #expect(solved.power("wind") == [10, 25, 30])
    #expect(solved.values(.curtailed, of: "wind") == [0, 0, 15])
    #expect(solved.price == [300, 300, 0])
  }

  @Test func `what cannot be curtailed is delivered against a loss`() throws {
    // 75 % of 80 MW must be delivered: 60 MW, of which 10 are sold at a loss of 5. A MWh more demand saves
    // that loss.
    var model = SmallModel(load: [50])
    model.add(Wind.self) {
      $0.name = "wind"
      $0.capacity = Power(megawatts: 80)
      $0.availability = .constant(1)
      $0.curtailableShare = 0.25
    }
    model.addExport(at: -5)
    let solved = try model.solve()
    #expect(solved.power("wind") == [60])
    #expect(solved.power("export") == [-10])
    #expect(solved.price == [-5])
  }
}
