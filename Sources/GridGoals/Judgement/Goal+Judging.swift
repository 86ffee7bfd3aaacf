public import GridFormulation
import Hourly
import Tables

extension Goal {
  /// Whether a value meets the threshold; one that may be reached is reached to the solver's accuracy.
  public func isMet(by value: Double) -> Bool {
    guard let threshold else { return true }
    let accuracy = 1e-7 * size
    switch comparison {
    case .atLeast: return value >= threshold - accuracy
    case .atMost: return value <= threshold + accuracy
    case .above: return value > (threshold == 0 ? accuracy : threshold)
    case .below: return value < (threshold == 0 ? -accuracy : threshold)
    case .about: return value >= leastOfAbout(threshold) - accuracy
    }
  }

  /// What the solver's accuracy is a share of: the threshold, and beside 0 a unit of the metric.
  package var size: Double {
    guard let threshold, threshold == 0 else { return max(abs(threshold ?? 0), 1e-3) }
    return MetricCatalogue.metric(named: metric)?.sizeBesideZero ?? 1e-3
  }

  /// Whether so many hours make a year.
  package static func isWholeYear(_ hours: Int) -> Bool { hours >= 8760 }

  /// The goal as it holds over the hours that a model solves: amounts of a year cut to their share.
  ///
  /// The zones of its place are looked up. Done twice it changes nothing more.
  package func settled(over setting: Setting) -> Goal {
    var goal = self
    goal.zoneNames = zone.map { setting.zoneNames(in: $0) }
    guard let metric = MetricCatalogue.metric(named: metric), setting.horizon.hours > 0 else {
      return goal
    }
    let isWhole = Self.isWholeYear(setting.horizon.hours)
    let isAmount = metric.isYearly(self)
    let share = isWhole || !(isAmount || baseline != nil) ? 1 : setting.yearShare
    goal.baseline = baseline.map { $0 * share / yearShare }
    if isAmount { goal.threshold = threshold.map { $0 * share / yearShare } }
    goal.yearShare = share
    return goal
  }

  /// Why the model cannot judge it, whatever the schedule; nil where it can.
  package func reasonNotJudged(in setting: Setting) -> String? {
    if calledMisprint { return "the source misprints the figure" }
    let modelYear = setting.year
    if let year, year > modelYear, !judgesAhead {
      return "the target is for \(year), the model of \(modelYear); `judge-ahead: yes` judges it"
    }
    return nil
  }

  /// Whether the figure is called a misprint, by its key or by its note.
  package var calledMisprint: Bool {
    isMisprint || (note?.lowercased().contains("misprint") ?? false)
  }

  /// What a reader must know of how it was judged, beside what the metric says.
  func remarks(on value: Double?, in setting: Setting, unit: String) -> [String] {
    var remarks: [String] = []
    if let year, year != setting.year, year < setting.year || judgesAhead {
      remarks.append("the target is for \(year), the model of \(setting.year)")
    }
    if let yearlyThreshold, yearlyThreshold != 0 {
      let yearly =
        yearlyThreshold < 1000
        ? NumberText.shortest((yearlyThreshold * 1e6).rounded() / 1e6)
        : NumberText.grouped(yearlyThreshold.rounded())
      remarks.append("\(yearly) \(unit) a year, here the share of \(setting.horizon.hours) h")
    } else if yearShare != 1, let baseline, baseline != 0 {
      remarks.append("of the year's baseline the share of \(setting.horizon.hours) h")
    }
    if comparison == .about, let value, let threshold, threshold != 0,
      abs(value - threshold) > Self.aboutRange * abs(threshold)
    {
      let off = NumberText.fixed(100 * abs(value / threshold - 1), decimals: 0)
      remarks.append(
        "warning: \(off) % \(value > threshold ? "above" : "below") a target that says about"
      )
    }
    return remarks
  }

  /// The threshold of a whole year where the goal holds that of fewer hours; nil where it does not.
  package var yearlyThreshold: Double? {
    guard yearShare != 1, let metric = MetricCatalogue.metric(named: metric),
      metric.isYearly(self)
    else { return nil }
    return threshold.map { $0 / yearShare }
  }

  /// How far from "about" a target a value is told, as a share of it.
  private static let aboutRange = 0.25
}

extension Goal.Comparison {
  /// Whether less of the metric is better.
  package var isCeiling: Bool { self == .atMost || self == .below }
}
