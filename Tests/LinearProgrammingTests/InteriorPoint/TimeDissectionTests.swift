import Testing

@testable import LinearProgramming

struct TimeDissectionTests {
  /// Rows by the columns they touch, each with a stage.
  private struct Pattern {
    var rows: [[Int]]
    var stage: [Int32]
    var columnCount: Int

    /// Hours that each share a column with the hour before.
    static func path(_ hours: Int) -> Pattern {
      Pattern(
        rows: (0..<hours).map { [$0, $0 + 1] },
        stage: (0..<hours).map { Int32($0) },
        columnCount: hours + 1
      )
    }

    var groups: [Int32] {
      TimeDissection(
        columnsOf: SparseMatrix(
          vectors: rows.count,
          width: columnCount,
          vectorOf: rows.indices.flatMap { row in rows[row].map { _ in Int32(row) } },
          indexOf: rows.flatMap { $0.map { Int32($0) } },
          values: rows.flatMap { $0.map { _ in 1 } }
        ),
        columnCount: columnCount,
        stage: stage
      ).group
    }
  }

  /// 1,024 hours are cut at 512, then at 256 and 768, and the first quarter of 256 rows at 128.
  ///
  /// The other parts have 255 rows, which stay whole. A cut hour comes after both of its sides.
  @Test func `a path is halved at its middle hours`() {
    let group = Pattern.path(1_024).groups
    let runs: [(Range<Int>, Int32)] = [
      (0..<128, 0), (128..<129, 2), (129..<256, 1), (256..<257, 4), (257..<512, 3),
      (512..<513, 8), (513..<768, 5), (768..<769, 7), (769..<1_024, 6),
    ]
    for (hours, number) in runs {
      #expect(group[hours].allSatisfy { $0 == number }, "hours \(hours)")
    }
  }

  @Test func `a short path stays whole`() {
    let group = Pattern.path(255).groups
    #expect(group.allSatisfy { $0 == 0 })
  }

  /// One column in all of 600 rows: either half is all border, a sixteenth of them at most would be worth a cut.
  @Test func `rows that all touch each other are not cut`() {
    var pattern = Pattern.path(600)
    pattern.rows = pattern.rows.map { $0 + [601] }
    pattern.columnCount = 602
    let group = pattern.groups
    #expect(group.allSatisfy { $0 == 0 })
  }

  /// A limit over all hours touches every row's column and comes last.
  @Test func `rows without a stage are eliminated last`() {
    var pattern = Pattern.path(600)
    pattern.rows.insert(Array(0..<600), at: 0)
    pattern.stage.insert(-1, at: 0)
    let group = pattern.groups
    #expect(group[0] == group.max())
    #expect(group.dropFirst().allSatisfy { $0 < group[0] })
    #expect(group[1 + 300] == group[0] - 1)
  }

  /// Eight weeks of hours with a row for each week: the cut in a week takes that week's row along.
  @Test func `weekly rows are part of the separators they cross`() throws {
    let hours = 8 * 168 - 84
    var pattern = Pattern.path(hours)
    for week in 0..<7 {
      pattern.rows.append(Array((week * 168 + 1)...((week + 1) * 168)))
      pattern.stage.append(Int32((week + 1) * 168 - 1))
    }
    let group = pattern.groups
    let last = try #require(group.max())
    let separator = group.indices.filter { group[$0] == last }
    // Of 1,267 rows the middle is in hour 630, in the fourth week (504 to 671), whose row is the one in the cut.
    #expect(separator == [630, hours + 3])
    #expect(falls(Array(0...last), group, pattern))
  }

  /// Units with a balance an hour, ramps and rows of eight hours, as they come in a year, drawn by a seed.
  @Test(arguments: UInt64(1)...12)
  func `both sides of every separator touch nothing of each other`(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let units = 1 + Int(random.unit() * 4)
    let hours = 200 + Int(random.unit() * 400)
    let reach = 1 + Int(random.unit() * 7)
    var pattern = Pattern(rows: [], stage: [], columnCount: units * hours)
    for hour in 0..<hours {
      let now = (0..<units).map { hour * units + $0 }
      pattern.rows.append(now)
      pattern.stage.append(Int32(hour))
      for unit in 0..<units where random.unit() < 0.8 {
        let first = max(0, hour - (random.unit() < 0.3 ? reach : 1))
        pattern.rows.append((first...hour).map { $0 * units + unit })
        pattern.stage.append(Int32(hour))
      }
    }
    let group = pattern.groups
    let last = group.max() ?? 0
    #expect(last >= 2, "seed \(seed)")
    #expect(Set(group).count == Int(last) + 1, "seed \(seed)")
    #expect(falls(Array(0...last), group, pattern), "seed \(seed)")
  }

  /// Whether groups fall apart: all but the last into an earlier and a later part that share no column.
  private func falls(_ groups: [Int32], _ group: [Int32], _ pattern: Pattern) -> Bool {
    let parts = Array(groups.dropLast())
    guard parts.count > 1 else { return true }
    return (1..<parts.count).contains { cut in
      let (early, late) = (Array(parts[..<cut]), Array(parts[cut...]))
      var (latest, first) = (Int32.min, Int32.max)
      var touched = Set<Int>()
      for row in group.indices where early.contains(group[row]) {
        latest = max(latest, pattern.stage[row])
        touched.formUnion(pattern.rows[row])
      }
      for row in group.indices where late.contains(group[row]) {
        first = min(first, pattern.stage[row])
        guard touched.isDisjoint(with: pattern.rows[row]) else { return false }
      }
      return latest < first && falls(early, group, pattern) && falls(late, group, pattern)
    }
  }
}
