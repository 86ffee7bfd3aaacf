import Comparison
import TestSupport
import Testing

/// The figures that are stored of the models in `GridModels`, which a merge is held against.
struct StoredBaselineTests {
  @Test(arguments: Repository.models)
  func `every model that needs no other data has two days stored, solved exactly`(name: String)
    throws
  {
    let path = "\(Repository.folder)/Benchmarks/baselines/\(name).json"
    let stored = try ComparedResult.read(path)
    #expect(stored.isBaseline)
    #expect(stored.record.model == name && stored.record.hours == 48)
    #expect(try #require(stored.record.gap) < 1e-6)
    #expect(stored.tolerances == .standard)
    #expect(ComparedPair(stored, stored).answer == .same)
  }
}
