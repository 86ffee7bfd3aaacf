import Hourly
import Tables
import TestSupport
import Testing

struct FieldTests {
  @Test func `each kind of field reads its text`() throws {
    var value = Sample()
    for (name, text) in [
      ("name", "wind 1"), ("capacity_mw", "250.5"), ("forced_outage_pu", "0.1"), ("units", "4"),
      ("kind", "offshore"), ("provides_reserve", "Yes"), ("availability", "wind-north"),
      ("limit_mwh", "1e6"), ("floor_pu", "0.2"), ("note", "new"), ("life_years", "30"),
      ("maintenance", "04-01..04-20; 09-05..09-15"),
    ] {
      #expect(try Sample.field(name).assign(text, to: &value) == nil)
    }
    #expect(value.name == "wind 1" && value.capacity.megawatts == 250.5 && value.outage == 0.1)
    #expect(value.units == 4 && value.kind == .offshore && value.givesReserve)
    #expect(value.availability == .series("wind-north") && value.floor == .constant(0.2))
    #expect(value.limit == 1e6 && value.note == "new" && value.life == 30)
    #expect(value.maintenance.map(\.description) == ["04-01..04-20", "09-05..09-15"])
    #expect(value.maintenance.count == 2)
  }

  @Test(
    arguments: [
      ("capacity_mw", "-5", "must lie in 0...1000000", "not negative"),
      ("capacity_mw", "abc", "must be a number", "MW"),
      ("capacity_mw", "nan", "must be a number", "empty"),
      ("capacity_mw", "inf", "must be a finite number", ""),
      ("capacity_mw", "1e400", "must be a finite number", ""),
      ("capacity_mw", "1,200", "must be a plain number", "1200"),
      ("capacity_mw", "3e9", "must lie in", "万千瓦"),
      ("forced_outage_pu", "5", "must lie in 0...1", "0.05"),
      ("forced_outage_pu", "5%", "without a percent sign", "0.05"),
      ("forced_outage_pu", "5％", "without a percent sign", "0.05"),
      ("limit_mwh", "1e14", "must lie in", "亿千瓦时"),
      ("units", "2.5", "must be a whole number", ""),
      ("units", "0", "must lie in 1...100", ""),
      ("kind", "offshor", "must be one of onshore, offshore", "`offshore`"),
      ("provides_reserve", "maybe", "must be yes or no", "yes"),
      ("availability", "1.2", "must lie in 0...1", ""),
      ("availability", "nan", "must be a number", ""),
      ("availability", "50%", "percent", "0.5"),
      ("maintenance", "04-31..05-02", "date ranges", "MM-DD..MM-DD"),
      ("maintenance", "april", "date ranges", ""),
      ("name", "a/b", "must not contain", ""),
    ])
  func `a wrong text is refused with rule and fix`(
    name: String,
    text: String,
    rule: String,
    fix: String
  ) throws {
    var value = Sample()
    let fault = try #require(try Sample.field(name).assign(text, to: &value))
    #expect(fault.rule.contains(rule))
    #expect(fix.isEmpty || fault.fix.contains(fix), "\(fault.fix)")
  }

  @Test func `the data dictionary takes defaults from the prototype`() throws {
    let prototype = Sample()
    let outage = try Sample.field("forced_outage_pu").description(prototype: prototype)
    #expect(outage.defaultText == "0.05" && outage.range == "0...1" && outage.unit == .share)
    #expect(outage.source == "Somebody 2020" && !outage.isRequired && outage.type == "number")
    let capacity = try Sample.field("capacity_mw").description(prototype: prototype)
    #expect(capacity.isRequired && capacity.defaultText == nil && capacity.unit == .megawatt)
    let kind = try Sample.field("kind").description(prototype: prototype)
    #expect(kind.type == "onshore|offshore" && kind.defaultText == "onshore")
    #expect(try Sample.field("limit_mwh").description(prototype: prototype).defaultText == nil)
    #expect(try Sample.field("limit_mwh").description(prototype: prototype).unit == .megawattHour)
  }

  @Test func `what a field shows it reads back`() throws {
    var original = Sample()
    original.maintenance = [CalendarWindow("12-20..01-10")].compactMap { $0 }
    original.limit = 12.5
    original.name = "x"
    for field in Sample.fields {
      guard let text = field.text(in: original), !text.isEmpty else { continue }
      var copy = Sample()
      #expect(field.assign(text, to: &copy) == nil)
      #expect(field.text(in: copy) == text)
    }
  }
}

struct CalendarWindowTests {
  @Test func `both ends of a window belong to it`() throws {
    let window = try #require(CalendarWindow("04-01..04-20"))
    #expect(window.contains(month: 4, day: 1) && window.contains(month: 4, day: 20))
    #expect(!window.contains(month: 3, day: 31) && !window.contains(month: 4, day: 21))
  }

  @Test func `a window that ends before it starts runs over New Year`() throws {
    let window = try #require(CalendarWindow("11-01..03-31"))
    #expect(window.contains(month: 12, day: 31) && window.contains(month: 1, day: 1))
    #expect(!window.contains(month: 7, day: 1))
    #expect(window.contains(try #require(TimeStamp("2030-03-31T23:00"))))
    #expect(!window.contains(try #require(TimeStamp("2030-04-01T00:00"))))
  }

  @Test(arguments: [
    "04-01", "04-01..", "..04-01", "4-31..5-1", "13-01..13-02", "04-01...04-02", "a..b",
    "04-00..04-01", "2030-04-01..2030-04-02", "04-01-04-20",
  ])
  func `anything else is no window`(text: String) {
    #expect(CalendarWindow.list(text) == nil)
  }
}
