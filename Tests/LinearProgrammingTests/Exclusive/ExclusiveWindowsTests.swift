import Testing

@testable import LinearProgramming

struct ExclusiveWindowsTests {
  /// 3 ± 2 and 9 ± 2 are apart; 9 ± 2 and 13 ± 2 meet at 12; 97 ± 2 ends with the stages; −1 has none.
  @Test func `windows that meet are one and none leaves the stages`() {
    let windows = ExclusiveWindows.windows(around: [13, 3, 97, 9, 3, -1, 0], margin: 2, of: 98)
    #expect(windows == [0..<6, 7..<16, 95..<98])
  }

  /// Every hour of 400: windows grow until they hold 168 stages, the next begins where its stage's margin does.
  @Test func `windows do not grow for ever`() {
    let windows = ExclusiveWindows.windows(around: Array(0..<400), margin: 1, of: 400)
    #expect(windows.allSatisfy { $0.count <= 170 })
    for stage in 0..<400 { #expect(windows.contains { $0.contains(stage) }) }
  }

  @Test func `no stages have no windows`() {
    #expect(ExclusiveWindows.windows(around: [], margin: 4, of: 10).isEmpty)
  }
}
