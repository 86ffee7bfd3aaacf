import Tables
import Testing

struct QuantityTests {
  @Test func `power times duration is energy`() {
    #expect(Power(megawatts: 300) * Hours(4) == Energy(megawattHours: 1200))
  }

  @Test func `each quantity knows its unit and its number`() {
    #expect(Power.unit == .megawatt && Power(7).value == 7)
    #expect(Energy.unit == .megawattHour && Energy(7).value == 7)
    #expect(Share.unit == .share && Hours.unit == .hour && Double.unit == nil)
  }
}
