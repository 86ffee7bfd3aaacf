import Testing

@testable import LinearProgramming

struct CompensatedSumTests {
  private func sum(_ terms: [Double]) -> Double {
    var sum = CompensatedSum()
    for term in terms { sum.add(term) }
    return sum.value
  }

  /// One after the other in doubles they give 0, 1 and 0: a small term is lost in a large one at once.
  @Test(arguments: [[1, 1e100, 1, -1e100], [1e16, 1, -1e16, 1], [1e100, 2, -1e100]])
  func `what rounding loses comes back`(terms: [Double]) {
    #expect(sum(terms) == 2)
  }

  /// As a double a tenth is 5.6·10⁻¹⁸ too large: a million are off by 5.6·10⁻¹², less than half an ulp of 10⁵.
  @Test func `a tenth a million times is a hundred thousand`() {
    var sum = CompensatedSum()
    var plain = 0.0
    for _ in 0..<1_000_000 {
      sum.add(0.1)
      plain += 0.1
    }
    #expect(sum.value == 100_000)
    #expect(plain != 100_000)
  }

  /// The part that is lost of an infinite sum is no number and must not be added to it.
  @Test func `an infinite term makes the sum infinite`() {
    #expect(sum([1, -.infinity, 2]) == -.infinity)
    #expect(sum([.infinity]) == .infinity)
    #expect(sum([.infinity, -.infinity]).isNaN)
  }

  @Test func `nothing sums to 0`() {
    #expect(CompensatedSum().value == 0)
  }
}
