/// What the process answers with; from 64 on as in `sysexits.h`.
enum ExitCode {
  /// Done; every judged goal holds.
  static let success: Int32 = 0
  /// Solved, and a goal is missed or cannot be reached.
  static let goalMissed: Int32 = 1
  /// No schedule meets the rules, goals aside.
  static let infeasible: Int32 = 2
  /// A limit or Ctrl-C came first; the best result is written.
  static let stopped: Int32 = 3
  /// Two results differ.
  static let different: Int32 = 1
  /// Two results cannot be held against each other.
  static let notComparable: Int32 = 2
  /// The command line cannot be read.
  static let wrongUsage: Int32 = 64
  /// What was given cannot be used.
  static let badData: Int32 = 65
  /// A file that is needed is not there.
  static let missingFile: Int32 = 66
  /// A fault of the program.
  static let internalError: Int32 = 70
  /// The output cannot be written.
  static let cannotWrite: Int32 = 73
}
