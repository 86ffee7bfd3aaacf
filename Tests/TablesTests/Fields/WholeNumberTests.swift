import Foundation
import Tables
import Testing

struct WholeNumberTests {
  @Test(arguments: [Double.nan, .infinity, -.infinity, 1e19, -1e300, 0.5, 1e17])
  func `what is no whole number in the range is none`(number: Double) {
    #expect(WholeNumber.exactly(number) == nil)
  }

  @Test func `a whole number is itself, and -0 is 0`() {
    #expect(WholeNumber.exactly(-0.0) == 0 && WholeNumber.exactly(8760) == 8760)
    #expect(WholeNumber.exactly(25, in: 0...24) == nil)
    #expect(WholeNumber.rounded(2.1, .up, in: 0...3) == 3)
    #expect(WholeNumber.rounded(3.1, .up, in: 0...3) == nil)
  }

  @Test func `the nearest lies in the range, whatever the number`() {
    #expect(WholeNumber.nearest(1e300, in: 0...9) == 9)
    #expect(WholeNumber.nearest(-.infinity, in: 0...9) == 0)
    #expect(WholeNumber.nearest(.nan, in: 3...9) == 3)
    #expect(WholeNumber.nearest(4.5, in: 3...9) == 5)
  }

  /// The solvers count what they made themselves; everything else meets numbers that people wrote.
  @Test func `no other file makes a whole number of a rounded one`() throws {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().appending(path: "Sources").path()
    let files = try #require(FileManager.default.enumerator(atPath: root))
    let pattern = /\bU?Int(8|16|32|64)?\((?!exactly|bitPattern|ascii)[^\n]*(rounded|\.number\()/
    var read = 0
    for case let file as String in files where file.hasSuffix(".swift") {
      let isOwn = file.hasPrefix("LinearProgramming") || file.hasSuffix("WholeNumber.swift")
      if isOwn || file.hasSuffix("NumberText+Writing.swift") { continue }
      read += 1
      let text = try String(contentsOfFile: root + "/" + file, encoding: .utf8)
      #expect(text.firstMatch(of: pattern) == nil, "\(file)")
    }
    #expect(read > 100)
  }
}
