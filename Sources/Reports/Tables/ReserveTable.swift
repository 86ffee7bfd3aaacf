import GridDispatch
import GridFormulation
import Hourly

/// Reserve and peak response (备用与尖峰负荷响应) by month: required, held, short; load that can be and was called.
enum ReserveTable {
  static func table(
    of grid: ReportedGrid,
    _ capability: HourCapability,
    _ words: Words
  ) -> ReportTable {
    var table = ReportTable(
      "reserve",
      words[.reserveAndResponse],
      words[.item],
      ReportTable.monthColumns(of: grid, words)
    )
    let ranges = grid.months + [grid.horizon.steps]
    let directions: [(Word, ResultQuantity, ResultQuantity, ResultQuantity)] = [
      (.upReserve, .reserveUpRequired, .reserveUpHeld, .reserveUpShort),
      (.downReserve, .reserveDownRequired, .reserveDownHeld, .reserveDownShort),
    ]
    for (title, required, held, short) in directions {
      let need = grid.zoneSum(required)
      guard grid.hasAny(need) else { continue }
      let (kept, missing) = (grid.zoneSum(held), grid.zoneSum(short))
      table.addHeading(words[title])
      let most = ranges.map { $0.highest(of: need) }
      table.add(words[.largestRequired], most.map { need[$0] }, .power)
      table.add(words[.hour], most.map { .hour(grid.horizon.time(of: $0)) }, role: .part)
      table.add(words[.meanRequired], ranges.map { mean(need, over: $0) }, .power)
      table.add(words[.meanHeld], ranges.map { mean(kept, over: $0) }, .power)
      table.add(words[.shortEnergy], ranges.map { missing[$0].reduce(0, +) }, .energy)
    }
    addResponse(of: grid, capability, ranges, words, to: &table)
    table.notes = [words(.noteReserve)]
    return table
  }

  private static func addResponse(
    of grid: ReportedGrid,
    _ capability: HourCapability,
    _ ranges: [Range<Int>],
    _ words: Words,
    to table: inout ReportTable
  ) {
    let peaks = ranges.map { capability.peak(in: $0) }
    table.addHeading(words[.peakResponse])
    table.add(words[.peakLoad], peaks.map { grid.demand[$0] }, .power)
    table.add(words[.hour], peaks.map { .hour(grid.horizon.time(of: $0)) }, role: .part)
    let callable = peaks.map { capability.callable[$0] }
    table.add(words[.callable], callable, .power)
    let shares = zip(callable, peaks).map { grid.demand[$1] > 0 ? $0 / grid.demand[$1] : nil }
    table.add(words[.callableShare], shares, .share, role: .part)
    let called = grid.total(
      [.called, .deferred, .reduced, .aggregated].map { quantity in grid.sum(quantity) }
    )
    table.add(words[.calledEnergy], ranges.map { called[$0].reduce(0, +) }, .energy)
    let unserved = ranges.map { grid.unserved[$0].reduce(0, +) }
    table.add(words[.unserved], unserved, .energy)
  }

  private static func mean(_ values: [Double], over range: Range<Int>) -> Double {
    range.isEmpty ? 0 : values[range].reduce(0, +) / Double(range.count)
  }
}
