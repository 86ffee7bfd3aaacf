package import Tables

/// A column of an asset's table, declared once and wholly: what is read, and what limit it states.
package struct Column<Kind: Asset>: Sendable {
  /// How it is read, checked and described.
  package let field: Field<Kind>
  /// The class of limits that it is part of, nil for none.
  package let cause: PhysicalCause?
  /// Why it states no limit, nil where it does.
  package let reason: NoLimit?
  /// Takes its part of the class of limits away.
  let widen: @Sendable (inout Kind) -> Void

  /// Declares a column as a field is declared, and with the limit that it states.
  package init<Value: FieldValue>(
    _ name: String,
    _ path: any WritableKeyPath<Kind, Value> & Sendable,
    as form: FieldForm<Value>? = nil,
    in range: ClosedRange<Double>? = nil,
    required: Bool = false,
    unit: Unit? = nil,
    limit: ColumnLimit<Value>,
    _ documentation: String,
    source: String = ""
  ) {
    field = Field(
      name,
      path,
      as: form,
      in: range,
      required: required,
      unit: unit,
      documentation,
      source: source
    )
    (cause, reason) = (limit.cause, limit.reason)
    widen = { $0[keyPath: path] = limit.widened($0[keyPath: path]) }
  }
}

extension Asset {
  /// The parameters as they are read.
  package static var fields: [Field<Self>] { columns.map(\.field) }

  /// The asset without a class of limits; nil where its kind has none of them.
  package func relaxed(_ cause: PhysicalCause) -> Self? {
    guard Self.columns.contains(where: { $0.cause == cause }) else { return nil }
    var asset = self
    asset.relax(cause)
    return asset
  }

  /// Takes a class of limits away: each column that is part of it becomes as wide as can be.
  package mutating func relax(_ cause: PhysicalCause) { widen(cause) }

  /// Widens the columns of a class of limits.
  package mutating func widen(_ cause: PhysicalCause) {
    for column in Self.columns where column.cause == cause { column.widen(&self) }
  }
}
