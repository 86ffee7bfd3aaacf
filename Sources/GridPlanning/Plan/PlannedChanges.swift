import GridFormulation
import GridGoals
import Tables

/// What shares of options change in the files of a model, as `--set` takes it.
///
/// Rows take their new figures, units that become others a row of their own, and of each option what is left.
struct PlannedChanges {
  private(set) var settings: [String]

  init(_ sized: SizedGrid, taking shares: [Double]) {
    var settings: [String] = []
    for asset in sized.grid.assets {
      let table = "assets/\(type(of: asset).type.name)"
      for variant in TakenOptions(of: asset, sized.options, shares).variants {
        if variant.isNew { settings.append("\(table)/\(variant.name)/like=\(asset.name)") }
        for (column, text) in variant.cells where column != "name" {
          settings.append("\(table)/\(variant.name)/\(column)=\(text)")
        }
      }
    }
    let others = Self.others(beside: sized)
    let options = sized.options + others
    let rest = Self.rest(of: options, shares + others.map { _ in 0 })
    let gone = Set(options.map(\.name).filter { rest.contains("options/\($0)/remove=yes") })
    self.settings = settings + rest
    for limit in sized.grid.setting.optionLimits {
      self.settings += Self.rest(of: limit, in: sized, shares, gone: gone)
    }
  }

  /// Options of the model's files that were not to be taken: what is taken may leave them nothing to change.
  private static func others(beside sized: SizedGrid) -> [CapacityOption] {
    let names = Set(sized.options.map(\.name))
    return (sized.grid.options + sized.grid.otherOptions)
      .filter { $0.changed != nil && !names.contains($0.name) }
  }

  /// The options as far as they are not taken.
  private static func rest(of options: [CapacityOption], _ shares: [Double]) -> [String] {
    let rests = options.indices.map { index in
      let extent = options[index].extent
      let rest = min(extent.most - shares[index], left(of: index, options, shares))
      // What is no whole part any more can never be taken.
      return extent.parts.map { (rest * $0 + 1e-6).rounded(.down) / $0 } ?? rest
    }
    var gone: Set<String> = []
    for (option, rest) in zip(options, rests) where rest <= 1e-9 { gone.insert(option.name) }
    for option in options where option.needs.map(gone.contains) == true {
      gone.insert(option.name)
    }
    var settings: [String] = []
    for (index, option) in options.enumerated() {
      if gone.contains(option.name) {
        settings.append("options/\(option.name)/remove=yes")
        continue
      }
      guard rests[index] < option.extent.most else { continue }
      let rest = rests[index] * option.extent.full
      let isWritten = option.largest != nil || option.adds != nil || option.isConversion
      if isWritten { settings.append("options/\(option.name)/most=\(NumberText.shortest(rest))") }
      if option.smallest > 0 { settings.append("options/\(option.name)/least=0") }
      if let cost = option.prices.costPerYear {
        let left = cost * max(0, rests[index])
        settings.append("options/\(option.name)/cost-per-year=\(NumberText.shortest(left))")
      }
    }
    return settings
  }

  /// What is left of a limit on several options, of those that are still there.
  private static func rest(
    of limit: OptionLimit,
    in sized: SizedGrid,
    _ shares: [Double],
    gone: Set<String>
  ) -> [String] {
    let parts = limit.parts ?? []
    let path = "option-limits/\(limit.name)"
    let left = parts.filter { !gone.contains($0.option) }
    if left.isEmpty { return ["\(path)/remove=yes"] }
    let taken = zip(sized.options, shares).reduce(0) { sum, option in
      let weight = parts.first { $0.option == option.0.name }?.weight ?? 0
      return sum + weight * option.1 * option.0.extent.full
    }
    var settings: [String] = []
    if left.count < parts.count { settings.append("\(path)/sum=\(OptionLimit.text(left))") }
    guard taken != 0 else { return settings }
    for (key, bound) in [("at-most", limit.most), ("at-least", limit.least)] {
      guard let bound else { continue }
      let rest = CapacityOption.Change.settled(bound - taken, beside: bound)
      settings.append("\(path)/\(key)=\(NumberText.shortest(rest))")
    }
    return settings
  }

  /// The share of an option's units that no option has taken, where it shares them.
  private static func left(
    of index: Int,
    _ options: [CapacityOption],
    _ shares: [Double]
  ) -> Double {
    let option = options[index]
    let others = options.indices.filter { other in
      options[other].group != nil && options[other].group == option.group
        || options[other].asset == option.asset
          && (options[other].isConversion || option.isConversion)
    }
    guard !others.isEmpty else { return .infinity }
    return 1 - others.reduce(0) { $0 + shares[$1] }
  }
}
