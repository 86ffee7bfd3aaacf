import GridDispatch
package import GridFormulation
import Hourly

/// What each technology of a grid can give in an hour, and what holds the rest of its capacity back.
///
/// Plants after own use, outage and maintenance, wind, PV and hydropower as weather and water offer, stores by what
/// they hold when full over the spell of hours in which they are needed: as the margin over demand counts.
package struct HourCapability: Sendable {
  /// One technology in one hour, MW.
  package struct Amount: Sendable {
    /// Capacity.
    package var installed = 0.0
    /// What can be given.
    package var able = 0.0
    /// What is away for maintenance, or by the season, beside what is held back in every hour.
    package var maintenance = 0.0
    /// What cannot be given for all other reasons.
    package var held: Double { installed - able - maintenance }
  }

  private struct Source: Sendable {
    let technology: Technology
    let installed: Double
    let capability: Capability
    /// The most that it gives in any hour; nil where weather or what it holds decides.
    let best: Double?
  }

  private let sources: [Source]
  private let spells: Spells
  private let demand: [Double]
  /// What can be given in each hour without any store, MW.
  private let steady: [Double]
  /// What can be bought less what must be sold, in each hour, MW.
  package let trade: [Double]
  /// Load that can be called in each hour, MW.
  package let callable: [Double]

  /// The capability of a grid or of a zone of it.
  package init(of grid: ReportedGrid) {
    let model = grid.result.model
    let (setting, steps) = (model.setting, grid.horizon.steps)
    var sources: [Source] = []
    var trade = [Double](repeating: 0, count: grid.horizon.hours)
    var steady = trade
    var callable = trade
    let bundled = Set(model.assets.flatMap(\.bundledAssets))
    for asset in model.assets where grid.zone == nil || asset.zone == grid.zone {
      let facts = asset.facts
      let technology = facts.technology
      if technology == .exchange {
        let capability = asset.capability(in: setting)
        for step in steps { trade[step] += min(capability.power, capability.steady[step]) }
      } else if technology.isGeneration || technology.isStorage {
        let capability = asset.capability(in: setting)
        let varies = technology.isWind || technology.isSolar || capability.stored > 0
        let best =
          varies || technology == .hydro ? nil : capability.steady.maximum(over: steps)
        sources.append(
          Source(
            technology: technology,
            installed: facts.capacity,
            capability: capability,
            best: best
          )
        )
        for step in steps { steady[step] += min(capability.power, capability.steady[step]) }
      } else if technology.isFlexibleLoad, technology != .hydrogen, technology != .desalination,
        !bundled.contains(asset.name)
      {
        for step in steps { callable[step] += asset.registeredResponse(at: step, in: setting) }
      }
    }
    (self.sources, self.trade, self.callable, demand) = (sources, trade, callable, grid.demand)
    self.steady = zip(steady, trade).map { $0 + $1 }
    spells = Spells(demand: grid.demand, steady: self.steady)
  }

  /// How long stores must last in an hour.
  package func spell(at step: Int) -> Int { spells.hours(around: step) }

  /// What a technology can give in an hour.
  package func amount(of technology: Technology, at step: Int) -> Amount {
    let hours = spell(at: step)
    var amount = Amount()
    for source in sources where source.technology == technology {
      let able = source.capability.most(at: step, lasting: hours)
      amount.installed += source.installed
      amount.able += able
      if let best = source.best { amount.maintenance += max(best - able, 0) }
    }
    return amount
  }

  /// What can be given in an hour less demand, MW; load that can be called is left out.
  package func margin(at step: Int) -> Double {
    let stores = sources.filter { $0.capability.stored > 0 }
    guard !stores.isEmpty else { return steady[step] - demand[step] }
    let hours = spell(at: step)
    return stores.reduce(steady[step] - demand[step]) { sum, source in
      let capability = source.capability
      return sum + capability.most(at: step, lasting: hours)
        - min(capability.power, capability.steady[step])
    }
  }

  /// The hour of the highest demand in a range, the first of equal ones.
  package func peak(in range: Range<Int>) -> Int {
    range.max { (demand[$0], $1) < (demand[$1], $0) } ?? range.lowerBound
  }

  /// The hour of the least margin in a range, the first of equal ones.
  ///
  /// Hours are tried from the one with the least without stores on, until none can be tighter.
  package func tightest(in range: Range<Int>) -> Int {
    func bare(_ step: Int) -> Double { steady[step] - demand[step] }
    var best: (margin: Double, step: Int)?
    for step in range.sorted(by: { (bare($0), $0) < (bare($1), $1) }) {
      if let best, bare(step) > best.margin { break }
      let margin = margin(at: step)
      if (margin, step) < best ?? (.infinity, 0) { best = (margin, step) }
    }
    return best?.step ?? range.lowerBound
  }
}
