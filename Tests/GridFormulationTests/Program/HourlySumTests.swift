import GridFormulation
import Hourly
import Testing

struct HourlySumTests {
  /// The decision in columns 0, 1, 2 with values 10, 20, 30.
  private let decision = HourlySum(firstColumn: 0)
  private let columns: [Double] = [10, 20, 30]

  private func values(_ sum: HourlySum) -> [Double] { sum.values(of: columns, over: 3) }

  @Test func `a decision has its columns' values`() {
    #expect(values(decision) == [10, 20, 30])
  }

  @Test func `scales, sums and constants act in every hour`() {
    let two = 2.0
    #expect(values(two * decision - HourlySum(.hourly([1, 2, 3]))) == [19, 38, 57])
    #expect(values(HourlyValue.hourly([1, 0, 2]) * decision) == [10, 0, 60])
  }

  @Test func `before the first hour there is nothing`() {
    let half = 0.5
    #expect(values(decision - half * decision.before) == [10, 15, 20])
    #expect(values(decision.lagged(by: 2)) == [0, 0, 10])
    #expect(values(decision.lagged(by: 5)) == [0, 0, 0])
  }

  @Test func `a sum over hours holds this one and those before it`() {
    #expect(values(decision.summed(over: 1)) == [10, 20, 30])
    #expect(values(decision.summed(over: 2)) == [10, 30, 50])
    #expect(values(decision.summed(over: 9)) == [10, 30, 60])
  }

  @Test func `one decision for all hours counts in each`() {
    #expect(values(HourlySum(column: 1)) == [20, 20, 20])
    #expect(values(decision - HourlySum(column: 0)) == [0, 10, 20])
  }
}
