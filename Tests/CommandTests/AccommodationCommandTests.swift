import Foundation
import TestSupport
import Testing

/// `gridflex dispatch --accommodation`.
struct AccommodationCommandTests {
  private let tutorial = CommandRun.repository + "GridModels/tutorial"

  @Test func `the most wind and PV that the grid takes is told, kept and reported`() throws {
    let scratch = try ScratchFolder()
    let run = try CommandRun(
      ["dispatch", tutorial, "--output", "out", "--quiet", "--accommodation"],
      in: scratch.path
    )
    #expect(run.code == 0, "\(run.messages)")
    #expect(run.output.contains("wind and PV that can be taken"), "\(run.output)")
    let summary = try scratch.read("out/summary.json")
    for growth in ["wind-and-pv", "wind", "pv"] {
      #expect(summary.contains("\"growth\": \"\(growth)\""), "\(growth)")
    }
    // Two rates for each; what is used to 90 % may be more than what is to 95 %.
    #expect(summary.components(separatedBy: "\"useRate\"").count == 7)
    let report = try CommandRun(
      ["report", "out", "--language", "zh", "--output", "out.html"],
      in: scratch.path
    )
    #expect(report.code == 0, "\(report.messages)")
    #expect(try scratch.read("out.html").contains("新能源消纳能力"))
  }

  @Test func `a stop before it is found is told, and ends with 3`() throws {
    let scratch = try ScratchFolder()
    let run = try CommandRun(
      [
        "dispatch", CommandRun.repository + "GridModels/jilin-2030", "--output", "out", "--quiet",
        "--hours", "1440", "--set", "commitment=none", "--accommodation", "--time-limit", "8",
      ],
      in: scratch.path
    )
    #expect(run.code == 3, "\(run.messages)")
    #expect(run.messages.contains("stopped before all of what the grid takes was found"))
  }
}
