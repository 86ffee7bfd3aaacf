import GridFormulation
import Hourly
import Reporting

/// The weeks and days of a grid that a planner looks at first.
struct NamedWindows {
  /// Hours with the reason to look at them.
  struct Window {
    let word: Word
    let hours: Range<Int>
  }

  /// Weeks; one of all hours where there are fewer.
  let weeks: [Window]
  /// Days.
  let days: [Window]

  init(of grid: ReportedGrid, _ capability: HourCapability) {
    weeks = Self.weeks(of: grid, capability)
    days = Self.days(of: grid)
  }

  private static func weeks(of grid: ReportedGrid, _ capability: HourCapability) -> [Window] {
    let all = grid.horizon.steps
    guard all.count > 168 else { return [Window(word: .allHours, hours: all)] }
    let firsts = grid.horizon.dayRanges.map(\.lowerBound).filter { $0 + 168 <= all.count }
    func around(_ step: Int) -> Range<Int> {
      let first = firsts.last { $0 <= max(step - 72, 0) } ?? firsts.first ?? 0
      return first..<first + 168
    }
    let curtailed = grid.curtailed
    let net = grid.netLoad
    var windows: [Window] = []
    if grid.hasAny(curtailed) {
      let worst = firsts.max { left, right in
        (curtailed[left..<left + 168].reduce(0, +), right)
          < (curtailed[right..<right + 168].reduce(0, +), left)
      }
      if let worst { windows.append(Window(word: .worstCurtailment, hours: worst..<worst + 168)) }
    }
    windows.append(Window(word: .tightestWeek, hours: around(capability.tightest(in: all))))
    let steepest = all.dropLast(3).max { net[$0 + 3] - net[$0] < net[$1 + 3] - net[$1] } ?? 0
    windows.append(Window(word: .steepestWeek, hours: around(steepest)))
    windows.append(Window(word: .leastLoadWeek, hours: around(all.lowest(of: grid.demand))))
    windows.append(Window(word: .peakWeek, hours: around(all.highest(of: grid.demand))))
    let season = grid.result.model.setting.deepPeak.heatingSeason
    let middle = firsts.first { first in
      let time = grid.horizon.time(of: first)
      return time.day >= 10
        && (season.isEmpty ? time.month == 1 : season.contains { $0.contains(time) })
    }
    if let middle { windows.append(Window(word: .heatingWeek, hours: middle..<middle + 168)) }
    return windows
  }

  private static func days(of grid: ReportedGrid) -> [Window] {
    let days = grid.horizon.dayRanges.filter { $0.count == 24 }
    guard !days.isEmpty else { return [Window(word: .allHours, hours: grid.horizon.steps)] }
    let (net, curtailed) = (grid.netLoad, grid.curtailed)
    func day(_ word: Word, _ step: Int) -> Window? {
      days.first { $0.contains(step) }.map { Window(word: word, hours: $0) }
    }
    let steps = grid.horizon.steps
    let worst = days.max { curtailed[$0].reduce(0, +) < curtailed[$1].reduce(0, +) }
    return [
      day(.peakDay, steps.highest(of: grid.demand)), day(.leastNetDay, steps.lowest(of: net)),
      grid.hasAny(curtailed) ? worst.map { Window(word: .worstDay, hours: $0) } : nil,
    ].compactMap(\.self)
  }

  /// Windows as the page reads them.
  static func json(_ windows: [Window], _ words: Words) -> JSONValue {
    .array(
      windows.map { window in
        .object([
          ("name", .text(words[window.word])), ("start", .integer(window.hours.lowerBound)),
          ("hours", .integer(window.hours.count)),
        ])
      }
    )
  }
}
