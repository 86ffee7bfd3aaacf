/// The fronts of a factor as a tree: each passes what it leaves to the next front it touches.
///
/// Fronts are numbered so that a front's descendants are the run just before it. Fronts whose
/// subtrees are small parts of the work are done in *runs*, side by side; the few above them, the
/// *trunk*, follow level by level. Runs and trunk depend on the program alone.
struct FrontTree: Sendable {
  /// The first place of each front; one more than there are fronts.
  let placeStarts: [Int32]
  /// Where each front's places begin in `places`.
  let starts: [Int32]
  /// The places of each front's rows, ascending, its own first.
  let places: [Int32]
  /// Where in the parent's rows each of these is; of no meaning for a front's own.
  private(set) var parentRows: [Int32]
  /// Where each front's part of the factor begins; one more than there are fronts.
  private(set) var panelStarts: [Int] = [0]
  /// The first child of each front and the next child of its parent; −1 where there is none.
  private(set) var firstChild: [Int32]
  private(set) var nextChild: [Int32]
  /// Runs of whole subtrees, none of which touches another.
  private(set) var runs: [Range<Int>] = []
  /// Chains of fronts above the runs, by level: a chain needs only what lower levels hold.
  private(set) var levels: [[[Int]]] = []
  /// The fronts of all chains, ascending.
  private(set) var trunk: [Int] = []
  private var parent: [Int32]

  /// The number of fronts.
  var count: Int { placeStarts.count - 1 }

  /// No run is a larger part of the work than one of so many, unless it is small.
  private static let parts = 64.0
  /// Multiplications of a factorisation, about.
  var work: Double {
    (0..<count).reduce(0.0) { sum, front in
      let (height, width) = (Double(height(front)), Double(width(front)))
      return sum + width * height * height
    }
  }
  /// Multiplications for each number of the factor: how dear a factorisation is beside a solution.
  var workPerNumber: Double { work / Double(max(1, panelStarts[count])) }

  /// Work below which a run is not worth a thread.
  private static let smallestRun = 1e6

  /// The tree of the fronts that an analysis found.
  init(_ analysis: FrontAnalysis) {
    (placeStarts, starts, places) = (analysis.placeStarts, analysis.starts, analysis.places)
    let count = analysis.placeStarts.count - 1
    parentRows = [Int32](repeating: -1, count: places.count)
    parent = [Int32](repeating: -1, count: count)
    (firstChild, nextChild) = (parent, parent)
    var frontOf = [Int32](repeating: 0, count: Int(placeStarts[count]))
    for front in 0..<count {
      for place in ownPlaces(front) { frontOf[place] = Int32(front) }
      panelStarts.append(panelStarts[front] + height(front) * width(front))
    }
    for front in (0..<count).reversed() where height(front) > width(front) {
      let above = Int(frontOf[Int(places[Int(starts[front]) + width(front)])])
      parent[front] = Int32(above)
      (nextChild[front], firstChild[above]) = (firstChild[above], Int32(front))
      var position = 0
      for row in (Int(starts[front]) + width(front))..<Int(starts[front + 1]) {
        while places[Int(starts[above]) + position] < places[row] { position += 1 }
        parentRows[row] = Int32(position)
      }
    }
    divide()
  }

  /// The number of rows of a front.
  func height(_ front: Int) -> Int { Int(starts[front + 1] - starts[front]) }
  /// The number of places that a front eliminates.
  func width(_ front: Int) -> Int { Int(placeStarts[front + 1] - placeStarts[front]) }
  /// The places that a front eliminates.
  func ownPlaces(_ front: Int) -> Range<Int> {
    Int(placeStarts[front])..<Int(placeStarts[front + 1])
  }

  private mutating func divide() {
    var work = (0..<count).map { front in
      let (height, width) = (Double(height(front)), Double(width(front)))
      return width * height * height + 1e3
    }
    let own = work
    for front in 0..<count where parent[front] >= 0 { work[Int(parent[front])] += work[front] }
    let limit = max(Self.smallestRun, own.reduce(0, +) / Self.parts)
    var (begin, load) = (0, 0.0)
    var (level, chain) = ([Int](repeating: -1, count: count), [Int](repeating: -1, count: count))
    for front in 0..<count {
      guard work[front] > limit else {
        load += own[front]
        let isRoot = parent[front] < 0 || work[Int(parent[front])] > limit
        if isRoot, load > limit / 2 || front + 1 == count || work[front + 1] > limit {
          runs.append(begin..<(front + 1))
          (begin, load) = (front + 1, 0)
        }
        continue
      }
      (begin, load) = (front + 1, 0)
      trunk.append(front)
      let below = children(of: front).filter { level[$0] >= 0 }
      level[front] = below.map { level[$0] }.max() ?? -1
      if below.count == 1 {
        chain[front] = chain[below[0]]
        levels[level[front]][chain[front]].append(front)
      } else {
        level[front] += 1
        if level[front] == levels.count { levels.append([]) }
        chain[front] = levels[level[front]].count
        levels[level[front]].append([front])
      }
    }
  }

  /// The children of a front, ascending.
  func children(of front: Int) -> [Int] {
    var (result, child) = ([Int](), Int(firstChild[front]))
    while child >= 0 {
      result.append(child)
      child = Int(nextChild[child])
    }
    return result
  }
}
