import Testing

@testable import LinearProgramming

struct GuidanceTests {
  private func found(_ program: LinearProgram, gap: Double) throws -> Guidance {
    try Guidance.found(for: program, gap: gap, threads: 1, stop: StopSignal()).guidance
  }

  /// By blocks of eight hours 96 hours are twelve blocks, too few to tell anything; 97 are enough.
  @Test func `a short horizon is not guided`() throws {
    let short = StoreProgram(demand: [Double](repeating: 1, count: 96)).program()
    let none = try found(short, gap: 0.01)
    #expect(none.levels.allSatisfy { $0.isNaN })
    #expect(none.rowDuals.allSatisfy { $0 == 0 })
    let long = StoreProgram(demand: [Double](repeating: 1, count: 97)).program()
    #expect(try found(long, gap: 0.01).levels.allSatisfy { $0.isFinite })
  }

  /// Hours of 1 cost a plant's 10, and stored energy saves as much; a small gap asks for blocks of two hours.
  @Test(arguments: [0.01, 1e-3, 1e-4])
  func `every hour is guided by the price of its block`(gap: Double) throws {
    let store = StoreProgram(demand: [Double](repeating: 1, count: 120), capacity: 0)
    let guidance = try found(store.program(), gap: gap)
    for hour in 0..<120 {
      #expect(abs(guidance.rowDuals[store.balance(hour)] - 10) < 0.01)
      #expect(abs(guidance.levels[store.plant(hour)] - 1) < 0.01)
    }
  }
}
