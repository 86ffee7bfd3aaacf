import Testing

@testable import LinearProgramming

struct FrontTreeTests {
  /// The fronts of a system: blocks of rows that are all joined by a column each, and rows that join the blocks.
  private func tree(blocks: Int, rows: Int, joined: Int) throws -> FrontTree {
    let count = blocks * rows + joined
    var (vectorOf, indexOf) = ([Int32](), [Int32]())
    for block in 0..<blocks {
      for row in Array((block * rows)..<((block + 1) * rows)) + Array((blocks * rows)..<count) {
        vectorOf.append(Int32(block))
        indexOf.append(Int32(row))
      }
    }
    let columns = SparseMatrix(
      vectors: blocks,
      width: count,
      vectorOf: vectorOf,
      indexOf: indexOf,
      values: vectorOf.map { _ in 1 }
    )
    let group = (0..<count).map { Int32($0 / rows) }
    return FrontTree(try FrontAnalysis(columns: columns, group: group))
  }

  private func ancestors(_ tree: FrontTree) -> [Int?] {
    var parent = [Int?](repeating: nil, count: tree.count)
    for front in 0..<tree.count { for child in tree.children(of: front) { parent[child] = front } }
    return parent
  }

  /// What must hold of any tree: of places, of parents, of runs and of the trunk.
  private func check(_ tree: FrontTree, _ note: Comment) {
    let parent = ancestors(tree)
    var done = Set<Int>()
    for front in 0..<tree.count {
      let own = tree.ownPlaces(front)
      #expect(own.count == tree.width(front), note)
      let rows = Int(tree.starts[front])..<Int(tree.starts[front + 1])
      #expect(tree.panelStarts[front + 1] - tree.panelStarts[front] == rows.count * own.count, note)
      guard let above = parent[front] else {
        #expect(rows.count == own.count, note)
        continue
      }
      #expect(above > front, note)
      // The first row below is one that the parent eliminates, and each row is where the parent has it.
      #expect(tree.ownPlaces(above).contains(Int(tree.places[rows.lowerBound + own.count])), note)
      for row in rows.dropFirst(own.count) {
        let there = Int(tree.starts[above]) + Int(tree.parentRows[row])
        #expect(tree.places[there] == tree.places[row], note)
      }
    }
    for run in tree.runs {
      for front in run {
        #expect(done.insert(front).inserted, note)
        // Nothing but the trunk takes what a run leaves.
        if let above = parent[front] {
          #expect(run.contains(above) || tree.trunk.contains(above), note)
        }
      }
    }
    for level in tree.levels {
      let before = done
      for chain in level {
        for (place, front) in chain.enumerated() {
          #expect(done.insert(front).inserted, note)
          for child in tree.children(of: front) {
            #expect(before.contains(child) || chain[..<place].contains(child), note)
          }
        }
      }
    }
    #expect(done.count == tree.count, note)
    #expect(tree.levels.joined().joined().sorted() == tree.trunk, note)
  }

  /// Two blocks of 3 rows and 2 that join them: at most 8·8² = 512 multiplications, too few for a thread.
  @Test func `a small system is one run`() throws {
    let tree = try tree(blocks: 2, rows: 3, joined: 2)
    check(tree, "small")
    #expect(tree.runs == [0..<tree.count])
    #expect(tree.trunk.isEmpty)
  }

  /// Blocks of 30 rows with 20 that join them: each block leaves 20 rows, the last may be done with these.
  ///
  /// A block takes 30·50² = 75,000 multiplications.
  @Test func `each block is a front below those that join them`() throws {
    let tree = try tree(blocks: 4, rows: 30, joined: 20)
    check(tree, "blocks")
    let leaves = (0..<tree.count).filter { tree.children(of: $0).isEmpty && tree.width($0) == 30 }
    #expect(leaves.count >= 3)
    #expect(leaves.allSatisfy { tree.height($0) == 50 })
    #expect(Set(leaves.map { tree.places[Int(tree.starts[$0]) + 30] }) == [120])
    let sizes = (0..<tree.count).map { (Double(tree.height($0)), Double(tree.width($0))) }
    #expect(tree.work == sizes.reduce(0) { $0 + $1.1 * $1.0 * $1.0 })
    #expect(tree.workPerNumber == tree.work / sizes.reduce(0) { $0 + $1.0 * $1.1 })
  }

  /// A block of 60 rows with 20 below takes 60·80² = 384,000: two of them are half of what is worth a thread.
  ///
  /// Eight are four runs, or seven where the last is one with those that join them, which are the trunk.
  @Test func `blocks are gathered to runs that are worth a thread`() throws {
    let tree = try tree(blocks: 8, rows: 60, joined: 20)
    check(tree, "runs")
    #expect(tree.runs.count == 4)
    #expect(tree.trunk == [tree.count - 1])
    #expect(tree.levels == [[[tree.count - 1]]])
  }

  /// 130·170² = 3.8·10⁶ a block is more than a run may have: each is a chain of the trunk, side by side.
  @Test func `heavy blocks are chains below those that join them`() throws {
    let tree = try tree(blocks: 6, rows: 130, joined: 40)
    check(tree, "heavy")
    #expect(tree.runs.isEmpty)
    #expect(tree.levels.map(\.count) == [tree.count - 1, 1])
  }

  @Test func `fronts of a year by hours are done in runs that do not touch`() throws {
    var chained = ChainedProgram(StagedYear(hours: 1_000, clusters: 3).program())
    let stages = chained.rowStage
    let order = try EliminationOrder(chained.takeCopy(), stage: stages)
    check(order.tree, "year")
    #expect(order.tree.runs.count > 2)
    #expect(!order.tree.trunk.isEmpty)
  }
}
