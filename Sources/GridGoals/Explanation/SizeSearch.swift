package import LinearProgramming
import Tables

/// A search for how much of each option to take, in thousandths, by what a judge says of sizes.
///
/// The judge is asked seldom, since each answer is a dispatch, and is never guessed: sizes that are answered were
/// judged to hold. More of an option is taken to never do harm to what is asked.
package struct SizeSearch {
  /// What the judge answers: by how much sizes miss what is asked, 0 or less where they do not.
  package typealias Judge = (_ sizes: [Int]) throws(SolverError) -> Double?

  /// The parts of a whole option.
  package static let parts = 1000

  /// What the whole of each option costs.
  private let costs: [Double]
  /// What each option changes; those that change one thing are no more together than the whole of it.
  private let subjects: [String]
  /// The most that may be taken of each.
  private let limits: [Int]
  private let judge: Judge
  private var known: [[Int]: Double] = [:]

  package init(
    costs: [Double],
    subjects: [String],
    limits: [Int]? = nil,
    judge: @escaping Judge
  ) {
    (self.costs, self.subjects, self.judge) = (costs, subjects, judge)
    self.limits = limits ?? costs.map { _ in Self.parts }
  }

  /// What sizes cost.
  package func cost(of sizes: [Int]) -> Double {
    zip(costs, sizes).reduce(0) { $0 + $1.0 * Double($1.1) } / Double(Self.parts)
  }

  /// By how much sizes miss; 0 or less where they hold, infinite where there is no answer.
  package mutating func miss(of sizes: [Int]) throws(SolverError) -> Double {
    if let known = known[sizes] { return known }
    let miss = try judge(sizes) ?? .infinity
    known[sizes] = miss
    return miss
  }

  /// All options in full; where several change one thing, each as much as the others.
  package var most: [Int] {
    subjects.indices.map { index in
      min(limits[index], Self.parts / subjects.filter { $0 == subjects[index] }.count)
    }
  }

  /// The first sizes that hold on the way to others; nil where not even those do.
  package mutating func enlarged(
    from sizes: [Int],
    towards most: [Int]
  ) throws(SolverError) -> [Int]? {
    let way = zip(sizes, most).map { max(0, $1 - $0) }
    func along(_ step: Int) -> [Int] {
      zip(sizes, way).map { $0 + ($1 * step + Self.parts - 1) / Self.parts }
    }
    guard try miss(of: along(Self.parts)) <= 0 else { return nil }
    return along(try lowest(upTo: Self.parts, along: along))
  }

  /// Sizes of which no option alone can be taken less; the dearest is tried first.
  package mutating func shrunk(_ sizes: [Int]) throws(SolverError) -> [Int] {
    var sizes = sizes
    let order = sizes.indices.filter { sizes[$0] > 0 }.sorted { first, second in
      let (one, other) = (
        costs[first] * Double(sizes[first]), costs[second] * Double(sizes[second])
      )
      return one == other ? first < second : one > other
    }
    for option in order {
      let now = sizes
      sizes[option] = try lowest(upTo: now[option]) { size in
        var trial = now
        trial[option] = size
        return trial
      }
    }
    return sizes
  }

  /// Sizes of which the dearest option is taken less by each of some steps that still holds.
  package mutating func trimmed(_ sizes: [Int], by steps: [Int]) throws(SolverError) -> [Int] {
    let outlays = sizes.indices.map { costs[$0] * Double(sizes[$0]) }
    guard let most = outlays.max(), let dearest = outlays.firstIndex(of: most) else { return sizes }
    var sizes = sizes
    for step in steps where sizes[dearest] >= step {
      var trial = sizes
      trial[dearest] -= step
      if try miss(of: trial) <= 0 { sizes = trial }
    }
    return sizes
  }

  /// Sizes that cost less still: some of an option is given up for as much of another as is needed.
  package mutating func exchanged(_ sizes: [Int]) throws(SolverError) -> [Int] {
    var sizes = sizes
    var isBetter = sizes.count > 1
    while isBetter {
      isBetter = false
      for less in sizes.indices where sizes[less] > 0 {
        for more in sizes.indices where more != less {
          for portion in Self.portions where sizes[less] >= portion {
            guard let next = try traded(sizes, less, sizes[less] / portion, for: more) else {
              continue
            }
            (sizes, isBetter) = (next, true)
          }
        }
      }
    }
    return sizes
  }

  /// Sizes near some whose total cost is least, by steps of every option that halve.
  ///
  /// The total is nil where they miss; it is asked for so many sizes at the most.
  package func bettered(
    _ sizes: [Int],
    asking most: Int = 1000,
    total: Judge
  ) throws(SolverError) -> (sizes: [Int], total: Double)? {
    var tried: [[Int]: Double] = [:]
    func judged(_ sizes: [Int]) throws(SolverError) -> Double {
      if let known = tried[sizes] { return known }
      let value = try total(sizes) ?? .infinity
      tried[sizes] = value
      return value
    }
    var best = (sizes: sizes, total: try judged(sizes))
    guard best.total.isFinite else { return nil }
    var step = Self.firstStep
    while step >= 1, tried.count < most {
      var isBetter = false
      for trial in neighbours(of: best.sizes, at: step) where tried.count < most {
        let value = try judged(trial)
        if value < best.total { (best, isBetter) = ((trial, value), true) }
      }
      if !isBetter { step /= 2 }
    }
    return best
  }

  private static let firstStep = 16
  /// The parts of an option of which one is given up for another.
  private static let portions = [1, 4, 16, 64]

  /// Sizes with one option a step more or less, and with a step of one for another.
  private func neighbours(of sizes: [Int], at step: Int) -> [[Int]] {
    var moves: [[Int]] = []
    for option in sizes.indices {
      for way in [step, -step] {
        var move = sizes
        move[option] = min(limits[option], max(0, sizes[option] + way))
        moves.append(move)
        for other in sizes.indices where other != option {
          var pair = move
          pair[other] = min(limits[other], max(0, sizes[other] - way))
          if way > 0 { moves.append(pair) }
        }
      }
    }
    return moves.filter { $0 != sizes && isAllowed($0) }
  }

  /// Whether no thing is changed by more than the whole of an option.
  private func isAllowed(_ sizes: [Int]) -> Bool {
    subjects.indices.allSatisfy { room(for: $0, in: sizes) >= 0 }
  }

  /// What of an option can be taken beyond what is.
  package func room(for option: Int, in sizes: [Int]) -> Int {
    let taken = sizes.indices.reduce(0) {
      $0 + (subjects[$1] == subjects[option] ? sizes[$1] : 0)
    }
    return min(Self.parts - taken, limits[option] - sizes[option])
  }

  /// Sizes with so much less of an option and as much more of another as is needed; nil where that is no cheaper.
  private mutating func traded(
    _ sizes: [Int],
    _ less: Int,
    _ amount: Int,
    for more: Int
  ) throws(SolverError) -> [Int]? {
    guard amount > 0, sizes[less] >= amount else { return nil }
    var trial = sizes
    trial[less] -= amount
    let saved = costs[less] * Double(amount)
    // What is saved bounds what may be bought, to a part less: equal cost is no gain.
    let affordable =
      costs[more] > 0
      ? WholeNumber.nearest(saved / costs[more], .up, in: 0...1_000_000) - 1 : Self.parts
    let most = min(room(for: more, in: trial), affordable)
    guard most >= 0 else { return nil }
    let now = trial[more]
    func with(_ added: Int) -> [Int] {
      var next = trial
      next[more] = now + added
      return next
    }
    guard try miss(of: with(most)) <= 0 else { return nil }
    return with(try lowest(upTo: most, along: with))
  }

  /// The least step of a line that holds, given that the last one does.
  ///
  /// What is missed falls along the line and mostly bends upwards, so the chord ends where it holds; then the step
  /// before is tried, then the middle.
  private mutating func lowest(upTo last: Int, along line: (Int) -> [Int]) throws(SolverError)
    -> Int
  {
    guard last > 0 else { return 0 }
    var (low, high) = (0, last)
    var below = try miss(of: line(0))
    if below <= 0 { return 0 }
    var above = try miss(of: line(last))
    var turn = 0
    while high - low > 1 {
      var probe = (low + high) / 2
      if turn % 3 == 0, below.isFinite, above.isFinite, below > above {
        probe =
          low
          + WholeNumber.nearest(
            Double(high - low) * below / (below - above),
            .up,
            in: 0...high - low
          )
      } else if turn % 3 == 1, below.isFinite {
        probe = high - 1
      }
      turn += 1
      probe = min(high - 1, max(low + 1, probe))
      let value = try miss(of: line(probe))
      if value <= 0 { (high, above) = (probe, value) } else { (low, below) = (probe, value) }
    }
    return high
  }
}
