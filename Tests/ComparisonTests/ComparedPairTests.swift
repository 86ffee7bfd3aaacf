import Comparison
import TestSupport
import Testing

struct ComparedPairTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  /// Two results of which the second is changed, held against each other both ways.
  private func pairs(
    _ change: (inout WrittenResult) -> Void,
    base: WrittenResult = WrittenResult(),
    tolerances: ToleranceSet? = nil
  ) throws -> (forth: ComparedPair, back: ComparedPair) {
    var other = base
    change(&other)
    let left = try base.read(in: folder, as: "base")
    let right = try other.read(in: folder, as: "other")
    return (
      ComparedPair(left, right, tolerances: tolerances),
      ComparedPair(right, left, tolerances: tolerances)
    )
  }

  private func figure(_ pair: ComparedPair, _ name: String) throws -> JudgedFigure {
    try #require(pair.figures.first { $0.figure.name == name })
  }

  @Test func `a result is the same as itself, in everything`() throws {
    let pair = try pairs { _ in }.forth
    #expect(pair.answer == .same)
    #expect(pair.inputs.isEmpty && pair.hourly.isEmpty)
    #expect(pair.objective?.outcome == .same)
    #expect(pair.figures.allSatisfy { $0.outcome == .same })
    #expect(!pair.figures.isEmpty)
  }

  // [999,999.5, 1,000,000] and [1,000,009.5, 1,000,010] are 9.5 apart; 1.00001 are allowed.
  @Test func `costs whose intervals do not meet differ by proof, both ways`() throws {
    let (forth, back) = try pairs {
      $0.cost += 10
      $0.lowerBound = 1_000_009.5
    }
    for pair in [forth, back] {
      #expect(pair.answer == .different)
      #expect(pair.objective?.outcome == .different)
      #expect(pair.objective?.apart == 9.5)
    }
  }

  // [999,000, 1,000,000] and [999,400, 1,000,400] meet; the fuel differs by 400, the gaps leave 2,000 open.
  @Test func `costs whose intervals meet are the same, and it is told that the gaps are wider`()
    throws
  {
    var base = WrittenResult()
    (base.lowerBound, base.gap) = (999_000, 1e-3)
    let (forth, back) = try pairs(
      {
        $0.cost += 400
        $0.lowerBound = 999_400
        $0.fuel += 400
      },
      base: base
    )
    for pair in [forth, back] {
      #expect(pair.answer == .same)
      #expect(pair.objective?.outcome == .withinGap)
      #expect(try figure(pair, "fuel").outcome == .withinGap)
      #expect(pair.text.contains("smaller than the certified gaps"))
      #expect(pair.text.contains("in the gaps"))
    }
  }

  @Test
  func `without a bound nothing above it is proved, and what lies below the other's bound is`()
    throws
  {
    let dearer = try pairs {
      $0.cost += 1000
      $0.lowerBound = nil
    }
    #expect(dearer.forth.objective?.outcome == .withinGap)
    #expect(dearer.forth.text.contains("nothing that is certified tells them apart"))
    let cheaper = try pairs {
      $0.cost -= 1000
      $0.lowerBound = nil
    }
    #expect(cheaper.forth.objective?.outcome == .different)
  }

  @Test func `figures that differ where neither model nor certified cost does are remarked on`()
    throws
  {
    let free = try pairs { $0.co2 += 1 }.forth
    #expect(free.text.contains("The models are the same and the least costs may be"))
    #expect(!(try pairs { $0.units = "3" }.forth.text.contains("The models are the same")))
    let proved = try pairs {
      $0.co2 += 1
      ($0.cost, $0.lowerBound) = (2_000_000, 2_000_000)
    }
    #expect(!proved.forth.text.contains("The models are the same"))
  }

  @Test func `a flip of verdict differs whatever the tolerance, and a doubt is told`() throws {
    var wide = ToleranceSet.standard
    wide[.goal].absolute = 1
    let (forth, back) = try pairs({ $0.verdict = "fail" }, tolerances: wide)
    #expect(forth.answer == .different && back.answer == .different)
    #expect(forth.goals[0].isFlipped)
    #expect(forth.text.contains("curtailment: pass in the base, fail in the other"))
    let doubtful = try pairs {
      $0.verdict = "fail"
      $0.isWithinGap = true
    }
    #expect(doubtful.forth.text.contains("though a gap could carry it across"))
  }

  @Test func `what two like plants share otherwise is told, and judged where it is asked for`()
    throws
  {
    let shift = { (result: inout WrittenResult) in
      result.plants[0].injected += 30
      result.plants[1].injected -= 30
    }
    let pair = try pairs(shift).forth
    #expect(pair.answer == .same)
    #expect(try figure(pair, "coal: coal-a").outcome == .free)
    #expect(try figure(pair, "coal").outcome == .same)
    var strict = ToleranceSet.standard
    strict.judgesAssets = true
    #expect(try pairs(shift, tolerances: strict).forth.answer == .different)
  }

  @Test func `wind may stand back for PV, their sum may not change`() throws {
    let exchanged = try pairs {
      $0.plants[2].injected += 5
      $0.plants[3].injected -= 5
    }
    #expect(exchanged.forth.answer == .same)
    #expect(try figure(exchanged.forth, "onshore wind").outcome == .free)
    let lost = try pairs { $0.plants[2].injected -= 5 }
    #expect(lost.forth.answer == .different)
  }

  private static let changes: [WrittenResult.Change] = [
    { $0.plants[0].capacity += 1 }, { $0.plants[4].charged = 12 }, { $0.co2 += 1 },
    { $0.price += 1 }, { $0.unservedHours = 1 }, { $0.fuel += 10 }, { $0.goalValue = 0.041 },
  ]

  @Test(arguments: changes)
  func `every quantity is judged beyond its tolerance`(
    change: WrittenResult.Change
  ) throws {
    let (forth, back) = try pairs(change)
    #expect(forth.answer == .different)
    #expect(forth.differenceCount == back.differenceCount)
  }

  @Test func `a technology that one result lacks differs, if it did anything`() throws {
    let gone = try pairs { $0.plants.remove(at: 4) }
    #expect(gone.forth.answer == .different)
    #expect(gone.back.differenceCount == gone.forth.differenceCount)
    #expect(try figure(gone.forth, "battery, charged").change == -10)
  }

  private static let obstacles: [(WrittenResult.Change, String)] = [
    ({ $0.hours = 3 }, "other hours were solved: 2 h"),
    ({ $0.start = "2030-02-01T00:00" }, "from 2030-02-01T00:00"),
    ({ $0.zones = ["valley", "hills"] }, "the zones are others: 1 of them and hills"),
    ({ $0.currency = "EUR" }, "money is told in CNY and in EUR"),
  ]

  @Test(arguments: obstacles)
  func `results of other hours, zones or money are not comparable, and it is said why`(
    change: WrittenResult.Change,
    reason: String
  ) throws {
    let pair = try pairs(change).forth
    #expect(pair.answer == .notComparable)
    #expect(pair.obstacles.joined().contains(reason))
    #expect(pair.figures.isEmpty)
    #expect(pair.text.contains("NOT COMPARABLE: "))
  }

  // Plans are held against each other by what they certify: [900, 1000] and [950, 1050] meet, [1100, 1200] does not.
  @Test func `two plans are compared by the certificate of the plan`() throws {
    var base = WrittenResult()
    base.plan = (1000, 900, 5)
    let near = try pairs(
      {
        $0.plan = (1050, 950, 5)
        ($0.cost, $0.lowerBound) = (2_000_000, 2_000_000)
      },
      base: base
    )
    #expect(near.forth.objective?.outcome == .withinGap)
    #expect(near.forth.objective?.name == "cost of the plan")
    let far = try pairs({ $0.plan = (1200, 1100, 5) }, base: base)
    #expect(far.forth.objective?.outcome == .different)
  }

  @Test func `an hour that differs is told with its place, and judged where it is asked for`()
    throws
  {
    let change = { (result: inout WrittenResult) in result.power[1] = 61 }
    let pair = try pairs(change).forth
    #expect(pair.answer == .same)
    let hour = try #require(pair.hourly.first)
    #expect(hour.quantity == "power_mw" && hour.name == "coal-a" && hour.hours == 1)
    #expect(hour.time == "2030-01-15T01:00" && hour.base == 60 && hour.other == 61)
    var strict = ToleranceSet.standard
    strict.judgesHours = true
    #expect(try pairs(change, tolerances: strict).forth.answer == .different)
  }
}
