import Foundation
import Testing

/// What is printed fits a terminal of 100 columns; paths and what is copied into a command line stay whole.
struct PrintedWidthTests {
  @Test(arguments: [
    ["dispatch", "tutorial"], ["dispatch", "jilin-2030-heat", "--hours", "24"],
    ["dispatch", "northeast-2030", "--hours", "12"], ["plan", "tutorial"], ["check", "tutorial"],
    ["dispatch", "liaoning-2030-full", "--hours", "3"],
  ])
  func `summaries fit`(words: [String]) throws {
    let scratch = try ScratchFolder()
    let model = CommandRun.repository + "GridModels/" + words[1]
    let run = try CommandRun([words[0], model] + words.dropFirst(2), in: scratch.path)
    #expect([0, 1, 3].contains(run.code), "\(run.messages)")
    for line in run.output.split(separator: "\n")
    where !line.hasPrefix("results in ") && !line.contains("--set ") {
      #expect(Self.width(of: line) <= 100, "\(line)")
    }
  }

  private static func width(of line: Substring) -> Int {
    line.unicodeScalars.reduce(0) { $0 + ((0x2E80...0xFFE6).contains($1.value) ? 2 : 1) }
  }
}
