import GridFormulation
import Hourly
import LinearProgramming
import Tables

/// A grid in which the share of each option that is taken is a decision.
///
///     asset = (1 − Σ xₖ)·present + Σ xₖ·changedₖ,    xₖ ≥ 0,  Σ xₖ ≤ 1
///
/// The parts run side by side, each with its share of all limits. Whatever they do together the asset with the
/// mean figures can do, so the shares found are never too small.
struct SizedGrid {
  let grid: GridModel
  let options: [CapacityOption]

  /// The parts that a share is counted in, so that a part costs thousands and means a few MW, as other columns.
  static let parts = 10_000.0

  /// Options that the model has, with an asset that could be read.
  init(_ grid: GridModel) {
    self.grid = grid
    options = grid.options.filter { $0.changed != nil }
  }

  /// The program, with the columns of the shares in the order of the options, counted in ``parts``.
  func formulated(
    enforcing goals: [Goal],
    _ detail: CommitmentDetail = .none
  ) -> (model: DispatchModel, shares: [Int]) {
    var setting = grid.setting
    setting.windAndSolarCapacity += options.reduce(0) { sum, option in
      guard let facts = option.changed?.facts else { return sum }
      return sum + (facts.technology.isWind || facts.technology.isSolar ? facts.capacity : 0)
    }
    var model = DispatchModel(setting: setting, detail: detail)
    let shares = options.map { option in
      (1 / Self.parts)
        * model.scalar(
          "share",
          of: Owner(option.name, zone: setting.zones[0].name),
          to: Self.parts,
          cost: option.costPerYear * setting.yearShare / Self.parts
        )
    }
    let groups = grid.likeAssets
    for group in groups {
      let asset = group.first
      let ways = options.indices.filter { options[$0].asset == asset.name }
      guard !ways.isEmpty else {
        model.formulate(group)
        continue
      }
      let taken = ways.reduce(HourlySum()) { $0 + shares[$1] }
      if ways.count > 1 {
        model.requireTotal(
          "shares of options",
          of: asset.owner,
          taken,
          over: 0..<1,
          atMost: 1,
          isGlobal: true
        )
      }
      model.formulate(asset, sizedBy: HourlySum(1) - taken)
      for way in ways {
        if let changed = options[way].changed { model.formulate(changed, sizedBy: shares[way]) }
      }
    }
    grid.formulateBalances(of: groups.map(\.first), in: &model)
    for goal in goals { GoalEnforcement.enforce(goal, among: grid.assetSummaries, in: &model) }
    return (model, shares.map { $0.terms[0].firstColumn })
  }

  /// The grid with shares of the options taken; options of one asset add up.
  func grid(taking shares: [Double]) -> GridModel {
    var assets = grid.assets
    for index in assets.indices {
      var changed = assets[index]
      for (column, value) in figures(of: assets[index].name, taking: shares) {
        if case .success(let next) = changed.changed(column, to: NumberText.shortest(value)) {
          changed = next
        }
      }
      assets[index] = changed
    }
    var setting = grid.setting
    setting.windAndSolarCapacity = assets.reduce(0) { sum, asset in
      let facts = asset.facts
      return sum + (facts.technology.isWind || facts.technology.isSolar ? facts.capacity : 0)
    }
    return GridModel(
      setting: setting,
      assets: assets,
      goals: grid.goals,
      options: grid.options,
      issues: [],
      resolved: []
    )
  }

  /// Makes a program seek the least outlay; only what goes short costs beside it.
  func aimAtOutlay(_ model: inout DispatchModel, _ shares: [Int]) {
    let shortage = model.charges.filter { $0.kind.isShortage }
    let weight = grid.setting.yearShare / Self.parts / Double(max(model.horizon.hours, 1))
    model.replaceObjective(
      by: zip(options, shares).reduce(HourlySum()) { sum, option in
        sum + weight * option.0.costPerYear * HourlySum(column: option.1)
      }
    )
    for charge in shortage {
      model.charge(
        charge.kind,
        Self.shortageWeight * charge.price,
        for: charge.sum,
        of: charge.owner
      )
    }
  }

  /// What goes short counts beside outlay as this much more than its price: it must not be bought with it.
  private static let shortageWeight = 10.0

  /// The figures that an asset's columns take, in the order of the options; whole numbers as they are reached.
  func figures(of asset: String, taking shares: [Double]) -> [(column: String, value: Double)] {
    var result = plainFigures(of: asset, taking: shares)
    guard let known = grid.assets.first(where: { $0.name == asset }) else { return result }
    for index in result.indices where known.isWhole(result[index].column) {
      let value = result[index].value
      let before = known.text(of: result[index].column).flatMap(NumberText.parse) ?? 0
      result[index].value =
        value < before ? (value + 1e-9).rounded(.down) : (value - 1e-9).rounded(.up)
    }
    return result
  }

  private func plainFigures(
    of asset: String,
    taking shares: [Double]
  ) -> [(column: String, value: Double)] {
    var result: [(column: String, value: Double)] = []
    for (option, share) in zip(options, shares) where option.asset == asset && share > 0 {
      for change in option.changes {
        let step = share * (change.after - change.before)
        if let known = result.firstIndex(where: { $0.column == change.column }) {
          result[known].value += step
        } else {
          result.append((change.column, change.before + step))
        }
      }
    }
    return result
  }
}

extension SizedGrid {
  /// Every figure that changes, as `--set` takes it.
  func figures(taking shares: [Double]) -> [Explanation.Figure] {
    grid.assets.flatMap { asset in
      figures(of: asset.name, taking: shares).map { column, value in
        Explanation.Figure(
          path: "assets/\(type(of: asset).type.name)/\(asset.name)/\(column)",
          unit: asset.unit(of: column),
          before: asset.text(of: column).flatMap(NumberText.parse) ?? 0,
          after: value
        )
      }
    }
  }

  /// What shares are as a fix.
  func fix(
    taking shares: [Double],
    runningCostPerYear: Double?,
    followsCommitment: Bool,
    best: Double?,
    cheapest: Double?
  ) -> Explanation.Fix {
    let taken = zip(options, shares).filter { $0.1 > 0 }
    return Explanation.Fix(
      options: taken.map { ($0.0.name, $0.1, $0.1 * $0.0.costPerYear) },
      figures: figures(taking: shares),
      costPerYear: taken.reduce(0) { $0 + $1.1 * $1.0.costPerYear },
      runningCostPerYear: runningCostPerYear,
      followsCommitment: followsCommitment,
      best: best,
      cheapest: cheapest
    )
  }
}

extension SizedGrid {
  /// The sizes, in thousandths and no less than some, at which options and running cost least together.
  @available(*, noasync)
  func sizes(
    atLeast least: [Int],
    holding goals: [Goal],
    _ detail: CommitmentDetail,
    by explainer: Explainer
  ) throws(SolverError) -> [Int]? {
    var (model, columns) = formulated(enforcing: goals, detail)
    for (column, size) in zip(columns, least) where size > 0 {
      model.requireTotal(
        "least share",
        of: Owner("options", zone: ""),
        HourlySum(column: column),
        over: 0..<1,
        atLeast: Double(size) / Double(SizeSearch.parts) * Self.parts,
        isGlobal: true
      )
    }
    let solved = try explainer.attainable(grid, detail).solve(model.build(), gap: 1e-6)
    return solved.hasValues ? sizes(columns, in: solved) : nil
  }

  /// The sizes of a solved program, in thousandths rounded up.
  func sizes(_ columns: [Int], in solved: SolveResult) -> [Int] {
    columns.map { column in
      let size = solved.values[column] / Self.parts * Double(SizeSearch.parts)
      return size < 0.1 ? 0 : WholeNumber.nearest(size - 1e-6, .up, in: 0...SizeSearch.parts)
    }
  }
}
