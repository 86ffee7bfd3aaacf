package import Tables

/// What a column is to explanations: part of a class of limits, or none for a reason.
package struct ColumnLimit<Value: Sendable>: Sendable {
  /// The class that it is part of, nil for none.
  let cause: PhysicalCause?
  /// Why it states no limit, nil where it does.
  let reason: NoLimit?
  /// The value where its class is taken away.
  let widened: @Sendable (Value) -> Value

  private init(
    _ cause: PhysicalCause?,
    _ reason: NoLimit?,
    _ widened: @escaping @Sendable (Value) -> Value
  ) {
    (self.cause, self.reason, self.widened) = (cause, reason, widened)
  }

  /// No limit that an explanation could take away.
  package static func none(_ reason: NoLimit) -> ColumnLimit {
    ColumnLimit(nil, reason) { $0 }
  }

  /// Part of a class of limits, without which it is the value given.
  package static func part(of cause: PhysicalCause, to value: Value) -> ColumnLimit {
    ColumnLimit(cause, nil) { _ in value }
  }

  /// Part of a class of limits that the kind's own `relax` takes away.
  package static func stated(_ cause: PhysicalCause) -> ColumnLimit {
    ColumnLimit(cause, nil) { $0 }
  }
}

extension ColumnLimit where Value: Quantity {
  /// Part of a class of limits, without which it is many times as large.
  package static func part(of cause: PhysicalCause) -> ColumnLimit {
    ColumnLimit(cause, nil) { $0.relaxed }
  }
}

extension ColumnLimit {
  /// Part of a class of limits, without which it is many times as large where there is one.
  package static func part<Number: Quantity>(of cause: PhysicalCause) -> ColumnLimit
  where Value == Number? {
    ColumnLimit(cause, nil) { $0.map(\.relaxed) }
  }
}

extension Quantity {
  /// As many times as large as a limit becomes.
  package var relaxed: Self { Self(PhysicalCause.factor * value) }
}

/// Why a column states no limit that an explanation could take away.
package enum NoLimit: String, Sendable, CaseIterable {
  /// It says what the asset is, where it stands or what belongs to it.
  case identity = "names the asset or what belongs to it"
  /// It says how much of the asset there is: more of it is an option, with a price.
  case size = "is how much of it there is, which options change"
  /// It is given from outside, such as weather, demand, or when units are out.
  case given = "is given from outside"
  /// It says what is lost or burnt on the way.
  case conversion = "is what is lost or burnt on the way"
  /// It is a price; what is dear is no limit.
  case price = "is a price"
  /// It bears on reports, goals or payments and on no schedule.
  case account = "bears on reports and payments only"
  /// It says what holds before the first hour or after the last.
  case boundary = "is what holds before the first hour or after the last"
  /// It says who holds reserve; how much is due is the class of reserve.
  case reserve = "says who holds reserve; what is due is a limit of its own"
  /// It bounds power by the heat that is due, which is relaxed with the heating floor.
  case heat = "binds by the heat that is due, which is a limit of its own"
  /// What the zone's load holds already follows from it, so it cannot change alone.
  case baseline = "makes the baseline, which the load holds already"
}
