import GridDispatch
package import GridFormulation
import Hourly
import Tables

/// What counts in a goal on peak response.
///
/// The definition names captive plants, energy-intensive industry, interruptible load of trade and industry (that
/// which is put off and made up for included), charging of electric vehicles and virtual power plants with the
/// loads under their contract. Whatever else is flexible counts only where a goal asks for it.
package struct PeakResources {
  /// The assets that count by themselves; a bundle stands for its members.
  let assets: [any Asset]
  /// The members of bundles that count.
  let members: [any Asset]
  private let setting: Setting

  /// What counts in a goal.
  init(of goal: Goal, in grid: GridModel) {
    let scope = GridPart(of: goal.zone, in: grid.setting)
    let inScope = grid.assets.filter { scope.contains($0.zone) }
    let bundled = Set(inScope.flatMap(\.bundledAssets))
    let members = inScope.filter {
      bundled.contains($0.name) && goal.countsInBundle($0.facts.technology)
    }
    assets = inScope.filter { !bundled.contains($0.name) && goal.counts($0.facts.technology) }.map {
      var asset = $0
      if !asset.bundledAssets.isEmpty { asset.link(to: members) }
      return asset
    }
    self.members = members
    setting = grid.setting
  }

  /// What can be called at a step, MW; of a store its power.
  func registered(at step: Int) -> Double {
    assets.reduce(0) { sum, asset in
      let facts = asset.facts
      return sum
        + (facts.technology.isStorage
          ? facts.capacity : asset.registeredResponse(at: step, in: setting))
    }
  }

  /// The demand of a schedule of the goal's zones with what counts and draws power beside it, MW.
  func load(beside schedule: Schedule) -> [Double] {
    var load = schedule.hourly(.demand)
    for asset in assets + members {
      let added = asset.addedLoad(in: setting)
      for step in load.indices { load[step] += added[step] }
    }
    return load
  }
}

/// What a goal on peak response can ask for beside the resources that its definition names.
public enum PeakResource: String, Sendable, CaseIterable {
  /// Load that a plan adds: hydrogen, desalination.
  case addedLoad = "added-load"
  /// Load that drops out by price, under no contract.
  case priceResponse = "price-response"
  /// Stores of electricity.
  case storage
}

extension Goal {
  /// What it asks for beside the resources that the definition names.
  package var resourcesBeside: [PeakResource] { alsoCounts.compactMap(PeakResource.init) }

  /// Whether a technology counts at the peak by itself.
  package func counts(_ technology: Technology) -> Bool {
    switch technology {
    case .captivePlant, .industry, .interruptibleLoad, .shiftableLoad, .evCharging,
      .virtualPowerPlant:
      true
    case .hydrogen, .desalination: resourcesBeside.contains(.addedLoad)
    case .priceResponsiveLoad: resourcesBeside.contains(.priceResponse)
    default: technology.isStorage && resourcesBeside.contains(.storage)
    }
  }

  /// Whether a technology counts at the peak under the contract of a bundle.
  func countsInBundle(_ technology: Technology) -> Bool {
    technology == .priceResponsiveLoad || counts(technology)
  }
}
