import GridFormulation
import Hourly
import Testing

struct HourlyValueTests {
  @Test func `a constant holds in every hour`() {
    let value: HourlyValue = 3
    #expect(value[0] == 3)
    #expect(value[8759] == 3)
    #expect(value.isEverywhere(3))
  }

  @Test func `constants and hourly values join hour by hour`() {
    let hourly = HourlyValue.hourly([1, 2, 3])
    #expect(2 * hourly == .hourly([2, 4, 6]))
    #expect(hourly + 1 == .hourly([2, 3, 4]))
    #expect(1 - hourly == .hourly([0, -1, -2]))
    #expect(hourly * hourly == .hourly([1, 4, 9]))
    #expect(HourlyValue.constant(2) * 3 == 6)
  }

  @Test func `the maximum is that of the steps, and 0 where there are none`() {
    let hourly = HourlyValue.hourly([1, 5, 3])
    #expect(hourly.maximum(over: 0..<3) == 5)
    #expect(hourly.maximum(over: 2..<3) == 3)
    #expect(hourly.maximum(over: 1..<1) == 0)
    #expect(HourlyValue.constant(7).maximum(over: 0..<0) == 0)
  }
}
