/// A file of the model as it was solved, after `extends` and `--set`.
public struct ResolvedFile: Sendable {
  /// The path within the model folder.
  public let path: String
  /// The text.
  public let text: String
}
