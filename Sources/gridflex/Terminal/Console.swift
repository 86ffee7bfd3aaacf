import Glibc
import Tables

/// The two streams of the process: results on stdout, everything else on stderr.
///
/// Whatever goes through here has no control character left that a terminal would obey.
enum Console {
  /// Whether stderr is a terminal, where a line may be drawn over.
  static var isTerminal: Bool { isatty(STDERR_FILENO) == 1 }

  /// How many letters a line of the terminal has; 80 where it does not tell.
  static var width: Int {
    var size = winsize()
    let isTold = ioctl(STDERR_FILENO, UInt(TIOCGWINSZ), &size) == 0 && size.ws_col > 0
    return isTold ? Int(size.ws_col) : 80
  }

  /// Writes a result; answers whether all of it got out.
  static func result(_ text: String) -> Bool {
    write(TerminalText.shown(text), to: STDOUT_FILENO)
  }

  /// Writes a message.
  static func message(_ text: String) { _ = write(TerminalText.shown(text), to: STDERR_FILENO) }

  /// Draws over a line of the terminal; the text is the program's own.
  static func draw(_ text: String) { _ = write(text, to: STDERR_FILENO) }

  /// Writes a result and answers the exit code: the given one, or the one of lost output.
  static func finish(_ text: String, with code: Int32) -> Int32 {
    if result(text) { return code }
    message("gridflex: the result could not be written to stdout\n")
    return ExitCode.cannotWrite
  }

  /// Writes what stands elsewhere too, and answers the code of the answer, whatever became of stdout.
  static func finish(_ text: String, with code: Int32, writtenTo path: String) -> Int32 {
    if result(text) { return code }
    message("gridflex: stdout could not be written to; the result is in \(path)\n")
    return code
  }

  private static func write(_ text: String, to descriptor: Int32) -> Bool {
    var text = text
    return text.withUTF8 { bytes in
      var written = 0
      while written < bytes.count {
        let count = Glibc.write(
          descriptor,
          bytes.baseAddress.map { $0 + written },
          bytes.count - written
        )
        if count > 0 {
          written += count
        } else if errno != EINTR {
          return false
        }
      }
      return true
    }
  }
}
