import Dispatch
import Synchronization

/// Threads that share out pieces of work numbered from 0, with nothing passed between the pieces.
///
/// A solve has thousands of short pieces, for which threads of their own would cost more than the
/// work; these run on the system's pool, the caller's thread among them. What a piece is depends on
/// the work alone, so the answers have the same bytes for any number of threads.
struct Team: Sendable {
  /// How many threads may work at once.
  let threads: Int

  private static let pieceLength = 8192

  /// Does every piece, in any order; returns when all are done.
  func forEach(_ count: Int, _ body: @Sendable (Int) -> Void) {
    guard threads > 1, count > 1 else {
      for piece in 0..<count { body(piece) }
      return
    }
    let next = Atomic<Int>(0)
    DispatchQueue.concurrentPerform(iterations: min(threads, count)) { _ in
      while true {
        let piece = next.wrappingAdd(1, ordering: .relaxed).oldValue
        guard piece < count else { return }
        body(piece)
      }
    }
  }

  /// Does every index, in ranges.
  func forEachRange(of count: Int, _ body: @Sendable (Range<Int>) -> Void) {
    let pieces = (count + Self.pieceLength - 1) / Self.pieceLength
    forEach(pieces) { piece in body(Self.range(piece, of: count)) }
  }

  /// What every range gives, in order.
  func parts<Part: Sendable>(
    of count: Int,
    _ body: @Sendable (Range<Int>) -> Part
  ) -> [Part] {
    let pieces = (count + Self.pieceLength - 1) / Self.pieceLength
    return [Part](unsafeUninitializedCapacity: pieces) { buffer, filled in
      // Each piece initialises an element of its own.
      nonisolated(unsafe) let elements = buffer
      forEach(pieces) { piece in
        elements.initializeElement(at: piece, to: body(Self.range(piece, of: count)))
      }
      filled = pieces
    }
  }

  private static func range(_ piece: Int, of count: Int) -> Range<Int> {
    piece * pieceLength..<min(count, (piece + 1) * pieceLength)
  }
}
