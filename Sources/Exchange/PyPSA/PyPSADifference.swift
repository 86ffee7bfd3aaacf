/// A rule that a PyPSA network and a model do not both have, or have otherwise.
public struct PyPSADifference: Sendable, Hashable, CustomStringConvertible {
  /// What became of the rule.
  public enum Kind: String, Sendable {
    /// The network has no such rule.
    case leftOut = "left out"
    /// The network has a rule like it.
    case changed
    /// It says nothing of the dispatch.
    case descriptive
  }

  /// The asset or zone; `model` where it is neither.
  public let owner: String
  /// The column or key of the model folder.
  public let field: String
  /// What became of it.
  public let kind: Kind
  /// What the network does instead.
  public let note: String

  /// The difference as a line of text.
  public var description: String { "\(owner): \(field) is \(kind.rawValue): \(note)" }
}
