import Foundation
import Testing

@testable import GridDispatch

/// The page that says what each metric counts.
struct GoalMetricsPageTests {
  @Test(arguments: MetricCatalogue.all.map(\.name))
  func `the page names every metric with its variants`(name: String) throws {
    let path =
      CommittedModelsTests.package
      + "/Sources/GridDispatch/GridDispatch.docc/GoalMetrics.md"
    let page = try String(contentsOfFile: path, encoding: .utf8)
    let metric = try #require(MetricCatalogue.metric(named: name))
    for word in [name] + metric.variants { #expect(page.contains("`\(word)`")) }
  }
}
