package import GridFormulation
import Hourly
import LinearProgramming
import Tables

/// A grid in which the share of each option that is taken is a decision.
///
/// How an asset with options is written stands at ``SizedAsset``. The grid that has them taken has the figures in
/// between; units that become others stand in a row of their own where no share of the row says so.
package struct SizedGrid {
  package let grid: GridModel
  package let options: [CapacityOption]

  /// The parts that a share is counted in, so that a part costs thousands and means a few MW, as other columns.
  package static let parts = 10_000.0

  /// Options that the model has, with an asset that could be read.
  ///
  /// - Parameters:
  ///   - grid: The model.
  ///   - addsOnly: Leaves out what saves money by being taken away, and what may only replace that.
  package init(_ grid: GridModel, addsOnly: Bool = false) {
    self.grid = grid
    let read = grid.options.filter { $0.changed != nil }
    guard addsOnly else {
      options = read
      return
    }
    let saving = Set(read.filter { $0.cost.perYear < 0 }.map(\.name))
    options = read.filter { option in
      !saving.contains(option.name) && !(option.needs.map(saving.contains) ?? false)
    }
  }

  /// The program, with the columns of the shares in the order of the options, counted in ``parts``.
  ///
  /// - Parameters:
  ///   - goals: The goals that it holds.
  ///   - detail: How closely units are followed.
  ///   - statesTimes: Whether units stay on and off for their least times.
  /// - Returns: The program as it was written, and the columns.
  package func formulated(
    enforcing goals: [Goal],
    _ detail: CommitmentDetail = .none,
    statesTimes: Bool = true
  ) -> (model: DispatchModel, shares: [Int]) {
    var setting = grid.setting
    setting.windAndSolarCapacity += options.reduce(0) { sum, option in
      guard let facts = option.changed?.facts else { return sum }
      return sum + (facts.technology.isWind || facts.technology.isSolar ? facts.capacity : 0)
    }
    var model = DispatchModel(setting: setting, detail: detail, statesTimes: statesTimes)
    let shares = options.map { option in
      (1 / Self.parts)
        * model.scalar(
          "share",
          of: Owner(option.name, zone: setting.zones[0].name),
          from: option.extent.least * Self.parts,
          to: option.extent.most * Self.parts,
          cost: option.cost.perYear * setting.yearShare / Self.parts
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
      model.formulate(
        SizedAsset(asset, ways: ways.map { SizedAsset.Way(options[$0], share: shares[$0]) })
      )
    }
    requireBetweenOptions(shares, in: &model)
    grid.formulateBalances(of: groups.map(\.first), in: &model)
    for goal in goals { GoalEnforcement.enforce(goal, among: grid.assetSummaries, in: &model) }
    return (model, shares.map { $0.terms[0].firstColumn })
  }

  /// What options ask of each other.
  private func requireBetweenOptions(_ shares: [HourlySum], in model: inout DispatchModel) {
    for tie in ties where !tie.isOfUnits {
      let sum = zip(tie.weights, shares).reduce(HourlySum()) { sum, part in
        part.0 == 0 ? sum : sum + part.0 * part.1
      }
      model.requireTotal(
        tie.name,
        of: Owner("options", zone: ""),
        sum,
        over: 0..<1,
        atMost: tie.most,
        isGlobal: true
      )
    }
  }

  /// A rule on the shares alone: `Σ weight · share ≤ most`.
  package struct Tie: Sendable {
    package let name: String
    package let weights: [Double]
    package let most: Double
    /// Whether the asset states it as it is written.
    package var isOfUnits = false
  }

  /// What options of one group, those that replace others, and limits on several ask of each other.
  package var ties: [Tie] {
    var ties: [Tie] = []
    var groups: [String] = []
    for group in options.compactMap(\.group) where !groups.contains(group) { groups.append(group) }
    for group in groups {
      let weights = options.map { $0.group == group ? 1.0 : 0 }
      ties.append(Tie(name: "group \(group)", weights: weights, most: 1))
    }
    var needed: [String] = []
    for need in options.compactMap(\.needs) where !needed.contains(need) { needed.append(need) }
    for need in needed {
      guard options.contains(where: { $0.name == need }) else { continue }
      let weights = options.map { option in
        option.needs == need
          ? option.extent.megawatts : option.name == need ? -option.extent.megawatts : 0
      }
      ties.append(Tie(name: "replaces \(need)", weights: weights, most: 0))
    }
    for limit in grid.setting.optionLimits { ties += self.ties(of: limit) }
    // Units of one asset are there once, whether a group says so or not.
    let converted = Set(options.filter(\.isConversion).map(\.asset))
    for asset in grid.assets.map(\.name) where converted.contains(asset) {
      let weights = options.map { $0.asset == asset ? 1.0 : 0 }
      ties.append(Tie(name: "units of \(asset)", weights: weights, most: 1, isOfUnits: true))
    }
    return ties
  }

  /// A limit on several options, scaled so that the largest weight of a share is 1.
  private func ties(of limit: OptionLimit) -> [Tie] {
    let parts = limit.parts ?? []
    let weights = options.map { option in
      option.extent.full * (parts.first { $0.option == option.name }?.weight ?? 0)
    }
    guard let scale = weights.map(abs).max(), scale > 0 else { return [] }
    func tie(_ sign: Double, _ bound: Double) -> Tie {
      Tie(
        name: "limit \(limit.name)",
        weights: weights.map { sign * $0 / scale },
        most: sign * bound / scale
      )
    }
    return [limit.most.map { tie(1, $0) }, limit.least.map { tie(-1, $0) }].compactMap { $0 }
  }

  /// The grid with shares of the options taken; options of one asset add up.
  package func grid(taking shares: [Double]) -> GridModel {
    grid(of: grid.assets.map { rows(of: $0, taking: shares) })
  }

  /// What an asset becomes where shares of its options are taken: its own row, and one for units that become others.
  package func rows(of asset: any Asset, taking shares: [Double]) -> [any Asset] {
    let isTouched = zip(options, shares).contains { $0.asset == asset.name && $1 > 0 }
    guard isTouched else { return [asset] }
    return TakenOptions(of: asset, options, shares).variants.map { asset.taken(as: $0) ?? asset }
  }

  /// The grid in which each asset has become others.
  package func grid(of rows: [[any Asset]]) -> GridModel {
    let assets = rows.flatMap { $0 }
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
  package func aimAtOutlay(_ model: inout DispatchModel, _ shares: [Int]) {
    let shortage = model.charges.filter { $0.kind.isShortage }
    let weight = grid.setting.yearShare / Self.parts / Double(max(model.horizon.hours, 1))
    model.replaceObjective(
      by: zip(options, shares).reduce(HourlySum()) { sum, option in
        sum + weight * option.0.cost.perYear * HourlySum(column: option.1)
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
}
