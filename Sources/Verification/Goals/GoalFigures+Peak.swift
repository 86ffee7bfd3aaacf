import GridDispatch
import GridFormulation
import Hourly
import Tables

/// What can be called at the peak, from the assets' own parameters.
extension GoalFigures {
  /// The contracted load that runs in the hour of the largest load, over that load.
  func registeredResponse(_ goal: Goal) -> GoalFigure {
    let bundles = assets.compactMap { $0.asset as? VirtualPowerPlant }
    let bundled = Set(bundles.flatMap(\.members))
    let isAdded = { (asset: any Asset) in asset is Hydrogen || asset is Desalination }
    let asksForAdded = goal.alsoCounts.contains("added-load")
    var responding: [any RespondingLoad] = []
    var drawing: [any Asset] = []
    for (asset, _) in assets {
      guard let load = asset as? any RespondingLoad, !isAdded(load) || asksForAdded else {
        continue
      }
      if bundled.contains(load.name) {
        drawing.append(load)
        continue
      }
      if load is PriceResponsiveLoad, !goal.alsoCounts.contains("price-response") { continue }
      drawing.append(load)
      responding.append(load)
    }
    var load = schedule.hourly(.demand)
    for asset in drawing {
      for step in load.indices { load[step] += drawn(by: asset, at: step) }
    }
    let most = load.max() ?? 0
    guard let peak = load.firstIndex(of: most) else {
      return GoalFigure(numerator: 0, denominator: 0)
    }
    var power = goal.alsoCounts.contains("storage") ? storePower : 0
    for load in responding {
      guard let bundle = load as? VirtualPowerPlant else {
        power += load.registered(at: peak, in: setting)
        continue
      }
      let members = drawing.filter { bundle.members.contains($0.name) }
        .compactMap { $0 as? any RespondingLoad }
      let all = members.reduce(0) { $0 + $1.registered(at: peak, in: setting) }
      power += all < bundle.limit.megawatts ? all : bundle.limit.megawatts
    }
    return GoalFigure(numerator: power, denominator: most)
  }

  private var storePower: Double {
    assets.reduce(0) { sum, entry in
      switch entry.source {
      case .battery, .pumpedHydro, .otherStorage: sum + CapacityCount.capacity(of: entry.asset)
      default: sum
      }
    }
  }

  /// What a load draws uncalled where the zone's load does not hold it, MW.
  private func drawn(by asset: any Asset, at step: Int) -> Double {
    switch asset {
    case let plant as Hydrogen:
      plant.isInLoad ? 0 : plant.registered(at: step, in: setting)
    case let plant as Desalination:
      plant.isInLoad ? 0 : plant.registered(at: step, in: setting)
    default: asset.addedLoad(in: setting)[step]
    }
  }
}
