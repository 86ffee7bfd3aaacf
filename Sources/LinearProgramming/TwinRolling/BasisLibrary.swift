/// The bases of earlier windows, to start later ones from.
///
/// Windows of one shape have the same rows and columns at other hours, so a basis carries over by
/// position: with the same matrix and nearly the same costs it stays nearly dual feasible. Among
/// them the window with the nearest right-hand sides and column bounds is taken.
struct BasisLibrary {
  /// What makes the bases of two windows fit each other.
  struct Signature: Equatable {
    /// The shape of each stage.
    var shapes: ArraySlice<Int32>
    /// The keys of rows and columns beyond those of the stages.
    var extraKeys: [Int32]

    static func == (left: Signature, right: Signature) -> Bool {
      left.shapes.elementsEqual(right.shapes) && left.extraKeys == right.extraKeys
    }
  }

  private struct Entry {
    let first: Int
    let signature: Signature
    let basis: Basis
  }

  private static let capacity = 24
  private let index: StagedIndex
  private let rowProfile: [Double]
  private let columnProfile: [Double]
  private var entries: [Entry] = []

  init(_ program: LinearProgram, _ index: StagedIndex) {
    self.index = index
    rowProfile = index.rowOrder.map { row in
      let (lower, upper) = (program.rowLower[Int(row)], program.rowUpper[Int(row)])
      return lower.isFinite ? lower : upper.isFinite ? upper : 0
    }
    columnProfile = index.columnOrder.map { column in
      let upper = program.columnUpper[Int(column)]
      return upper.isFinite ? upper : 0
    }
  }

  /// Keeps the basis of the window that begins at a stage.
  mutating func keep(_ basis: Basis, first: Int, signature: Signature) {
    if entries.count == Self.capacity { entries.removeFirst() }
    entries.append(Entry(first: first, signature: signature, basis: basis))
  }

  /// The best basis at hand for a window; nil where none fits.
  func start(first: Int, signature: Signature) -> Basis? {
    var best: (distance: Double, basis: Basis)?
    for entry in entries.reversed() where entry.signature == signature {
      let distance = distance(entry.first, first, stages: signature.shapes.count)
      if distance < best?.distance ?? .infinity { best = (distance, entry.basis) }
    }
    if let best { return best.basis }
    return entries.last.map { adapted($0, first: first, signature: signature) }
  }

  private func distance(_ left: Int, _ right: Int, stages: Int) -> Double {
    let rows = index.rowStart[left + stages] - index.rowStart[left]
    let columns = index.columnStart[left + stages] - index.columnStart[left]
    return Self.distance(rowProfile, index.rowStart[left], index.rowStart[right], rows)
      + Self.distance(
        columnProfile,
        index.columnStart[left],
        index.columnStart[right],
        columns
      )
  }

  private static func distance(_ values: [Double], _ left: Int, _ right: Int, _ count: Int)
    -> Double
  {
    values.withUnsafeBufferPointer { values in
      var sum = 0.0
      for offset in 0..<count { sum += abs(values[left + offset] - values[right + offset]) }
      return sum
    }
  }

  /// Carries a basis over to a window of another shape, key by key and stage by stage.
  private func adapted(_ entry: Entry, first: Int, signature: Signature) -> Basis {
    let stages = signature.shapes.count
    let common = min(stages, entry.signature.shapes.count)
    let columnCount = index.columnStart[first + stages] - index.columnStart[first]
    let rowCount = index.rowStart[first + stages] - index.rowStart[first]
    var basis = Basis(
      rows: [UInt8](repeating: Basis.Status.basic.rawValue, count: rowCount),
      columns: [UInt8](repeating: Basis.Status.atLower.rawValue, count: columnCount)
    )
    for offset in 0..<common {
      Self.match(
        index.columnKey,
        index.columnStart,
        from: entry.first,
        to: first,
        at: offset,
        entry.basis.columns,
        &basis.columns
      )
      Self.match(
        index.rowKey,
        index.rowStart,
        from: entry.first,
        to: first,
        at: offset,
        entry.basis.rows,
        &basis.rows
      )
    }
    return basis
  }

  private static func match(
    _ keys: [Int32],
    _ start: [Int],
    from source: Int,
    to target: Int,
    at offset: Int,
    _ statuses: [UInt8],
    _ result: inout [UInt8]
  ) {
    var theirs = start[source + offset]
    for ours in start[target + offset]..<start[target + offset + 1] {
      while theirs < start[source + offset + 1], keys[theirs] < keys[ours] { theirs += 1 }
      guard theirs < start[source + offset + 1], keys[theirs] == keys[ours] else { continue }
      result[ours - start[target]] = statuses[theirs - start[source]]
    }
  }
}

extension Basis {
  /// The same basis for more rows and columns, with as many basic ones as there are rows.
  func fitted(rows rowCount: Int, columns columnCount: Int) -> Basis {
    var result = self
    while result.rows.count < rowCount { result.rows.append(Status.basic.rawValue) }
    while result.columns.count < columnCount { result.columns.append(Status.atLower.rawValue) }
    var excess = result.basicCount - rowCount
    var column = result.columns.count - 1
    while excess > 0, column >= 0 {
      if result.columns[column] == Status.basic.rawValue {
        result.columns[column] = Status.atLower.rawValue
        excess -= 1
      }
      column -= 1
    }
    var row = result.rows.count - 1
    while excess < 0, row >= 0 {
      if result.rows[row] != Status.basic.rawValue {
        result.rows[row] = Status.basic.rawValue
        excess += 1
      }
      row -= 1
    }
    return result
  }
}
