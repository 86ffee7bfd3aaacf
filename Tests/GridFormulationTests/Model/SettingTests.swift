import GridFormulation
import Hourly
import Testing

struct SettingTests {
  private func setting(year: Int, month: Int, day: Int, hours: Int) -> Setting {
    var setting = Setting()
    let start = TimeStamp(year: year, month: month, day: day)
    setting.modelHorizon = Horizon(start: start, hours: hours)
    setting.horizon = setting.modelHorizon
    return setting
  }

  @Test func `the share of the year counts the hours of its own year`() {
    #expect(setting(year: 2030, month: 1, day: 1, hours: 8760).yearShare == 1)
    #expect(setting(year: 2030, month: 1, day: 1, hours: 876).yearShare == 0.1)
    #expect(setting(year: 2028, month: 1, day: 1, hours: 8784).yearShare == 1)
  }

  @Test func `hours within calendar windows are counted, those of overlapping ones twice`() {
    let setting = setting(year: 2030, month: 1, day: 1, hours: 72)
    let windows = CalendarWindow.list("01-01..01-02; 01-02..01-02") ?? []
    let count = setting.count(of: windows)
    #expect([0, 23, 24, 47, 48].map { count[$0] } == [1, 1, 2, 2, 0])
    let share = setting.share(of: windows, weight: 0.3)
    #expect([0, 24, 48].map { share[$0] } == [0.3, 0.3, 0])
    #expect(setting.share(of: windows, weight: 0) == 0)
    #expect(setting.count(of: []) == 0)
  }

  @Test func `a profile is its number or its series`() {
    var setting = setting(year: 2030, month: 1, day: 1, hours: 2)
    setting.series["a"] = [1, 2]
    #expect(setting.value(of: .constant(3)) == 3)
    #expect(setting.value(of: .series("a")) == .hourly([1, 2]))
  }

  @Test func `reserve is required where any of its parts is`() {
    var policy = ReservePolicy()
    #expect(!policy.isRequired(.up))
    #expect(!policy.isRequired(.down))
    policy.coversLargestUnit = true
    #expect(policy.isRequired(.up))
    policy.downShareOfWindAndSolar = 0.1
    #expect(policy.isRequired(.down))
  }
}
