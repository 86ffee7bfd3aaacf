/// Why results could not be written (exit code 73); what was there before is still there.
public enum OutputError: Error, Sendable, Hashable, CustomStringConvertible {
  /// The output path is a file, not a folder.
  case isFile(path: String)
  /// The output path is a folder that is not an older result.
  case foreignFolder(path: String)
  /// The system refused to write.
  case notWritable(path: String, reason: String)
  /// There is no room left on the device.
  case diskFull(path: String)

  /// What happened, where, and what to try.
  public var description: String {
    switch self {
    case .isFile(let path):
      "\(path): is a file, not a result folder. Choose another --output."
    case .foreignFolder(let path):
      "\(path): is a folder that gridflex did not write, so it is not replaced. "
        + "Choose another --output."
    case .notWritable(let path, let reason):
      "\(path): cannot be written (\(reason)). Choose another --output."
    case .diskFull(let path):
      "\(path): no space left on the device. Free some space or choose another --output."
    }
  }
}
