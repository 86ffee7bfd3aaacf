import Testing

@testable import LinearProgramming

struct WorkLogTests {
  /// Pieces of 3, 1, 2 and 2 s: two threads take 3 + 2 and 1 + 2, three 3, 1 + 2 and 2.
  @Test(arguments: zip([1, 2, 3, 9, 0], [8.0, 5, 3, 3, 8]))
  func `each thread takes the next free piece`(threads: Int, seconds: Double) {
    var log = WorkLog()
    log.add([3, 1, 2, 2])
    #expect(log.seconds(threads: threads) == seconds)
  }

  /// The second phase waits for the first: 3 and then 2, though three pieces of 1 would fit beside the 3.
  @Test func `phases wait for each other`() {
    var log = WorkLog()
    #expect(log.isEmpty)
    #expect(log.seconds(threads: 2) == 0)
    log.add([3])
    log.add([1, 1, 1])
    #expect(log.seconds(threads: 2) == 5)
    #expect(log.seconds(threads: 1) == 6)
    #expect(!log.isEmpty)
  }
}
