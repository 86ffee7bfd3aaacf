/// The version of gridflex, as the command prints it and results carry it.
public enum Version {
  /// Major, minor and patch by semantic versioning.
  public static let text = "0.1.0"
}
