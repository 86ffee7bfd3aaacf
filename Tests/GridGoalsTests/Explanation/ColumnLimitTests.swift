import Tables
import Testing

@testable import GridFormulation

/// Every column of every kind of asset belongs to a class of limits, or is listed as none with a reason.
struct ColumnLimitTests {
  /// Values that show whether a column changes where its class is relaxed; the first that does is enough.
  private static let samples = [
    "0.3", "0.05", "0.5", "2", "40", "7", "yes", "no", "day", "hour", "1:0; 0.8:1; 0.5:1; 0.4:0",
    "ridge",
  ]

  private static func faults<Kind: Asset>(of kind: Kind.Type) -> [String] {
    var faults: [String] = []
    for column in Kind.columns {
      let name = column.field.name
      if (column.cause == nil) == (column.reason == nil) {
        faults.append("\(name) must be in a class of limits or be none for a reason")
      }
      if let cause = column.cause, !changes(column.field, without: cause) {
        faults.append("\(name) stays as it is without \(cause.rawValue)")
      }
    }
    return faults.map { "\(Kind.type.name): \($0)" }
  }

  /// Whether some value of a column is another one where a class of limits is taken away.
  private static func changes<Kind: Asset>(
    _ field: Field<Kind>,
    without cause: PhysicalCause
  ) -> Bool {
    samples.contains { sample in
      var asset = Kind()
      guard field.assign(sample, to: &asset) == nil, let relaxed = asset.relaxed(cause) else {
        return false
      }
      return field.text(in: asset) != field.text(in: relaxed)
    }
  }

  @Test(arguments: AssetCatalogue.kinds.map(\.type.name))
  func `every column is in a class of limits or is none for a reason`(name: String) throws {
    let kind = try #require(AssetCatalogue.kind(named: name))
    #expect(kind.fields.count > 2)
    func check(_ asset: any Asset) -> [String] {
      func faults<Kind: Asset>(_ asset: Kind) -> [String] { Self.faults(of: Kind.self) }
      return faults(asset)
    }
    #expect(check(kind.prototype) == [])
  }

  @Test func `every class of limits that assets have is one of some kind`() {
    let found = Set(
      AssetCatalogue.kinds.flatMap { kind in
        PhysicalCause.allCases.filter { kind.prototype.relaxed($0) != nil }
      }
    )
    // Reserve and synchronous capacity stand in the setting.
    #expect(found == Set(PhysicalCause.allCases).subtracting([.reserve, .synchronous]))
  }
}
