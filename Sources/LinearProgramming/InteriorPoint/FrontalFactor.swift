/// The Cholesky factor of `A·D·Aᵀ`, front by front (the multifrontal method).
///
/// I. Duff, J. Reid, "The multifrontal solution of indefinite sparse symmetric linear equations",
/// ACM Transactions on Mathematical Software 9 (1983). Each front is assembled from the columns of
/// `A` that begin in it and from what its children left, in a fixed order, so the factor has the
/// same bytes whoever computes which front.
///
/// A class because threads share it, and safely: a front's panel, update and vector are written by
/// the one piece of work that does the front, and read only after that.
final class FrontalFactor: @unchecked Sendable {
  private typealias Numbers = UnsafeMutablePointer<Double>

  private let tree: FrontTree
  private let team: Team
  private let columns: SparseMatrix
  /// The first column that begins in each front; one more than there are fronts.
  private let columnStarts: [Int32]
  /// Where in its front's rows each entry of the columns is.
  private let positions: [Int32]
  private let panels: Numbers
  private let vectors: Numbers
  private let updates: UnsafeMutablePointer<Numbers?>
  private let isSound: UnsafeMutablePointer<Bool>

  /// A factor for columns ordered by the first place they touch, in a matrix with rows by place.
  init(_ tree: FrontTree, columns: SparseMatrix, begun: Int, team: Team) {
    (self.tree, self.columns, self.team) = (tree, columns, team)
    var columnStarts: [Int32] = [0]
    var positions = [Int32](repeating: 0, count: columns.starts[begun])
    var positionOf = [Int32](repeating: 0, count: Int(tree.placeStarts[tree.count]))
    var column = 0
    for front in 0..<tree.count {
      for (position, row) in (Int(tree.starts[front])..<Int(tree.starts[front + 1])).enumerated() {
        positionOf[Int(tree.places[row])] = Int32(position)
      }
      let end = tree.placeStarts[front + 1]
      while column < begun, columns.indices[columns.starts[column]] < end {
        for entry in columns.starts[column]..<columns.starts[column + 1] {
          positions[entry] = positionOf[Int(columns.indices[entry])]
        }
        column += 1
      }
      columnStarts.append(Int32(column))
    }
    (self.columnStarts, self.positions) = (columnStarts, positions)
    panels = .allocate(capacity: tree.panelStarts[tree.count])
    vectors = .allocate(capacity: tree.places.count)
    updates = .allocate(capacity: tree.count)
    updates.initialize(repeating: nil, count: tree.count)
    isSound = .allocate(capacity: tree.count)
    isSound.initialize(repeating: true, count: tree.count)
  }

  deinit {
    for front in 0..<tree.count { updates[front]?.deallocate() }
    panels.deallocate()
    vectors.deallocate()
    updates.deallocate()
    isSound.deallocate()
  }

  /// Factorises for weights of the columns, and of the rows' slacks from an index on, with numbers added to the diagonal.
  ///
  /// False where the matrix is not positive definite, or where it is told to stop.
  func factorise(
    weights: Vector,
    slacks: Int,
    added: Vector,
    stop: StopSignal
  ) -> Bool {
    let diagonal = Diagonal(
      weights: weights,
      slacks: slacks,
      added: added,
      stop: stop
    )
    let (runs, levels) = (tree.runs, tree.levels)
    team.forEach(runs.count) { run in
      for front in runs[run] { factorise(front, diagonal) }
    }
    for level in levels {
      team.forEach(level.count) { chain in
        for front in level[chain] { factorise(front, diagonal) }
      }
    }
    return (0..<tree.count).allSatisfy { isSound[$0] }
  }

  /// The numbers that make the matrix: D, of which a part is on the diagonal of `A·D·Aᵀ` itself, and what is added there.
  private struct Diagonal: Sendable {
    let weights: Vector
    let slacks: Int
    let added: Vector
    let stop: StopSignal
  }

  private func factorise(_ front: Int, _ diagonal: Diagonal) {
    guard !diagonal.stop.isRaised else {
      isSound[front] = false
      return
    }
    let (height, width) = (tree.height(front), tree.width(front))
    let panel = panels + tree.panelStarts[front]
    panel.initialize(repeating: 0, count: height * width)
    let size = height - width
    let update = Numbers.allocate(capacity: size * size)
    for column in 0..<size {
      let first = column & ~(DenseFront.margin - 1)
      (update + (column * size + first)).initialize(repeating: 0, count: size - first)
    }
    let square = Square(panel: panel, update: update, height: height, width: width)
    for (column, place) in tree.ownPlaces(front).enumerated() {
      panel[column * height + column] =
        diagonal.weights[diagonal.slacks + place] + diagonal.added[place]
    }
    addColumns(of: front, to: square, diagonal.weights)
    var child = Int(tree.firstChild[front])
    var isGood = true
    while child >= 0 {
      isGood = isGood && isSound[child]
      addUpdate(of: child, to: square)
      child = Int(tree.nextChild[child])
    }
    isGood =
      isGood
      && DenseFront.factorise(panel, height: height, width: width, stop: diagonal.stop)
    if isGood {
      let below = panel + width
      isGood = DenseFront.subtractSquare(
        from: update,
        size: size,
        panel: below,
        stride: height,
        depth: width,
        stop: diagonal.stop
      )
    }
    isSound[front] = isGood
    updates[front]?.deallocate()
    updates[front] = update
  }

  /// A front as one square matrix: the columns it eliminates, and those it leaves to its parent.
  private struct Square {
    let panel: Numbers
    let update: Numbers
    let height: Int
    let width: Int

    /// A column, to be counted from the front's first row.
    @inline(__always)
    func column(_ position: Int) -> Numbers {
      position < width
        ? panel + position * height
        : update + (position - width) * (height - width) - width
    }
  }

  private func addColumns(of front: Int, to square: Square, _ weights: Vector) {
    columns.values.withUnsafeBufferPointer { values in
      positions.withUnsafeBufferPointer { positions in
        for column in Int(columnStarts[front])..<Int(columnStarts[front + 1]) {
          let weight = weights[column]
          guard weight != 0 else { continue }
          let end = columns.starts[column + 1]
          for entry in columns.starts[column]..<end {
            let share = weight * values[entry]
            let target = square.column(Int(positions[entry]))
            for other in entry..<end { target[Int(positions[other])] += share * values[other] }
          }
        }
      }
    }
  }

  private func addUpdate(of child: Int, to square: Square) {
    guard let update = updates[child] else { return }
    let width = tree.width(child)
    let size = tree.height(child) - width
    tree.parentRows.withUnsafeBufferPointer { all in
      let rows = UnsafeBufferPointer(
        rebasing: all[(Int(tree.starts[child]) + width)..<Int(tree.starts[child + 1])]
      )
      for column in 0..<size {
        let first = Int(rows[column])
        let target = square.column(first)
        let source = update + column * size
        if Int(rows[size - 1]) - first == size - 1 - column {
          let run = target + (first - column)
          for row in column..<size { run[row] += source[row] }
        } else {
          for row in column..<size { target[Int(rows[row])] += source[row] }
        }
      }
    }
    update.deallocate()
    updates[child] = nil
  }

  /// Replaces a right-hand side, by places, by the solution.
  func solve(_ vector: Vector) {
    let runs = tree.runs
    team.forEach(runs.count) { run in
      for front in runs[run] { forward(front, vector.numbers) }
    }
    for front in tree.trunk { forward(front, vector.numbers) }
    for front in tree.trunk.reversed() { backward(front, vector.numbers) }
    team.forEach(runs.count) { run in
      for front in runs[run].reversed() { backward(front, vector.numbers) }
    }
  }

  private func forward(_ front: Int, _ all: Numbers) {
    let (height, width) = (tree.height(front), tree.width(front))
    let vector = vectors + Int(tree.starts[front])
    let own = all + Int(tree.placeStarts[front])
    vector.initialize(from: own, count: width)
    (vector + width).initialize(repeating: 0, count: height - width)
    var child = Int(tree.firstChild[front])
    while child >= 0 {
      let left = (Int(tree.starts[child]) + tree.width(child))..<Int(tree.starts[child + 1])
      for row in left { vector[Int(tree.parentRows[row])] += vectors[row] }
      child = Int(tree.nextChild[child])
    }
    let panel = panels + tree.panelStarts[front]
    DenseFront.forward(panel, height: height, width: width, vector)
    own.update(from: vector, count: width)
  }

  private func backward(_ front: Int, _ all: Numbers) {
    let (height, width) = (tree.height(front), tree.width(front))
    let first = Int(tree.starts[front])
    let vector = vectors + first
    for row in width..<height { vector[row] = all[Int(tree.places[first + row])] }
    let panel = panels + tree.panelStarts[front]
    DenseFront.backward(panel, height: height, width: width, vector)
    let own = all + Int(tree.placeStarts[front])
    own.update(from: vector, count: width)
  }
}
