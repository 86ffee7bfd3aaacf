import Grid

/// A grid in which the share of each option that is taken is a decision.
///
///     asset = (1 − Σ xₖ)·present + Σ xₖ·changedₖ,    xₖ ≥ 0,  Σ xₖ ≤ 1
///
/// The parts run side by side, each with its share of all limits. Whatever they do together the asset with the
/// mean figures can do, so the shares found are never too small.
struct SizedGrid {
  let grid: GridModel
  let options: [MendOption]

  /// The parts that a share is counted in, so that a part costs thousands and means a few MW, as other columns.
  static let parts = 10_000.0

  /// Options that the model has, with an asset that could be read.
  init(_ grid: GridModel) {
    self.grid = grid
    options = grid.options.filter { $0.changed != nil }
  }

  /// The program, with the columns of the shares in the order of the options, counted in ``parts``.
  func formulated(enforcing goals: [Goal]) -> (model: DispatchModel, shares: [Int]) {
    var setting = grid.setting
    setting.windAndSolarCapacity += options.reduce(0) { sum, option in
      guard let facts = option.changed?.facts else { return sum }
      return sum + (facts.technology.isWind || facts.technology.isSolar ? facts.capacity : 0)
    }
    var model = DispatchModel(setting: setting, detail: .none)
    let shares = options.map { option in
      (1 / Self.parts)
        * model.scalar(
          "share",
          of: Owner(option.name, zone: setting.zones[0].name),
          to: Self.parts,
          cost: option.costPerYear * setting.yearShare / Self.parts
        )
    }
    let groups = LikeAssets.groups(of: grid)
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

  /// The figures that an asset's columns take, in the order of the options.
  func figures(of asset: String, taking shares: [Double]) -> [(column: String, value: Double)] {
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
