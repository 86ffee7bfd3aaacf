import Exchange
import Foundation
import GridDispatch
import GridFormulation
import GridGoals
import LinearProgramming
import Tables
import TestSupport
import Testing

/// Networks that PyPSA publishes with their optimum, and models that go out and come back.
struct PyPSARoundTripTests {
  /// The open data, in `GRIDFLEX_DATA` or beside the package.
  static let data: String? = {
    let named = ProcessInfo.processInfo.environment["GRIDFLEX_DATA"]
    let candidates = [named, Models.folder + "../../shared/data"].compactMap { $0 }
    return candidates.first {
      FileManager.default.fileExists(atPath: $0 + "/pypsa-examples/scigrid-de/buses.csv")
    }
  }()

  private static func imported(_ name: String, to network: SmallNetwork) throws -> GridModel {
    let folder = try #require(data) + "/pypsa-examples/" + name
    try PyPSAImport.run(from: folder, to: network.out)
    return try ModelReader.read(folder: network.out)
  }

  private func program(_ model: GridModel) -> LinearProgram {
    GoalDispatch.formulated(model).build()
  }

  /// The published optimum of a network of 585 buses.
  ///
  /// Source: PyPSA/PyPSA, `examples/networks/scigrid-de` (commit 0209b0e, 2026-08-19), solved by PyPSA 1.4.0 with
  /// HiGHS. 585 buses, 24 hours, pumped hydro, linear flow. Tolerance: the gap asked for and HiGHS's own 1e-7.
  @Test(
    .enabled(if: data != nil, "the open data are not here: set GRIDFLEX_DATA"),
    .dear
  )
  func `the German grid of SciGRID costs what PyPSA finds`() throws {
    let model = try Self.imported("scigrid-de", to: SmallNetwork())
    var options = GoalOptions()
    options.method = .exact
    options.gap = 1e-7
    guard case .solved(let result) = try GoalDispatch.run(model, options: options) else {
      Issue.record("there is no schedule")
      return
    }
    #expect(abs(result.cost / 6684817.323606501 - 1) < 1e-6)
    #expect(result.gap < 1e-6)
  }

  /// A network for planning: what may be built is an option, and left as it stands.
  @Test(
    .enabled(if: data != nil, "the open data are not here: set GRIDFLEX_DATA")
  )
  func `a network to be planned is dispatched with what is there`() throws {
    let model = try Self.imported("ac-dc-meshed", to: SmallNetwork())
    #expect(model.line("0")?.limit.megawatts == 40_000)
    #expect(model.options.contains { $0.name == "retire 0" && $0.group == "0" })
    // 80 MW stand and 100 must.
    let wind = try #require(model.options.first { $0.name == "build Manchester Wind" })
    #expect(wind.smallest == 20)
    #expect(model.goals.map(\.metric) == ["co2-emissions", "unserved-energy"])
    guard case .solved(let result) = try GoalDispatch.run(model, options: GoalOptions()) else {
      Issue.record("there is no schedule")
      return
    }
    #expect(result.schedule.total(.unserved) == 0)
    #expect(result.verdicts.map(\.verdict) == [.fail, .pass])
  }

  @Test(.enabled(if: data != nil, "the open data are not here: set GRIDFLEX_DATA"))
  func `an imported network that goes out and comes back is the same program`() throws {
    try expectSameProgram("ac-dc-meshed")
  }

  @Test(
    .enabled(if: data != nil, "the open data are not here: set GRIDFLEX_DATA"),
    .dear
  )
  func `the German grid goes out and comes back as the same program`() throws {
    try expectSameProgram("scigrid-de")
  }

  private func expectSameProgram(_ name: String) throws {
    let network = try SmallNetwork()
    let first = try Self.imported(name, to: network)
    try PyPSAFolder.write(first, to: network.root + "/out")
    try PyPSAImport.run(from: network.root + "/out", to: network.root + "/back")
    let second = try ModelReader.read(folder: network.root + "/back")
    #expect(program(first) == program(second))
  }

  @Test func `the small network comes back as the same program but for what it cannot say`() throws
  {
    let network = try SmallNetwork()
    let first = try network.imported()
    try PyPSAFolder.write(first, to: network.root + "/out")
    try PyPSAImport.run(from: network.root + "/out", to: network.root + "/back")
    let second = try ModelReader.read(folder: network.root + "/back")
    // A corridor that loses both ways goes out as two, so its shared hour is not there.
    let names = Set(program(first).rowFamilies.map(\.name))
    let missing = names.subtracting(program(second).rowFamilies.map(\.name))
    #expect(missing == ["converter shared hour"])
    #expect(program(first).columnCount == program(second).columnCount)
  }

  /// What PyPSA can state comes back as generators and stores with the same optimum.
  @Test func `a province goes out and comes back with the same optimum`() throws {
    let network = try SmallNetwork()
    let first = try Models.read("jilin-2030-peer", hours: 72)
    try PyPSAFolder.write(first, to: network.root + "/out")
    try PyPSAImport.run(from: network.root + "/out", to: network.root + "/back")
    let second = try ModelReader.read(folder: network.root + "/back")
    let constant = PyPSAMapping(first).objectiveConstant
    var costs: [Double] = []
    for model in [first, second] {
      guard case .solved(let result) = try GoalDispatch.run(model, options: GoalOptions()) else {
        continue
      }
      costs.append(result.cost)
    }
    #expect(costs.count == 2 && abs(costs[1] + constant - costs[0]) < 1e-7 * abs(costs[0]))
  }
}
