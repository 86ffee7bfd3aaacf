import Hourly
import Tables

/// How long a call of load lasts and how many a day has.
struct CallRule {
  /// Longest duration of a call, h.
  var hours: Int
  /// Calls allowed a day.
  var perDay: Double

  /// Calls that do not fit into a day, or are longer than the load ever runs.
  func complaints(availability: Profile, in setting: Setting) -> [Complaint] {
    if Double(hours) * perDay.rounded(.down) > 24 {
      return [
        Complaint(
          "hours_per_call",
          "times calls_per_day is \(NumberText.shortest(Double(hours) * perDay.rounded(.down))) h, more than a day has",
          fix: "Lower hours_per_call or calls_per_day."
        )
      ]
    }
    guard setting.horizon == setting.modelHorizon, hours <= setting.horizon.hours,
      let longest = longestRun(of: setting.value(of: availability), over: setting.horizon),
      longest < hours
    else { return [] }
    return [
      Complaint(
        "hours_per_call",
        "is longer than the load ever runs at a stretch: \(longest) h",
        fix: "Shorten the call to \(longest) h, or check availability."
      )
    ]
  }

  /// The most hours in a row in which something runs; nil where nothing does or all hours do.
  private func longestRun(of running: HourlyValue, over horizon: Horizon) -> Int? {
    guard case .hourly = running else { return nil }
    var (longest, current) = (0, 0)
    for step in horizon.steps {
      current = running[step] > 0 ? current + 1 : 0
      longest = max(longest, current)
    }
    return longest > 0 ? longest : nil
  }
}
