import Foundation

/// The figures of one run of the command on one model.
struct Measurement: Codable {
  var read: Double
  var build: Double
  var solve: Double
  var write: Double
  var peakMemoryMB: Double
  var cost: Double
  var gap: Double

  /// Runs the command in a process of its own and reads what it wrote of itself.
  static func run(model: String) throws -> Measurement {
    let output = FileManager.default.temporaryDirectory
      .appendingPathComponent("gridflex-bench-\(ProcessInfo.processInfo.processIdentifier)")
    defer { try? FileManager.default.removeItem(at: output) }
    let process = Process()
    process.executableURL = URL(fileURLWithPath: ".build/release/gridflex")
    process.arguments = ["dispatch", model, "--output", output.path, "--quiet"]
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    let hasResult = process.terminationReason == .exit && process.terminationStatus <= 1
    guard hasResult else {
      throw BenchmarkError(model: model, exitCode: process.terminationStatus)
    }
    let timing = try decoded(Timing.self, output.appendingPathComponent("timing.json"))
    let summary = try decoded(Summary.self, output.appendingPathComponent("summary.json"))
    return Measurement(
      read: timing.seconds.read,
      build: timing.seconds.build,
      solve: timing.seconds.solve,
      write: timing.seconds.write,
      peakMemoryMB: timing.peakMemoryMB,
      cost: summary.objective.cost,
      gap: summary.objective.gap
    )
  }

  /// The median of each figure.
  static func median(of runs: [Measurement]) -> Measurement {
    func middle(_ path: KeyPath<Measurement, Double>) -> Double {
      runs.map { $0[keyPath: path] }.sorted()[runs.count / 2]
    }
    return Measurement(
      read: middle(\.read),
      build: middle(\.build),
      solve: middle(\.solve),
      write: middle(\.write),
      peakMemoryMB: middle(\.peakMemoryMB),
      cost: middle(\.cost),
      gap: middle(\.gap)
    )
  }

  private static func decoded<Value: Decodable>(_ type: Value.Type, _ file: URL) throws -> Value {
    try JSONDecoder().decode(type, from: Data(contentsOf: file))
  }

  private struct Timing: Decodable {
    struct Seconds: Decodable {
      var read: Double
      var build: Double
      var solve: Double
      var write: Double
    }
    var seconds: Seconds
    var peakMemoryMB: Double
  }

  private struct Summary: Decodable {
    struct Objective: Decodable {
      var cost: Double
      var gap: Double
    }
    var objective: Objective
  }
}

/// A run that gave no figures.
struct BenchmarkError: Error, CustomStringConvertible {
  let model: String
  let exitCode: Int32

  var description: String {
    "\(model): the command ended with code \(exitCode); run it by hand to see why"
  }
}
