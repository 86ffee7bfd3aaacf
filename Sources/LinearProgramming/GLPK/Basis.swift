/// Which rows and columns of a program are basic, and at which bound the others rest.
package struct Basis: Sendable, Equatable {
  /// The state of one row or column.
  package enum Status: UInt8, Sendable {
    /// In the basis (`GLP_BS`).
    case basic = 1
    /// At its lower bound (`GLP_NL`).
    case atLower = 2
    /// At its upper bound (`GLP_NU`).
    case atUpper = 3
    /// Free and at zero (`GLP_NF`).
    case free = 4
    /// At the one value it may have (`GLP_NS`).
    case fixed = 5
  }

  /// The status of each row.
  package var rows: [UInt8]
  /// The status of each column.
  package var columns: [UInt8]

  /// A basis of the given statuses.
  package init(rows: [UInt8], columns: [UInt8]) {
    self.rows = rows
    self.columns = columns
  }

  /// The number of basic rows and columns; a valid basis has as many as there are rows.
  package var basicCount: Int {
    let basic = Status.basic.rawValue
    var count = 0
    for status in rows where status == basic { count += 1 }
    for status in columns where status == basic { count += 1 }
    return count
  }
}
