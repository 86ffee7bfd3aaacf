import Arguments
import GridFormulation
import GridGoals
import GridPlanning
import Reporting
import Tables

/// What `gridflex dispatch` is told of options and goals: sizes taken by hand, and the goals that decide.
enum TakeArguments {
  static let goal = Option.repeated(
    "goal",
    "ID",
    help: "Let this goal decide the exit code; all do without it."
  ) { text throws(UsageError) in text }
  static let take = Option.repeated(
    "take",
    "NAME=SIZE",
    help: "Take so much of an option, in MW, MWh or units as it counts."
  ) { text throws(UsageError) -> (option: String, size: Double) in
    let parts = text.split(separator: "=", omittingEmptySubsequences: false).map(String.init)
    if parts.count == 2, !parts[0].isEmpty, let size = NumberText.parse(parts[1]) {
      return (parts[0], size)
    }
    throw UsageError("must be NAME=SIZE, such as batteries=500")
  }

  /// The model with what is taken of its options by hand.
  static func taken(
    _ line: Command.Line,
    _ model: inout GridModel
  ) -> Result<TakenSizes?, SolveArguments.Fault> {
    let known = model.goals.map(\.id)
    if let unknown = line[goal].first(where: { !known.contains($0) }) {
      let near = suggestion(for: unknown, among: known)
      return .failure(
        SolveArguments.Fault(text: "--goal \(unknown): the model has no such goal\(near)")
      )
    }
    guard !line[take].isEmpty else { return .success(nil) }
    do {
      let taken = try TakenSizes(line[take], of: model)
      let changes = model.changes
      model = try ModelArguments.model(line, with: taken.settings)
      let known = Set(changes.map(\.path))
      let more = model.changes.filter { change in
        !known.contains(change.path) && !change.path.hasPrefix("options/")
      }
      model.changes = (changes + more).sorted { $0.path < $1.path }
      return .success(taken)
    } catch let error as InputError {
      return .failure(
        SolveArguments.Fault(text: error.issues.map(\.description).joined(separator: "\n"))
      )
    } catch {
      return .failure(SolveArguments.Fault(text: "--take: \(error)"))
    }
  }

  /// What is taken by hand and costs beside the hours.
  static func told(_ taken: TakenSizes?, _ currency: String) -> String {
    guard let taken else { return "" }
    let sizes = taken.sizes.map { size in
      "  \(size.option): \(NumberText.shortest(size.size)) \(size.unit), "
        + "\(Amount.money(size.costPerYear, currency: currency)) a year\n"
    }
    return "\noptions taken: \(Amount.money(taken.costPerYear, currency: currency)) a year, "
      + "beside the cost above\n" + sizes.joined()
  }
}
