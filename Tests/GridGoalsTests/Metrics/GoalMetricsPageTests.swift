import Foundation
import TestSupport
import Testing

@testable import GridGoals

/// The page that says what each metric counts.
struct GoalMetricsPageTests {
  @Test(arguments: MetricCatalogue.all.map(\.name))
  func `the page names every metric with its variants`(name: String) throws {
    let path =
      Repository.folder
      + "/Sources/GridGoals/GridGoals.docc/GoalMetrics.md"
    let page = try String(contentsOfFile: path, encoding: .utf8)
    let metric = try #require(MetricCatalogue.metric(named: name))
    for word in [name] + metric.variantNames { #expect(page.contains("`\(word)`")) }
  }
}
