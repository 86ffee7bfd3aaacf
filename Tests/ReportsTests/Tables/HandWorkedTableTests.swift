import Reports
import Testing

/// Tables of two days that are solved by hand; the working stands at ``TwoMonths``.
struct HandWorkedTableTests {
  private let report: Report

  init() throws { report = try TwoMonths.result.get().report() }

  @Test func `energy is summed by month and over all hours`() throws {
    let table = try report.table("energy")
    // 22 hours of 100 MW, one of 60, one of 160 or 180.
    #expect(try table.numbers("Load with losses") == [2420, 2440, 4860])
    // 23 hours of 50 MW and one of 60.
    #expect(try table.numbers("Onshore wind") == [1210, 1210, 2420])
    #expect(try table.numbers("Coal") == [1210, 1230, 2440])
    #expect(try table.numbers("Needed") == [2420, 2440, 4860])
    #expect(try table.numbers("Supplied") == [2420, 2440, 4860])
    let share = try table.numbers("Non-fossil share of generation")
    #expect(isNear(share[2], 2420 / 4860, within: 1e-9))
  }

  @Test func `a rate of curtailment is a sum over a sum, and has its reason`() throws {
    let table = try report.table("renewables")
    #expect(try table.numbers("Offered") == [1250, 1250, 2500])
    #expect(try table.numbers("Curtailed") == [40, 40, 80])
    #expect(try table.numbers("Used") == [1210, 1210, 2420])
    #expect(try table.numbers("Rate of curtailment") == [0.032, 0.032, 0.032])
    #expect(try table.numbers("Plants could not go lower, stores not take more") == [40, 40, 80])
    #expect(try table.numbers("Full sections") == [0, 0, 0])
  }

  @Test func `the power balance names its hour and counts what can be given in it`() throws {
    let table = try report.table("power-peak")
    let hours = try table.row("at").cells.map(\.hour)
    #expect(hours == ["2030-01-31T18:00", "2030-02-01T18:00", "2030-02-01T18:00"])
    #expect(try table.numbers("Load with losses") == [160, 180, 180])
    #expect(try table.numbers("Reserve for the load") == [8, 9, 9])
    #expect(try table.numbers("Capacity needed") == [168, 189, 189])
    #expect(try table.numbers("Installed") == [300, 300, 300])
    // 29 of 200 MW of coal, 50 of 100 MW of wind.
    #expect(isNear(try table.numbers("Coal", 1)[0], 29, within: 1e-9))
    #expect(isNear(try table.numbers("Onshore wind", 1)[0], 50, within: 1e-9))
    for (surplus, least) in zip(try table.numbers("Surplus (+) or deficit (−)"), [53.0, 32, 32]) {
      #expect(isNear(surplus, least, within: 1e-9))
    }
    // At the daily peaks wind offers 50 MW on every day, so its guaranteed output changes nothing.
    #expect(try table.numbers("Wind and PV guaranteed at 95 %") == [50, 50, 50])
    let guaranteed = try table.numbers("Surplus (+) or deficit (−) by guaranteed output")
    #expect(isNear(guaranteed[0], 53, within: 1e-9))
  }

  @Test func `the tightest hour of each month is that of the least margin`() throws {
    let hours = try report.table("power-tightest").row("at").cells.map(\.hour)
    #expect(hours == ["2030-01-31T18:00", "2030-02-01T18:00", "2030-02-01T18:00"])
  }

  @Test func `peak regulation weighs the net load against what can go down`() throws {
    let table = try report.table("regulation-load")
    #expect(try table.numbers("Peak–valley difference of the load") == [100, 120, 120])
    // Net load: 160 − 50 at its peak, 60 − 100 in its valley: 150 in all, 50 of it by wind.
    #expect(try table.numbers("Added by wind and PV") == [50, 50, 50])
    #expect(try table.numbers("Upward reserve") == [8, 9, 9])
    #expect(try table.numbers("Regulation needed") == [158, 179, 179])
    // Coal goes from 200 MW down to half of it.
    #expect(try table.numbers("Regulation available") == [100, 100, 100])
    let surplus = try table.numbers("Surplus (+) or deficit (−) of regulation")
    #expect(surplus == [-58, -79, -79])
  }

  @Test func `full-load hours and the coal rate come from sums`() throws {
    let table = try report.table("plants")
    // 2440 MWh net are 2440 / 0.9 gross.
    #expect(isNear(try table.number("Coal", "Full-load hours"), 2440 / 0.9 / 200, within: 1e-4))
    let fuel = try TwoMonths.result.get().series("fuel_tce").sum("old")
    #expect(isNear(try table.number("Coal", "Coal rate, net"), 1000 * fuel / 2440, within: 1e-3))
  }

  @Test func `a goal tells its margin on the good side`() throws {
    let table = try report.table("goals")
    #expect(isNear(try table.number("Curtailment", "Value"), 0.032, within: 1e-9))
    #expect(isNear(try table.number("Curtailment", "Margin"), 0.018, within: 1e-9))
  }

  @Test func `key figures are those of the tables`() throws {
    let table = try report.table("overview")
    #expect(try table.numbers("Peak load") == [180])
    #expect(try table.numbers("Load with losses") == [4860])
    #expect(try table.numbers("Curtailed") == [80])
    #expect(try table.numbers("Rate of curtailment") == [0.032])
    #expect(try table.numbers("Not served") == [0])
  }
}
