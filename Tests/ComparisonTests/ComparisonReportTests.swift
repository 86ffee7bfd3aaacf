import Comparison
import Foundation
import Reporting
import TestSupport
import Testing

struct ComparisonReportTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func pair(_ change: (inout WrittenResult) -> Void) throws -> ComparedPair {
    var other = WrittenResult()
    change(&other)
    return ComparedPair(
      try WrittenResult().read(in: folder, as: "base"),
      try other.read(in: folder, as: "other")
    )
  }

  private func report(_ change: (inout WrittenResult) -> Void, _ format: ComparisonReport.Format)
    throws -> String
  {
    ComparisonReport([try pair(change)]).rendered(as: format)
      .replacing(folder.path + "/", with: "")
  }

  @Test func `the text tells inputs, costs, what differs and what is told, within 100 columns`()
    throws
  {
    let text = try report(
      {
        $0.units = "3"
        ($0.cost, $0.lowerBound) = (1_100_000, 1_100_000)
        $0.co2 = 190
        $0.power[1] = 61
        $0.verdict = "fail"
        $0.plants[0].injected += 20
        $0.plants[1].injected -= 20
      },
      .text
    )
    let page = """
      DIFFERENT: 3 of 38 judged figures differ; 3 more told and not judged

      inputs: 1 difference, not judged
                                  base  other
        assets/coal/coal-a/units     2  3

      the least cost lies at 1.00000 M CNY in the base, at 1.10000 M CNY in the other: they differ by
        proof, by at least 100,000 CNY

                              base    other  change    share
      goals: 1 differs
        curtailment     %  4.00000  4.00000       0      0 %  FLIPS
        curtailment: pass in the base, fail in the other
      costs: all 3 the same
      energies: 2 told, 14 the same
        coal: coal-a  MWh  100.000  120.000   +20.0  +20.0 %  told
        coal: coal-b  MWh  100.000   80.000   -20.0  -20.0 %  told
      curtailment: all 2 the same
      emissions: 1 differs, 4 the same
        CO2             t  180.000  190.000   +10.0  +5.56 %  differs
      adequacy: all 5 the same
      prices: all 6 the same
      stores: all 3 the same
      capacities: all 6 the same

      series: 1 file differs, not judged; of each the hour that differs most
                  columns    most                at     base    other  hours
        power_mw   1 of 1  coal-a  2030-01-15T01:00  60.0000  61.0000      1

      """
    let start = try #require(text.firstRange(of: "DIFFERENT")).lowerBound
    #expect(String(text[start...]) == page, "\(text)")
  }

  @Test func `wide names and many differences keep to 100 columns`() throws {
    let pair = try pair { result in
      for index in 0..<60 {
        let name = "一个名字很长的抽水蓄能电站-with-a-long-name-\(index)"
        result.plants.append(
          WrittenResult.Plant(name: name, type: "battery", technology: name, charged: 12345.678)
        )
      }
    }
    let lines = pair.text.split(separator: "\n").map(String.init)
    for line in lines { #expect(TextTable.width(of: line) <= 100, "\(line)") }
    #expect(lines.contains { $0.contains("more; --format json lists all") })
  }

  @Test func `the data hold every figure with its outcome`() throws {
    let text = try report({ $0.co2 = 190 }, .json)
    let object = try #require(
      try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any]
    )
    #expect(object["answer"] as? String == "different")
    let pair = try #require((object["comparisons"] as? [[String: Any]])?.first)
    let figures = try #require(pair["figures"] as? [[String: Any]])
    let differing = figures.filter { $0["outcome"] as? String == "different" }
    #expect(differing.map { $0["name"] as? String } == ["CO2"])
    #expect(differing.first?["change"] as? Double == 10)
    #expect(Set(figures.flatMap(\.keys)).count == differing.first?.count)
  }

  @Test func `an annotation is one line, its signs escaped, and of many the rest is counted`()
    throws
  {
    #expect(
      try report({ $0.goalValue = 0.041 }, .github)
        == "::error title=gridflex compare%3A small::other: goal curtailment: pass with 4.00 %25 "
        + "in the base, pass with 4.10 %25 in the other\n"
    )
    #expect(
      try report({ _ in }, .github).hasPrefix(
        "::notice title=gridflex compare%3A small::other: SAME: "
      )
    )
    let many = try report(
      { result in
        for index in result.plants.indices { result.plants[index].capacity *= 2 }
        for index in 0..<8 {
          result.plants.append(.init(name: "new\(index)", type: "gas", technology: "gas\(index)"))
        }
      },
      .github
    )
    let lines = many.split(separator: "\n")
    #expect(lines.count == 10 && lines.allSatisfy { $0.hasPrefix("::error ") })
    #expect(lines[9].contains("more differences; see the report as text"))
  }

  @Test func `the summary in Markdown is a table of what differs`() throws {
    let text = try report(
      {
        $0.co2 = 190
        $0.units = "3"
      },
      .markdown
    )
    #expect(text.contains("### small: `other` against `base`"))
    #expect(text.contains("| `assets/coal/coal-a/units` | 2 | 3 |"))
    #expect(
      text.contains("| emissions: CO2 | t | 180.000 | 190.000 | +10.0 | +5.56 % | **differs** |")
    )
  }

  @Test(arguments: ComparisonReport.Format.allCases)
  func `the same results give the same bytes`(format: ComparisonReport.Format) throws {
    let change = { (result: inout WrittenResult) in result.co2 = 190 }
    #expect(try report(change, format) == report(change, format))
  }
}
