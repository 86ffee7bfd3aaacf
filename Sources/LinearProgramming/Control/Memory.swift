import GLPKGuard

/// How the process holds memory.
public enum Memory {
  /// Gives arrays of a megabyte back to the system when they are freed.
  ///
  /// Otherwise the C library keeps what a program was built with until the process ends. For the
  /// start of a process, before it has threads.
  public static func returnLargeArrays() { guard_return_blocks(3 << 20) }
}
