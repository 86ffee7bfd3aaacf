package import Hourly
import Tables

/// What is written for the hours of a horizon: values of them that formulations share.
package protocol Timed {
  var horizon: Horizon { get }
}

extension DispatchModel: Timed {}

extension Timed {
  /// The steps of the horizon.
  package var steps: Range<Int> { 0..<horizon.hours }

  /// The largest value over this hour and the hours before it, for every hour.
  package func largest(of value: HourlyValue, overLast hours: Int) -> HourlyValue {
    guard case .hourly = value else { return value }
    return .hourly(steps.map { value.maximum(over: max(0, $0 - hours)..<($0 + 1)) })
  }

  /// The change of a value since the hour before; 0 in the first hour.
  package func rise(of value: HourlyValue) -> HourlyValue {
    guard case .hourly(let values) = value else { return 0 }
    return .hourly(steps.map { $0 == 0 ? 0 : values[$0] - values[$0 - 1] })
  }

  /// A sum as it was some hours ago; before the first hour it was a number.
  package func delayed(_ sum: HourlySum, by hours: Int, before number: Double) -> HourlySum {
    guard hours > 0 else { return sum }
    var earlier = sum.lagged(by: hours)
    earlier.constant = .hourly(steps.map { $0 < hours ? number : sum.constant[$0 - hours] })
    return earlier
  }

  /// The absolute change of a value since the hour before.
  package func change(of value: HourlyValue) -> HourlyValue {
    guard case .hourly(let values) = value else { return 0 }
    return .hourly(steps.map { $0 == 0 ? 0 : abs(values[$0] - values[$0 - 1]) })
  }

  /// A number in the first hour and 0 in all others.
  package func onlyAtFirstStep(_ number: Double) -> HourlyValue {
    .hourly(steps.map { $0 == 0 ? number : 0 })
  }

  /// A number in the last hour and 0 in all others.
  package func onlyAtLastStep(_ number: Double) -> HourlyValue {
    .hourly(steps.map { $0 == steps.upperBound - 1 ? number : 0 })
  }

  /// The steps at whose end a store must hold its start level.
  package func stepsAtEnd(of rule: EndRule) -> [Int] {
    guard let last = steps.last else { return [] }
    switch rule {
    case .free: return []
    case .atLeastStart, .equalStart, .cyclic: return [last]
    case .daily, .weekly:
      let days = horizon.dayRanges.enumerated().filter {
        rule == .daily || ($0.offset + 1).isMultiple(of: 7)
      }
      return days.map { $0.element.upperBound - 1 }.filter { $0 != last } + [last]
    }
  }
}
