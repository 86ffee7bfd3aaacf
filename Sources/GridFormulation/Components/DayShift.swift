package import Hourly
import Tables

/// Load that follows the dispatch within each day and makes up for it by the day's end.
///
///     x[t] = x[t−1] + n[t],    x = 0 after the last hour of each day,    x̲[t] ≤ x[t] ≤ x̄[t]
///
/// n is what is drawn above the baseline, less what is given back; x is what is ahead of the baseline (below 0:
/// behind it). The bounds of x are those from which the day's end can be met and which can be reached, so a
/// window that sees part of a day leaves enough for the rest of it.
package struct DayShift: Sendable {
  /// The hours of each day.
  package let days: [Range<Int>]
  /// The least and the most that an hour can change x by, MWh.
  package var least: HourlyValue
  package var most: HourlyValue
  /// Bounds of x that hold beside, MWh; none where left out.
  package var floor: HourlyValue = .constant(-.infinity)
  package var ceiling: HourlyValue = .constant(.infinity)

  package init(days: [Range<Int>], least: HourlyValue, most: HourlyValue) {
    self.days = days
    self.least = least
    self.most = most
  }

  /// Declares x and states its balance.
  package func formulate(net: HourlySum, in desk: inout Desk) {
    let bounds = reachable
    let ahead = desk.variable(
      "ahead of the baseline",
      from: .hourly(bounds.lowest),
      to: .hourly(bounds.highest)
    )
    desk.require("energy of the day", ahead - ahead.before - net == HourlySum())
  }

  /// The bounds of x in each hour.
  private var reachable: (lowest: [Double], highest: [Double]) {
    let hours = days.last?.upperBound ?? 0
    var lowest = [Double](repeating: 0, count: hours)
    var highest = lowest
    for day in days {
      var (low, high) = (0.0, 0.0)
      for step in day.dropLast() {
        low = max(low + least[step], floor[step])
        high = min(high + most[step], ceiling[step])
        (lowest[step], highest[step]) = (low, high)
      }
      (low, high) = (0, 0)
      for step in day.dropFirst().reversed() {
        low = max(low - most[step], floor[step - 1])
        high = min(high - least[step], ceiling[step - 1])
        lowest[step - 1] = max(lowest[step - 1], low)
        highest[step - 1] = min(highest[step - 1], high)
      }
      for step in day {
        // Numbers that cross by rounding only.
        if lowest[step] > highest[step], lowest[step] - highest[step] < 1e-9 * (1 + abs(low)) {
          highest[step] = lowest[step]
        }
      }
    }
    return (lowest, highest)
  }
}
