import Foundation

/// Dispatches models as a user would and holds the figures against stored ones.
///
/// `gridflex-bench [--update] [--runs N] [MODEL …]` runs the release command on each model, one process a
/// run, and prints the median of every figure with its ratio to `Benchmarks/baseline.json`. Times differ
/// between machines and moments: compare the ratios of one run with each other. Objective and gap do not.
@main
struct Benchmarks {
  static func main() throws {
    var arguments = Array(CommandLine.arguments.dropFirst())
    let isUpdate = arguments.contains("--update")
    arguments.removeAll { $0 == "--update" }
    var runs = 1
    if let index = arguments.firstIndex(of: "--runs"), index + 1 < arguments.count {
      runs = max(1, Int(arguments[index + 1]) ?? 1)
      arguments.removeSubrange(index...(index + 1))
    }
    let models = arguments.isEmpty ? usualModels : arguments
    for model in models where !FileManager.default.fileExists(atPath: model + "/model.yaml") {
      print("\(model) is no model folder; usage: gridflex-bench [--update] [--runs N] [MODEL …]")
      exit(64)
    }
    var baseline = Baseline.read()
    print(Row.heading)
    for model in models {
      let measured = try (0..<runs).map { _ in try Measurement.run(model: model) }
      let median = Measurement.median(of: measured)
      print(Row.text(model: model, median, against: baseline.figures[model]))
      fflush(nil)
      guard isUpdate else { continue }
      baseline.figures[model] = median
      try baseline.write()
    }
  }

  private static let usualModels = [
    "tutorial", "jilin-2019", "jilin-2025", "jilin-2030", "liaoning-2019", "liaoning-2025",
    "liaoning-2030", "songyuan-2025",
  ].map { "GridModels/\($0)" }
}
