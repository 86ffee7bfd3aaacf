import Comparison
import TestSupport
import Testing

/// A hundred pairs of results, changed within or beyond the tolerance at random: what comes of each is as made.
struct PerturbedPairsTests {
  /// A change of some size, where 1 is what the tolerance allows.
  private typealias Change = @Sendable (inout WrittenResult, Double) -> Void

  /// The tolerance of each figure is that of `ToleranceSet.standard` at its size.
  private static let changes: [(name: String, apply: Change)] = [
    ("fuel", { $0.fuel += $1 * 1 }),
    ("capacity", { $0.plants[4].capacity += $1 * 1e-3 }),
    // Two coal plants, wind, PV and the battery: 1 MWh is allowed.
    ("energy", { $0.plants[0].injected += $1 * 1 }),
    ("store", { $0.plants[4].charged = 10 + $1 * 1 }),
    // 180 t, 0.1 t are allowed.
    ("co2", { $0.co2 += $1 * 0.1 }),
    // 240 CNY/MWh, a thousandth of the larger value.
    ("price", { $0.price *= 1 + $1 * 1e-3 }),
    // 0.04, a ten-thousandth of it.
    ("goal", { $0.goalValue *= 1 + $1 * 1e-4 }),
    // The intervals may lie a millionth of the cost apart beside their widths.
    (
      "cost",
      {
        $0.cost += $1 * 1
        $0.lowerBound = $0.cost
      }
    ),
  ]

  @Test(arguments: 0..<100)
  func `a pair is the same or different as it was made`(seed: Int) throws {
    var random = SeededBytes(seed: UInt64(seed))
    let folder = try TemporaryFolder()
    var base = WrittenResult()
    (base.lowerBound, base.gap) = (base.cost, 0)
    var other = base
    let differs = Bool.random(using: &random)
    var made: [String] = []
    for change in Self.changes where Bool.random(using: &random) {
      let size = Double.random(in: 0...0.95, using: &random)
      change.apply(&other, Bool.random(using: &random) ? size : -size)
      made.append(change.name)
    }
    if differs, let change = Self.changes.randomElement(using: &random) {
      let size = Double.random(in: 2.1...50, using: &random)
      change.apply(&other, size)
      made.append(change.name + " beyond")
    }
    let left = try base.read(in: folder, as: "base")
    let right = try other.read(in: folder, as: "other")
    let expected: ComparedPair.Answer = differs ? .different : .same
    let told = "seed \(seed): \(made)"
    #expect(ComparedPair(left, right).answer == expected, "\(told)")
    #expect(ComparedPair(right, left).answer == expected, "\(told)")
  }
}
