/// A number an hour: one for all hours, or one for each.
package enum HourlyValue: Sendable, Equatable {
  case constant(Double)
  case hourly([Double])

  /// The value at a step.
  package subscript(step: Int) -> Double {
    switch self {
    case .constant(let value): value
    case .hourly(let values): values[step]
    }
  }

  /// The largest value over the given steps; 0 where there are none.
  package func maximum(over steps: Range<Int>) -> Double {
    switch self {
    case .constant(let value): steps.isEmpty ? 0 : value
    case .hourly(let values): values[steps].max() ?? 0
    }
  }

  /// The smallest value over the given steps; 0 where there are none.
  package func minimum(over steps: Range<Int>) -> Double { -map { -$0 }.maximum(over: steps) }

  /// The largest value of all hours.
  package var most: Double {
    switch self {
    case .constant(let value): value
    case .hourly(let values): values.max() ?? 0
    }
  }

  /// The smallest value of all hours.
  package var least: Double { -map { -$0 }.most }

  /// Whether every hour holds this number.
  package func isEverywhere(_ number: Double) -> Bool {
    switch self {
    case .constant(let value): value == number
    case .hourly(let values): values.allSatisfy { $0 == number }
    }
  }

  /// The same with each number changed.
  package func map(_ transform: (Double) -> Double) -> HourlyValue {
    switch self {
    case .constant(let value): .constant(transform(value))
    case .hourly(let values): .hourly(values.map(transform))
    }
  }

  /// Joins two values hour by hour.
  package func combined(
    with other: HourlyValue,
    _ transform: (Double, Double) -> Double
  ) -> HourlyValue {
    switch (self, other) {
    case (.constant(let left), _): other.map { transform(left, $0) }
    case (_, .constant(let right)): map { transform($0, right) }
    case (.hourly(let left), .hourly(let right)): .hourly(zip(left, right).map(transform))
    }
  }

  package static func * (scale: Double, value: HourlyValue) -> HourlyValue {
    value.map { scale * $0 }
  }

  package static func * (left: HourlyValue, right: HourlyValue) -> HourlyValue {
    left.combined(with: right, *)
  }

  package static func + (left: HourlyValue, right: HourlyValue) -> HourlyValue {
    left.combined(with: right, +)
  }

  package static func - (left: HourlyValue, right: HourlyValue) -> HourlyValue {
    left.combined(with: right, -)
  }
}

extension HourlyValue: ExpressibleByFloatLiteral, ExpressibleByIntegerLiteral {
  package init(floatLiteral value: Double) { self = .constant(value) }
  package init(integerLiteral value: Int) { self = .constant(Double(value)) }
}
