/// What reading a model can fail with: every issue found, in order of place.
public enum InputError: Error, Sendable, Hashable {
  /// The data is wrong (exit code 65).
  case invalid([Issue])
  /// A file or folder that is needed is not there (exit code 66).
  case missing([Issue])

  /// The issues, sorted.
  public var issues: [Issue] {
    switch self {
    case .invalid(let issues): issues
    case .missing(let issues): issues
    }
  }

  /// The exit code the command answers with: 65 for bad data, 66 for a missing file.
  public var exitCode: Int32 {
    switch self {
    case .invalid: 65
    case .missing: 66
    }
  }
}
