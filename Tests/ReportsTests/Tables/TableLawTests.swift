import Reports
import Tables
import Testing

/// What holds of every table of a report.
struct TableLawTests {
  private static let reports = [
    Result { try WrittenFolder.tutorial.get().report() },
    Result { try TwoMonths.result.get().report(in: .chinese) },
  ]

  @Test(arguments: 0..<2) func `a sum is the sum of its rows`(index: Int) throws {
    for (_, table) in try Self.reports[index].get().tables {
      for row in table.rows where !row.terms.isEmpty {
        for column in table.columns.indices {
          guard case .number(let sum, let measure) = row.cells[column], measure.isAmount else {
            continue
          }
          let parts = row.terms.reduce(0.0) { all, term in
            let value = table.rows[term.row].cells[column].value ?? 0
            return all + (term.isTaken ? -value : value)
          }
          #expect(isNear(parts, sum, within: 1e-6 * (1 + abs(sum))), "\(table.id): \(row.label)")
        }
      }
    }
  }

  @Test(arguments: 0..<2) func `a total is the sum of its columns`(index: Int) throws {
    for (_, table) in try Self.reports[index].get().tables {
      guard let total = table.total else { continue }
      for row in table.rows where row.role != .heading {
        guard case .number(let sum, let measure) = row.cells[total.column], measure.isAmount else {
          continue
        }
        let parts = total.of.reduce(0.0) { $0 + (row.cells[$1].value ?? 0) }
        #expect(isNear(parts, sum, within: 1e-6 * (1 + abs(sum))), "\(table.id): \(row.label)")
      }
    }
  }

  @Test(arguments: 0..<2) func `every table has a name of its own and tells how it is computed`(
    index: Int
  ) throws {
    let tables = try Self.reports[index].get().tables.map(\.table)
    #expect(Set(tables.map(\.id)).count == tables.count)
    for table in tables {
      #expect(!table.isEmpty && !table.notes.isEmpty, "\(table.id)")
      #expect(table.notes.allSatisfy { !$0.contains("{") && !$0.hasPrefix("note") }, "\(table.id)")
    }
  }
}

extension Measure {
  /// Whether numbers of it may be summed.
  fileprivate var isAmount: Bool {
    switch self {
    case .power, .energy, .money, .coal, .carbon, .pollutant: true
    case .price, .coalRate, .share, .hours, .count: false
    }
  }
}
