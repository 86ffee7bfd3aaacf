import Synchronization
import Testing

@testable import LinearProgramming

struct TeamTests {
  @Test(arguments: [1, 2, 5], [0, 1, 7, 100])
  func `every piece is done once`(threads: Int, count: Int) {
    let done = Mutex([Int](repeating: 0, count: count))
    Team(threads: threads).forEach(count) { piece in done.withLock { $0[piece] += 1 } }
    #expect(done.withLock { $0 } == [Int](repeating: 1, count: count))
  }

  /// 8,192 is the length of a range: 20,000 are two whole ones and 3,616.
  @Test(
    arguments: zip(
      [0, 1, 8_192, 8_193, 20_000],
      [[], [1], [8_192], [8_192, 1], [8_192, 8_192, 3_616]]
    )
  )
  func `ranges follow each other and end with the numbers`(count: Int, lengths: [Int]) {
    for threads in [1, 3] {
      let parts = Team(threads: threads).parts(of: count) { $0 }
      #expect(parts.map(\.count) == lengths)
      #expect(Array(parts.joined()) == Array(0..<count))
      let ranges = Mutex<[Range<Int>]>([])
      Team(threads: threads).forEachRange(of: count) { range in ranges.withLock { $0.append(range) }
      }
      #expect(ranges.withLock { $0.sorted { $0.lowerBound < $1.lowerBound } } == parts)
    }
  }
}
