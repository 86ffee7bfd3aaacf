import Foundation

/// Why results could not be written (exit code 73); what was there before is still there.
public enum OutputError: Error, Sendable, Hashable, CustomStringConvertible {
  /// The output path is a file, not a folder.
  case isFile(path: String)
  /// The output path is a folder that is not an older result.
  case foreignFolder(path: String)
  /// The output path is a file that this program did not write.
  case foreignFile(path: String)
  /// The output path is taken, by something that is never replaced.
  case taken(path: String)
  /// The system refused to write.
  case notWritable(path: String, reason: String)
  /// There is no room left on the device.
  case diskFull(path: String)
  /// The file would be larger than the system lets this process write.
  case tooLarge(path: String)
  /// This process may open no more files.
  case tooManyFiles(path: String)

  /// The error for a code of the system.
  package init(code: Int32, path: String) {
    self =
      switch code {
      case ENOSPC, EDQUOT: .diskFull(path: path)
      case EFBIG: .tooLarge(path: path)
      case EMFILE, ENFILE: .tooManyFiles(path: path)
      case EBUSY: .notWritable(path: path, reason: "it is a mount point, or in use")
      default: .notWritable(path: path, reason: FileSource.reason(code))
      }
  }

  /// What happened, where, and what to try.
  public var description: String {
    switch self {
    case .isFile(let path):
      "\(path): is a file, not a result folder. Choose another --output."
    case .foreignFolder(let path):
      "\(path): is a folder that gridflex did not write, so it is not replaced. "
        + "Choose another --output."
    case .foreignFile(let path):
      "\(path): is a file that gridflex did not write, so it is not replaced. Name another file."
    case .taken(let path):
      "\(path): is there already, and is not replaced. Name another, or move it away."
    case .notWritable(let path, let reason):
      "\(path): cannot be written (\(reason)). Choose another --output."
    case .diskFull(let path):
      "\(path): no space left on the device. Free some space or choose another --output."
    case .tooLarge(let path):
      "\(path): cannot be written, as a file would be larger than this process may write. "
        + "Raise the limit (ulimit -f)."
    case .tooManyFiles(let path):
      "\(path): cannot be written, as this process may open no more files. "
        + "Raise the limit (ulimit -n)."
    }
  }
}
