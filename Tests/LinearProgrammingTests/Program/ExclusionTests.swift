import Testing

@testable import LinearProgramming

struct ExclusionTests {
  /// Three hours of a (0…5), b (0…6) and c (0…7): a against b and c, where a rests empty and b and c full.
  private let program: LinearProgram = {
    var builder = LinearProgramBuilder()
    for upper in [5.0, 6, 7] {
      for hour in 0..<3 { builder.addColumn(upper: upper, stage: hour) }
    }
    builder.exclude(
      Exclusion(
        name: "a or b and c",
        .init(firstColumns: [0]),
        .init(firstColumns: [3, 6], restsAtUpper: true),
        count: 3
      )
    )
    return builder.build()
  }()

  /// In hour 0 a is off by 2, b and c by 0 and 1; in hour 1 a rests, in hour 2 b and c do.
  private let values = [2.0, 0, 4, 6, 1, 6, 6, 2, 7]

  @Test func `a side is off rest by the farthest of its columns`() {
    let sides = program.exclusions[0].sides
    #expect((0..<3).map { program.departure(of: sides[0], at: $0, in: values) } == [2, 0, 4])
    #expect((0..<3).map { program.departure(of: sides[1], at: $0, in: values) } == [1, 5, 0])
  }

  @Test func `where both sides are used the smaller one is named`() {
    #expect(
      program.bothUsed(in: values, above: 1e-6) == [RestingSide(exclusion: 0, place: 0, side: 1)]
    )
    #expect(program.bothUsed(in: values, above: 1).isEmpty)
    var other = values
    other[0] = 0.5
    #expect(program.bothUsed(in: other, above: 1e-6).map(\.side) == [0])
  }

  @Test func `where one side is used the other is named`() {
    #expect(
      program.oneUsed(in: values, above: 1e-6) == [
        RestingSide(exclusion: 0, place: 1, side: 0), RestingSide(exclusion: 0, place: 2, side: 1),
      ]
    )
  }

  @Test func `a side that is held at rest has no other value`() throws {
    let sides = (0..<2).map { RestingSide(exclusion: 0, place: $0, side: $0) }
    let held = try #require(program.holding(sides))
    #expect(held.columnUpper == [0, 5, 5, 6, 6, 6, 7, 7, 7])
    #expect(held.columnLower == [0, 0, 0, 0, 6, 0, 0, 7, 0])
    #expect(sides.map { program.stage(of: $0) } == [0, 1])
    #expect(sides[0].opposite == RestingSide(exclusion: 0, place: 0, side: 1))
  }

  /// b full by one exclusion and empty by another cannot be.
  @Test func `a column cannot rest at both of its bounds`() {
    var builder = LinearProgramBuilder()
    builder.append(program)
    builder.exclude(
      Exclusion(name: "b", .init(firstColumns: [3]), .init(firstColumns: [0]), count: 3)
    )
    let both = builder.build()
    let full = RestingSide(exclusion: 0, place: 1, side: 1)
    let empty = RestingSide(exclusion: 1, place: 1, side: 0)
    #expect(both.holding([full, empty]) == nil)
    #expect(both.holding([full, RestingSide(exclusion: 1, place: 2, side: 0)]) != nil)
  }

  /// 10⁻⁸ of a beside a side that is used goes to 0, 2 stays; where the other side rests nothing moves.
  @Test func `traces go to rest where the other side is used`() {
    var traced = values
    traced[1] = 1e-8
    traced[2] = 1e-8
    let cleaned = program.withoutTraces(traced, below: 1e-6)
    #expect(cleaned == [2, 0, 1e-8, 6, 1, 6, 6, 2, 7])
  }

  /// Hour 1 of a is gone and hour 2 of all stands one place earlier: two runs of one hour.
  @Test func `what is kept of an exclusion are the places where all columns are`() {
    let position = [0, -1, 1, 2, 3, 4, 5, 6, 7]
    let kept = program.exclusions[0].restricted(to: position)
    #expect(kept.map(\.count) == [1, 1])
    #expect(kept.map { $0.sides.map(\.firstColumns) } == [[[0], [2, 5]], [[1], [4, 7]]])
    #expect(kept[1].sides[1].restsAtUpper)
    // A column between b's first two parts them as well.
    let parted = program.exclusions[0].restricted(to: [0, 1, 2, 3, 5, 6, 7, 8, 9])
    #expect(parted.map(\.count) == [1, 2])
    #expect(parted.map { $0.sides.map(\.firstColumns) } == [[[0], [3, 7]], [[1], [5, 8]]])
    let all = program.exclusions[0].restricted(to: Array(0..<9))
    #expect(all == program.exclusions)
    #expect(program.exclusions[0].shifted(by: 4).sides[1].firstColumns == [7, 10])
  }
}
