import Foundation
import GridFormulation
import GridGoals
import Tables
import TestSupport
import Testing

/// The page that tells what stands for each system of the plans names nothing that is not there.
@Suite struct SystemsPageTests {
  private struct Row {
    let system: String
    let kinds: [String]
    let sources: [String]
    let tests: [String]
    let models: [String]
  }

  private static let root = Repository.folder

  /// The rows of all its tables; what stands in backticks counts.
  private static func rows() throws -> [Row] {
    let page = root + "/Sources/GridGoals/GridGoals.docc/Systems.md"
    let lines = try String(contentsOfFile: page, encoding: .utf8).split(whereSeparator: \.isNewline)
    let cells = lines.filter { $0.hasPrefix("|") }
      .map { $0.split(separator: "|").map(String.init) }
      .filter { $0.count == 5 && !$0[0].contains("---") && $0[0] != " System " }
    return cells.map {
      Row(
        system: $0[0],
        kinds: ticked($0[1]),
        sources: ticked($0[2]),
        tests: ticked($0[3]),
        models: ticked($0[4])
      )
    }
  }

  private static func ticked(_ cell: String) -> [String] {
    let parts = cell.split(separator: "`", omittingEmptySubsequences: false)
    return stride(from: 1, to: parts.count, by: 2).map { String(parts[$0]) }
  }

  private static func files(in folder: String) -> Set<String> {
    let paths = FileManager.default.enumerator(atPath: "\(root)/\(folder)")
    return Set(
      (paths?.allObjects as? [String] ?? []).map { URL(fileURLWithPath: $0).lastPathComponent }
    )
  }

  @Test func `each file, kind and section that the page names is there`() throws {
    let rows = try Self.rows()
    #expect(rows.count > 30)
    let (sources, tests) = (Self.files(in: "Sources"), Self.files(in: "Tests"))
    let known = Set(AssetCatalogue.kinds.map(\.type.name) + ModelSection.all.map(\.name))
    for row in rows {
      #expect(!row.kinds.isEmpty && !row.sources.isEmpty && !row.tests.isEmpty, "\(row.system)")
      #expect(row.kinds.filter { !known.contains($0) } == [], "\(row.system)")
      #expect(row.sources.filter { !sources.contains($0) } == [], "\(row.system)")
      #expect(row.tests.filter { !tests.contains($0) } == [], "\(row.system)")
    }
  }

  @Test func `each kind of asset stands on the page`() throws {
    let named = Set(try Self.rows().flatMap(\.kinds))
    #expect(AssetCatalogue.kinds.map(\.type.name).filter { !named.contains($0) } == [])
  }

  @Test func `each model that the page names holds the kind it is named for`() throws {
    let rows = try Self.rows()
    var held: [String: Set<String>] = [:]
    for name in Set(rows.flatMap(\.models)).sorted() {
      let grid = try ModelReader.read(folder: "\(Self.root)/GridModels/\(name)")
      held[name] = Set(grid.assets.map { Swift.type(of: $0).type.name })
    }
    let assetKinds = Set(AssetCatalogue.kinds.map(\.type.name))
    for row in rows {
      let kinds = assetKinds.intersection(row.kinds)
      for model in row.models where !kinds.isEmpty {
        #expect(held[model]?.isDisjoint(with: kinds) == false, "\(row.system): \(model)")
      }
    }
  }
}
