/// Two sides of one thing of which at most one may be used in a stage, such as charging and discharging.
///
/// A side is a set of runs of columns; place k of the exclusion joins the k-th column of each run. A side is at
/// rest where its columns stand at their lower bounds, or at their upper ones where it says so: a piece of a loss
/// is to be full before the next is begun, which is "not full" against "begun".
///
/// No linear program can state that. The program without it is the relaxation, whose bound stays valid; a
/// schedule that keeps it is found after it (``Solver``).
public struct Exclusion: Sendable, Equatable {
  /// One of the two sides.
  public struct Side: Sendable, Equatable {
    /// The first column of each run.
    package var firstColumns: [Int]
    /// Whether the columns rest at their upper bounds.
    package var restsAtUpper = false

    package init(firstColumns: [Int], restsAtUpper: Bool = false) {
      self.firstColumns = firstColumns
      self.restsAtUpper = restsAtUpper
    }
  }

  /// What excludes each other, for messages.
  public let name: String
  /// The two sides.
  package let sides: [Side]
  /// The number of places: the length of each run.
  package let count: Int

  package init(name: String, _ one: Side, _ other: Side, count: Int) {
    self.name = name
    sides = [one, other]
    self.count = count
  }
}

extension Exclusion {
  /// The same where the columns stand behind others.
  func shifted(by offset: Int) -> Exclusion {
    let moved = sides.map { side in
      Side(firstColumns: side.firstColumns.map { $0 + offset }, restsAtUpper: side.restsAtUpper)
    }
    return Exclusion(name: name, moved[0], moved[1], count: count)
  }
}

extension Exclusion {
  /// The same for the columns that are kept, by their new places (−1 where gone): a run for each stretch of places.
  func restricted(to position: [Int]) -> [Exclusion] {
    var found: [Exclusion] = []
    var start: Int?
    func close(at end: Int) {
      guard let first = start else { return }
      let moved = sides.map { side in
        Side(
          firstColumns: side.firstColumns.map { position[$0 + first] },
          restsAtUpper: side.restsAtUpper
        )
      }
      found.append(Exclusion(name: name, moved[0], moved[1], count: end - first))
      start = nil
    }
    let columns = sides.flatMap(\.firstColumns)
    for place in 0..<count {
      let isKept = columns.allSatisfy { position[$0 + place] >= 0 }
      let follows =
        place > 0 && columns.allSatisfy { position[$0 + place] == position[$0 + place - 1] + 1 }
      if start != nil, !isKept || !follows { close(at: place) }
      if isKept, start == nil { start = place }
    }
    close(at: count)
    return found
  }
}

/// One place of an exclusion with the side that is to rest there.
struct RestingSide: Sendable, Equatable {
  let exclusion: Int
  let place: Int
  let side: Int

  /// The same place with the other side at rest.
  var opposite: RestingSide { RestingSide(exclusion: exclusion, place: place, side: 1 - side) }
}

extension LinearProgram {
  /// The program without its exclusions.
  package var withoutExclusions: LinearProgram {
    var relaxed = self
    relaxed.exclusions = []
    return relaxed
  }

  /// How far a side is from rest at a place.
  func departure(of side: Exclusion.Side, at place: Int, in values: [Double]) -> Double {
    side.firstColumns.reduce(0) { most, first in
      let column = first + place
      let off =
        side.restsAtUpper
        ? columnUpper[column] - values[column] : values[column] - columnLower[column]
      return max(most, off)
    }
  }

  /// The places where both sides are used by more than a tolerance; of each, the side that is used less.
  func bothUsed(in values: [Double], above tolerance: Double) -> [RestingSide] {
    var found: [RestingSide] = []
    for (number, exclusion) in exclusions.enumerated() {
      for place in 0..<exclusion.count {
        let one = departure(of: exclusion.sides[0], at: place, in: values)
        guard one > tolerance else { continue }
        let other = departure(of: exclusion.sides[1], at: place, in: values)
        guard other > tolerance else { continue }
        found.append(RestingSide(exclusion: number, place: place, side: one < other ? 0 : 1))
      }
    }
    return found
  }

  /// The places where one side is used by more than a tolerance; of each, the side that is not.
  func oneUsed(in values: [Double], above tolerance: Double) -> [RestingSide] {
    var found: [RestingSide] = []
    for (number, exclusion) in exclusions.enumerated() {
      for place in 0..<exclusion.count {
        let used = exclusion.sides.map { departure(of: $0, at: place, in: values) > tolerance }
        guard used[0] != used[1] else { continue }
        found.append(RestingSide(exclusion: number, place: place, side: used[0] ? 1 : 0))
      }
    }
    return found
  }

  /// The stage of a place of an exclusion.
  func stage(of resting: RestingSide) -> Int {
    let side = exclusions[resting.exclusion].sides[resting.side]
    return Int(columnStage[side.firstColumns[0] + resting.place])
  }

  /// The program with some sides held at rest; nil where one is to be full and empty at once.
  func holding(_ places: some Sequence<RestingSide>) -> LinearProgram? {
    var held = self
    for resting in places {
      let side = exclusions[resting.exclusion].sides[resting.side]
      for first in side.firstColumns {
        let column = first + resting.place
        let rest = side.restsAtUpper ? columnUpper[column] : columnLower[column]
        guard held.columnLower[column] <= rest, rest <= held.columnUpper[column] else { return nil }
        (held.columnLower[column], held.columnUpper[column]) = (rest, rest)
      }
    }
    return held
  }

  /// Moves to rest what is off it by no more than a tolerance while the other side is used.
  func withoutTraces(_ values: [Double], below tolerance: Double) -> [Double] {
    var values = values
    for resting in bothUsed(in: values, above: 0) {
      let side = exclusions[resting.exclusion].sides[resting.side]
      guard departure(of: side, at: resting.place, in: values) <= tolerance else { continue }
      for first in side.firstColumns {
        let column = first + resting.place
        values[column] = side.restsAtUpper ? columnUpper[column] : columnLower[column]
      }
    }
    return values
  }
}
