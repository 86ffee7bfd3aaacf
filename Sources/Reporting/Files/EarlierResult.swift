import Foundation
public import GridFormulation
import GridGoals
import Hourly
import Tables

/// A result folder as a later command reads it: the model as it was solved, and what came of its goals.
public struct EarlierResult: Sendable {
  /// Why a folder cannot be read as a result.
  public struct Fault: Error, Sendable, CustomStringConvertible {
    /// What is wrong, with the way to fix it.
    public let description: String
  }

  /// The model as it was solved.
  public let model: GridModel
  /// The value of each judged goal, by its id.
  public let reached: [String: Double]
  /// The goals that held.
  public let holding: Set<String>
  /// What the hours solved cost, currency.
  public let cost: Double

  /// Reads a result folder.
  ///
  /// - Throws: `Fault` where it is no result, `InputError` where its model cannot be read.
  public init(folder: String) throws {
    AtomicFolder.recover(folder)
    let read = FileSource.whole(folder) { Result { try EarlierResult(once: folder) } }
    guard let read else {
      throw Fault(description: "\(folder) is replaced again and again; wait for the runs that do")
    }
    self = try read.get()
  }

  private init(once folder: String) throws {
    let options = try Self.read(UsedOptions.self, "resolved/" + UsedOptions.file, in: folder)
    let summary = try Self.read(SummaryFile.self, "summary.json", in: folder)
    var reading = ModelOptions()
    reading.from = TimeStamp(options.from)
    reading.hours = options.hours
    model = try ModelReader.read(folder: folder + "/resolved", options: reading)
    var reached: [String: Double] = [:]
    for goal in summary.goals where goal.verdict != GoalVerdict.Verdict.notJudged.rawValue {
      reached[goal.id] = goal.value
    }
    self.reached = reached
    cost = summary.objective.cost
    holding = Set(summary.goals.filter { $0.verdict == "pass" }.map(\.id))
  }

  private struct SummaryFile: Decodable {
    struct Goal: Decodable {
      let id: String
      let value: Double?
      let verdict: String
    }
    struct Objective: Decodable {
      let cost: Double
    }
    let goals: [Goal]
    let objective: Objective
  }

  private static func read<Value: Decodable>(
    _ type: Value.Type,
    _ name: String,
    in folder: String
  ) throws(Fault) -> Value {
    guard let data = FileManager.default.contents(atPath: folder + "/" + name) else {
      throw Fault(
        description: "\(folder) is no result folder: there is no \(name); "
          + "make one with `gridflex dispatch MODEL --output \(folder)`"
      )
    }
    guard let value = try? JSONDecoder().decode(type, from: data) else {
      throw Fault(
        description: "\(folder)/\(name) cannot be read; dispatch the model anew"
      )
    }
    return value
  }
}
