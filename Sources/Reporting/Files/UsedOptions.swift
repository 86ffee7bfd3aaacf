import Foundation
public import GridFormulation

/// The options that a result was made with, as `options.json` beside its resolved model holds them.
///
/// A resolved model is run again with them, so that it gives the same result; what the command line says goes first.
public struct UsedOptions: Sendable, Decodable {
  /// The first hour that was solved.
  public let from: String
  /// How many were.
  public let hours: Int
  /// The changes that the resolved model holds already.
  public let set: [String]
  /// The values that the model then has otherwise than it was written.
  public let variant: [Change]
  /// The folder that `${data}` stood for; the resolved model holds its series.
  public let data: String?
  /// The way to solve.
  public let method: String
  /// The certified gap that was good enough.
  public let gap: Double
  /// Whether the goals were rules.
  public let enforceGoals: Bool
  /// Seconds after which the best schedule was taken.
  public let timeLimit: Double?

  /// A value that was changed.
  public struct Change: Sendable, Decodable {
    let path: String
    let value: String
    let modelValue: String?
  }

  /// The changes, before those of a command line.
  public func changes(and later: [ModelChange]) -> [ModelChange] {
    let paths = Set(later.map(\.path))
    let earlier = variant.filter { !paths.contains($0.path) }
      .map { ModelChange(path: $0.path, value: $0.value, before: $0.modelValue) }
    return (earlier + later).sorted { $0.path < $1.path }
  }

  /// The file's name in the folder of a resolved model.
  public static let file = "options.json"

  /// Reads the options beside a resolved model; nil where a folder has none, and is a model as it was written.
  ///
  /// - Throws: `EarlierResult.Fault` where there are some that cannot be read.
  public static func read(beside folder: String) throws(EarlierResult.Fault) -> UsedOptions? {
    let path = folder + "/" + file
    guard let data = FileManager.default.contents(atPath: path) else { return nil }
    guard let options = try? JSONDecoder().decode(UsedOptions.self, from: data) else {
      throw EarlierResult.Fault(
        description: "\(path) cannot be read; dispatch the model anew, or remove it"
      )
    }
    return options
  }
}
