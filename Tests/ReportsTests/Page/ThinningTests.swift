import Reports
import Tables
import Testing

/// Reports on many results, of which not every hour fits in a page.
struct ThinningTests {
  @Test func `what is thinned keeps the named weeks and says so`() throws {
    let grid = try TwoMonths.result.get().grid()
    let whole = Report([grid], in: .english, units: nil)
    #expect(whole.notes.isEmpty)
    let thin = Report([grid], in: .english, units: nil, mostData: 1)
    #expect(thin.notes.count == 1)
    #expect(thin.notes[0].contains("named weeks"))
    // Tables are of all hours all the same.
    #expect(try thin.table("energy").numbers("Load with losses") == [2420, 2440, 4860])
  }

  @Test func `results of other hours are told`() throws {
    let grids = [try TwoMonths.result.get().grid(), try WrittenFolder.tutorial.get().grid()]
    let report = Report(grids, in: .english, units: nil)
    #expect(report.notes.count == 1)
    #expect(report.notes[0].contains("different hours"))
    #expect(try report.table("side-capacity").numbers("Onshore wind") == [100, 1100])
    #expect(try report.table("overview").numbers("Peak load")[0] == 180)
  }
}
