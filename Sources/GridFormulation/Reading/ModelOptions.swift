public import Hourly

/// What the command line says about reading a model.
public struct ModelOptions: Sendable {
  /// The first hour to solve; the model's first where nil.
  public var from: TimeStamp?
  /// The number of hours to solve; all that follow where nil.
  public var hours: Int?
  /// Changes as `PATH=VALUE`, applied in order.
  public var changes: [String] = []
  /// The folder that `${data}` stands for.
  public var dataFolder: String?

  /// Options that change nothing.
  public init() {}
}
