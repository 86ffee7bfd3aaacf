import Glibc
import SystemGuard

/// What the process asks of the system before anything else, so that a limit is told in words.
enum ProcessGuard {
  private static let withoutMemory =
    "gridflex: there is not enough memory; solve fewer hours (--hours) or raise the limit (ulimit -v)\n"

  /// Has limits and closed streams answer a call instead of ending the process.
  static func start() {
    openStreams()
    // A file that may not grow, or a pipe that nobody reads, then fails the write.
    signal(SIGXFSZ, SIG_IGN)
    signal(SIGPIPE, SIG_IGN)
    // The words are read when the process ends, so they are never given back.
    guard_end_without_memory(strdup(withoutMemory), ExitCode.internalError)
  }

  /// A stream that was closed must not become the first file that is opened: what is written to it would go there.
  private static func openStreams() {
    for stream in [STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO] {
      guard fcntl(stream, F_GETFD) == -1 else { continue }
      // Writing to a closed stdout is to fail, as the user is to hear of it.
      _ = open("/dev/null", stream == STDERR_FILENO ? O_WRONLY : O_RDONLY)
    }
  }
}
