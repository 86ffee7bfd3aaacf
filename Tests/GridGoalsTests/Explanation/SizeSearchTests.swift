import LinearProgramming
import SmallGrids
import Testing

@testable import GridGoals

/// A search over sizes finds what trying them all finds.
struct SizeSearchTests {
  /// What options bring together falls off with their size: `Σ gain · √share`, of which `needed` is asked.
  private func search(
    gains: [Double],
    costs: [Double],
    needed: Double,
    subjects: [String]? = nil
  ) -> SizeSearch {
    SizeSearch(costs: costs, subjects: subjects ?? gains.indices.map(String.init)) { sizes in
      needed - Self.brought(sizes, gains)
    }
  }

  private static func brought(_ sizes: [Int], _ gains: [Double]) -> Double {
    zip(sizes, gains).reduce(0) { $0 + $1.1 * (Double($1.0) / 1000).squareRoot() }
  }

  /// The least cost over all pairs of sizes: for each of the first the least of the second that is enough.
  private func leastCost(gains: [Double], costs: [Double], needed: Double) -> Double {
    (0...1000).reduce(Double.infinity) { best, first in
      let second = (0...1000).first { Self.brought([first, $0], gains) >= needed }
      guard let second else { return best }
      return min(best, (costs[0] * Double(first) + costs[1] * Double(second)) / 1000)
    }
  }

  @Test(arguments: [0.02, 0.31, 0.5, 0.999, 1])
  func `one option is made as small as holds, and no smaller`(needed: Double) throws {
    // √share ≥ needed: share ≥ needed².
    var search = search(gains: [1], costs: [5], needed: needed)
    let least = try search.shrunk([1000])
    #expect(least == [Int((needed * needed * 1000 - 1e-9).rounded(.up))])
    #expect(try search.miss(of: least) <= 0)
    #expect(try search.miss(of: [least[0] - 1]) > 0)
  }

  @Test(arguments: [
    ([1.0, 1], [1.0, 1], 0.9), ([1, 2], [3, 1], 1.5), ([2, 1], [1, 8], 2.4),
    ([1, 1], [1, 10], 1.1),
  ])
  func `two options are mixed as cheaply as trying all pairs of sizes would`(
    gains: [Double],
    costs: [Double],
    needed: Double
  ) throws {
    let best = leastCost(gains: gains, costs: costs, needed: needed)
    for start in [[1000, 1000], [1000, 700], [400, 1000]] {
      var search = search(gains: gains, costs: costs, needed: needed)
      guard let sizes = try search.enlarged(from: start, towards: search.most) else {
        Issue.record("all of both is not enough")
        continue
      }
      let found = try search.exchanged(search.shrunk(sizes))
      #expect(try search.miss(of: found) <= 0)
      #expect(search.cost(of: found) <= best + 0.01 * (costs.max() ?? 0), "from \(start)")
    }
  }

  @Test func `the dearest option is trimmed by steps that hold`() throws {
    // √x ≥ 0.5 holds from 250 on: 270 less 16 is 254, less 4 is 250; less 8, 2 or 1 would miss.
    var search = search(gains: [1], costs: [1], needed: 0.5)
    #expect(try search.trimmed([270], by: [16, 8, 4, 2, 1]) == [250])
  }

  @Test func `sizes that miss are enlarged until they hold, and told where none do`() throws {
    // √x + √x ≥ 1 along the line of equal sizes: x ≥ 0.25.
    var search = search(gains: [1, 1], costs: [1, 1], needed: 1)
    #expect(try search.enlarged(from: [0, 0], towards: [1000, 1000]) == [250, 250])
    #expect(try search.enlarged(from: [0, 0], towards: [100, 100]) == nil)
  }

  @Test func `options of one thing are no more together than the whole of it`() throws {
    // Of a thing half of each brings √0.5 + √0.5 = 1.41; a third would need more than the whole.
    let rivals = search(gains: [1, 1], costs: [1, 1], needed: 1.4, subjects: ["a", "a"])
    #expect(rivals.most == [500, 500])
    let better = try rivals.bettered([500, 500]) { sizes in
      sizes.reduce(0, +) <= 1000 ? -Double(sizes[0]) : nil
    }
    #expect(better?.sizes == [1000, 0])
  }

  @Test func `the least total is found where more of an option pays for itself`() throws {
    // Cost x less what it saves, 2·√x in 1,000: d/dx: 1 = 1/√x, so x = 1; with half the saving √x = ½, x = ¼.
    let search = search(gains: [1], costs: [1], needed: 0.1)
    let total = { (saved: Double) in
      { (sizes: [Int]) throws(SolverError) -> Double? in
        let share = Double(sizes[0]) / 1000
        return share.squareRoot() < 0.1 ? nil : share - saved * share.squareRoot()
      }
    }
    #expect(try search.bettered([10], total: total(2))?.sizes == [1000])
    #expect(try search.bettered([10], total: total(1))?.sizes == [250])
    #expect(try search.bettered([5], total: total(1)) == nil)
  }
}
