/// The seconds of pieces of work, in phases that wait for each other.
///
/// Tells how long the same work would take on another number of threads.
public struct WorkLog: Sendable, Equatable {
  private var phases: [[Double]] = []

  /// No work yet.
  public init() {}

  /// Whether nothing was logged.
  public var isEmpty: Bool { phases.isEmpty }

  /// Adds pieces that can run side by side, in the order in which threads take them.
  mutating func add(_ seconds: [Double]) { phases.append(seconds) }

  /// The seconds that all pieces take on so many threads, each thread taking the next free piece.
  ///
  /// Computed from the pieces' own times: what threads cost each other in memory is not in it.
  public func seconds(threads: Int) -> Double {
    phases.reduce(0) { sum, pieces in
      var busy = [Double](repeating: 0, count: max(1, threads))
      for piece in pieces {
        let free = busy.indices.min { busy[$0] < busy[$1] } ?? 0
        busy[free] += piece
      }
      return sum + (busy.max() ?? 0)
    }
  }
}
