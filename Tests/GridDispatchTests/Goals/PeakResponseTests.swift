import GridDispatch
import Testing

struct PeakResponseTests {
  private var result: HandMadeResult {
    var result = HandMadeResult()
    result.add("works", .interruptibleLoad, megawatts: 40) { $0.registeredResponse = 40 }
    result.add("stores", .shiftableLoad, megawatts: 20) { $0.registeredResponse = 20 }
    result.add("battery", .battery, megawatts: 500)
    result.series(.demand, of: "home", [900, 1000, 950])
    return result
  }

  @Test func `registered response is contracted load over the largest demand, storage apart`()
    throws
  {
    let verdict = try #require(result.verdict("peak-response", .atLeast, 0.05))
    #expect(verdict.variant == "registered")
    #expect(verdict.numerator == 60)
    #expect(verdict.denominator == 1000)
    #expect(verdict.value == 0.06)
    #expect(verdict.verdict == .pass)
    #expect(result.verdict("peak-response", .atLeast, 0.061)?.verdict == .fail)
  }

  @Test func `verified response without a second solve is not judged`() {
    let verdict = result.verdict("peak-response", variant: "verified", .atLeast, 0.05)
    #expect(verdict?.verdict == .notJudged)
  }

  @Test func `without load nothing is judged`() {
    var empty = HandMadeResult()
    empty.series(.demand, of: "home", [0, 0])
    #expect(empty.verdict("peak-response", .atLeast, 0.05)?.verdict == .notJudged)
  }
}
