import GridDispatch
import GridFormulation
import Hourly
import SmallGrids
import Tables
import Testing

struct InterruptibleLoadTests {
  /// 10 MW that can be called for two hours a call, beside import of 45 MW at 100.
  private func load(
    _ load: [Double],
    importAt price: Double = 100,
    upTo limit: Double = 45,
    _ change: (inout InterruptibleLoad) -> Void = { _ in }
  ) -> SmallModel {
    var model = SmallModel(load: load)
    model.addImport(limit, at: price)
    model.add(InterruptibleLoad.self) {
      $0.name = "response"
      $0.capacity = Power(megawatts: 10)
      $0.callsPerYear = 8760
      change(&$0)
    }
    return model
  }

  @Test func `a call frees what import cannot give, at the price of the call`() throws {
    // 2,000 a MWh; that a call begins is counted once and costs nothing.
    let solved = try load([50, 40]).solve()
    #expect(solved.values(.called, of: "response") == [5, 0])
    #expect(solved.price == [2000, 100])
    #expect(solved.values(.callStarted, of: "response") == [5, 0])
    #expect(solved.cost(of: .demandResponse) == 10_000)
  }

  @Test func `load is not called where import is cheaper`() throws {
    let solved = try load([50, 40], importAt: 1900, upTo: 1000).solve()
    #expect(solved.values(.called, of: "response") == [0, 0])
    #expect(solved.price == [1900, 1900])
  }

  @Test func `called load is at most what is contracted and running`() throws {
    // 80 % of 10 MW run: 8 MW are called and 7 MW of demand go unserved.
    let solved = try load([60]) { $0.availability = .constant(0.8) }.solve()
    #expect(solved.values(.called, of: "response") == [8])
    #expect(solved.unserved == [7])
    #expect(solved.price == [10_000])
  }

  @Test func `a call ends after its hours and a day has only so many`() throws {
    // One call of 10 MW for two hours a day: of three hours short of 10 MW one stays unserved.
    let solved = try load([55, 55, 55]).solve()
    #expect(rounded(solved.schedule.total(.called)) == 20)
    #expect(rounded(solved.schedule.total(.callStarted)) == 10)
    #expect(rounded(solved.schedule.total(.unserved)) == 10)
  }

  @Test func `a cluster may call part of it twice instead of all of it once`() throws {
    // 5 MW for three hours: 5 MW are called for two hours and 5 MW once more.
    let solved = try load([50, 50, 50]).solve()
    #expect(solved.values(.called, of: "response") == [5, 5, 5])
    #expect(rounded(solved.schedule.total(.callStarted)) == 10)
  }

  @Test(arguments: zip([1, 2, 3], [10.0, 20, 30]))
  func `longer calls serve more hours`(hours: Int, energy: Double) throws {
    let solved = try load([55, 55, 55]) { $0.hoursPerCall = hours }.solve()
    #expect(rounded(solved.schedule.total(.called)) == energy)
  }

  @Test func `more calls a day serve more hours`() throws {
    let solved = try load([55, 55, 55]) { $0.callsPerDay = 2 }.solve()
    #expect(solved.values(.called, of: "response") == [10, 10, 10])
  }

  @Test func `each day has its own calls`() throws {
    // One hour is short on each of two days.
    var hours = [Double](repeating: 40, count: 48)
    hours[5] = 55
    hours[30] = 55
    let solved = try load(hours).solve()
    #expect(solved.values(.called, of: "response")[5] == 10)
    #expect(solved.values(.called, of: "response")[30] == 10)
  }

  @Test func `a year's calls are cut to the hours solved`() throws {
    // 0.5 calls in two days: 0.5 · 8,760 / 48 = 91.25 a year; 5 MW may begin, once.
    var hours = [Double](repeating: 40, count: 48)
    hours[5] = 55
    hours[30] = 55
    let solved = try load(hours) { $0.callsPerYear = 91.25 }.solve()
    #expect(rounded(solved.schedule.total(.called)) == 5)
    #expect(rounded(solved.schedule.total(.unserved)) == 15)
  }
}
