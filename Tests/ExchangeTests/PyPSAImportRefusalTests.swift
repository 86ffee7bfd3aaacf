import Exchange
import Foundation
import GridFormulation
import GridGoals
import Hourly
import Tables
import Testing

/// What no import can know is refused, with the network's own file, row and column; what it assumes is told.
struct PyPSAImportRefusalTests {
  @Test(
    arguments: [
      ("loads.csv", "name,bus,p_set\na,north,10\na,north,10\n", "loads.csv:3:1", "stands twice"),
      ("links.csv", "name,bus0,bus1\nk,north,sea\nk,sea,coast\n", "links.csv:3:1", "stands twice"),
      (
        "loads-p_set.csv", "snapshot,b,b\n0,1,1\n1,1,1\n2,1,1\n", "loads-p_set.csv:1", "two columns"
      ),
      ("loads-p_set.csv", ",b\n0,100\n1,\n2,120\n", "loads-p_set.csv:3:2", "no value in this hour"),
      ("generators-p_max_pu.csv", ",wind\n0,1\n1,nan\n2,1\n", "p_max_pu.csv:3:2", "no value"),
      (
        "snapshots.csv", "snapshot\n1/2/2030 0:00\n1/2/2030 1:00\n1/2/2030 2:00\n",
        "snapshots.csv:2:1", "may be a day and a month"
      ),
      (
        "snapshots.csv", "snapshot\n2030-01-01\n2030-01-02\n2030-01-03\n", "snapshots.csv:3:1",
        "by 24 h"
      ),
      (
        "snapshots.csv", "snapshot\n1st Jan\n5:00\n6:00\n", "snapshots.csv:2:1",
        "start of an hour"
      ),
    ]
  )
  func `it is told with its place`(file: String, text: String, place: String, rule: String) throws {
    let network = try SmallNetwork()
    try network.write(text, to: file)
    let issues = network.issues(of: network.folder).map(\.description)
    #expect(issues.contains { $0.contains(place) && $0.contains(rule) }, "\(issues)")
  }

  /// A rule of the model that the network breaks: least output above largest.
  @Test func `a message names the network's file and attribute, and none of the model's`() throws {
    let network = try SmallNetwork()
    try network.write(
      "name,bus,p_nom,p_min_pu,p_max_pu\ngas,north,9,0,1\nstiff,north,50,0.6,0.4\n",
      to: "generators.csv"
    )
    let issue = try #require(network.issues(of: network.folder).first { $0.severity == .error })
    #expect(issue.file == network.folder + "/generators.csv")
    #expect(issue.line == 3 && issue.column == 4)
    #expect(issue.field == "stiff, p_min_pu (minimum_output_pu of the model)")
    #expect(!FileManager.default.fileExists(atPath: network.out))
  }

  @Test func `dates of a spreadsheet are read where only one way lets hours follow each other`()
    throws
  {
    let network = try SmallNetwork()
    try network.write(
      "snapshot\n2/1/2030 22:00\n2/1/2030 23:00\n2/2/2030 0:00\n",
      to: "snapshots.csv"
    )
    let outcome = try PyPSAImport.run(from: network.folder, to: network.out)
    let start = try ModelReader.read(folder: network.out).horizon.start
    #expect(start == TimeStamp(year: 2030, month: 2, day: 1, hour: 22))
    #expect(outcome.differences.contains { $0.note.contains("month/day/year") })
  }

  @Test func `a price of what is not served is told, and lies above every cost`() throws {
    let network = try SmallNetwork()
    try network.write("name,bus,p_nom,marginal_cost\ngas,north,900,70000\n", to: "generators.csv")
    let outcome = try PyPSAImport.run(from: network.folder, to: network.out)
    let model = try ModelReader.read(folder: network.out)
    #expect(model.setting.zones.allSatisfy { $0.valueOfLostLoad == 700_000 })
    #expect(
      outcome.differences.contains {
        $0.field == "value of lost load" && $0.note.contains("700000")
      }
    )
  }

  @Test func `figures that look unlikely are warned of`() throws {
    let network = try SmallNetwork()
    try network.write("name,bus,p_nom\nhuge,north,9000000\n", to: "generators.csv")
    let outcome = try PyPSAImport.run(from: network.folder, to: network.out)
    #expect(outcome.issues.contains { $0.severity == .warning })
    #expect(!outcome.issues.contains { $0.severity == .error })
    #expect(outcome.issues.allSatisfy { $0.file.hasPrefix(network.folder) })
  }
}
