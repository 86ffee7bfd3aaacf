import GridFormulation
import GridGoals
import Tables

/// What shares of options change in the files of a model, as `--set` takes it.
///
/// Rows take their new figures, units that become others a row of their own, and of each option what is left.
struct PlannedChanges {
  let settings: [String]

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
    self.settings = settings + Self.rest(of: sized.options, shares)
  }

  /// The options as far as they are not taken.
  private static func rest(of options: [CapacityOption], _ shares: [Double]) -> [String] {
    var gone: Set<String> = []
    for (option, share) in zip(options, shares)
    where share >= option.extent.most * (1 - 1e-9) && share > 0 {
      gone.insert(option.name)
    }
    for option in options where option.needs.map(gone.contains) == true {
      gone.insert(option.name)
    }
    var settings: [String] = []
    for (option, share) in zip(options, shares) where share > 0 || gone.contains(option.name) {
      if gone.contains(option.name) {
        settings.append("options/\(option.name)/remove=yes")
        continue
      }
      let rest = (option.extent.most - share) * option.extent.full
      let isWritten = option.largest != nil || option.adds != nil
      if isWritten { settings.append("options/\(option.name)/most=\(NumberText.shortest(rest))") }
      if option.smallest > 0 { settings.append("options/\(option.name)/least=0") }
      if let cost = option.prices.costPerYear {
        let left = cost * max(0, 1 - share)
        settings.append("options/\(option.name)/cost-per-year=\(NumberText.shortest(left))")
      }
    }
    return settings
  }
}
