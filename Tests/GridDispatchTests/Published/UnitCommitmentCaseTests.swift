import Foundation
import GridDispatch
import GridFormulation
import GridGoals
import SmallGrids
import Tables
import TestSupport
import Testing

/// Days of the RTS-GMLC system as pglib-uc publishes them: 73 thermal units, 48 hours, reserve.
///
/// Source: power-grid-lib/pglib-uc (commit cc3ccc1, 2021-09-28), `rts_gmlc`; the model is that of Knueven, Ostrowski
/// and Watson (2020). No optima are published. The numbers here are linear relaxations written independently
/// of gridflex and solved by HiGHS 1.15, all starts at the cost of the hottest:
///
/// - `published`: the relaxation of the model as published;
/// - `tight`: with the rules of ``GeneratingUnit``, whose ramps scale with what is on (so that it is
///   the tighter of the two), and in which the ramp leaves upward reserve alone.
///
/// Both are bounds on the integer optimum of the published model less what colder starts cost.
struct UnitCommitmentCaseTests {
  /// The open data, in `GRIDFLEX_DATA` or beside the package.
  private static let folder: String? = {
    let named = ProcessInfo.processInfo.environment["GRIDFLEX_DATA"]
    let candidates = [named, Repository.folder + "/../shared/data"].compactMap { $0 }
    return candidates.map { $0 + "/pglib-uc/rts_gmlc/" }
      .first { FileManager.default.fileExists(atPath: $0) }
  }()

  @Test(
    .enabled(if: folder != nil, "the open data are not here: set GRIDFLEX_DATA"),
    arguments: [
      (day: "2020-01-27", published: 1192417.03645, tight: 1199011.725239),
      (day: "2020-07-06", published: 3720471.995245, tight: 3720874.45305),
    ]
  )
  func `a published day has the bound that HiGHS finds`(
    day: String,
    published: Double,
    tight: Double
  ) throws {
    let path = try #require(Self.folder) + day + ".json"
    let model = try UnitCommitmentCase.read(path).model
    guard
      case .solved(let result) = try model.run({
        $0.method = .exact
        $0.gap = 1e-7
      })
    else { throw Unsolved() }
    #expect(abs(result.cost / tight - 1) < 1e-6, "\(result.cost)")
    #expect(result.cost > published)
    #expect(result.schedule.total(.unserved) < 1e-3)
    #expect(result.schedule.total(.reserveUpShort) < 1e-3)
  }
}
