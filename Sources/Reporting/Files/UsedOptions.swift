import Foundation

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
