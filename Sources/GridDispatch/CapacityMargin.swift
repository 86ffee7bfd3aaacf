package import GridFormulation
public import Hourly

/// What could be given beyond the demand, in the hour of the peak and in the tightest hour.
///
///     margin[t] = Σ plants + wind and PV + stores + trade − demand       after own use and outage
///     need[t] = demand[t] − Σ all but the stores
///     L[t]: the hours s around t, without a gap, with need[s] ≥ need[t] − 0.03 · demand[t], or need[s] > 0
///
/// The tightest hour is that of the least margin in MW. Lines and corridors within the grid are not counted,
/// nor is load that could be called: that stands beside.
public struct CapacityMargin: Sendable {
  /// What there is in one hour, MW.
  public struct Moment: Sendable {
    /// The hour.
    public let time: TimeStamp
    /// Demand with network losses.
    public let demand: Double
    /// Thermal and nuclear plants and those of which nothing is known.
    public var plants = 0.0
    /// Wind and PV as the weather offers.
    public var windAndSolar = 0.0
    /// Hydropower, its reservoirs by what they can hold through the hours.
    public var hydro = 0.0
    /// Stores by what they can hold through the hours.
    public var stores = 0.0
    /// Import that can be had less export that is due.
    public var trade = 0.0
    /// Load that can be called; not part of the margin.
    public var callable = 0.0
    /// The hours that stores must last.
    public let hours: Int

    /// All that can be given.
    public var capacity: Double { plants + windAndSolar + hydro + stores + trade }
    /// What of it lies above the demand; below 0 where it does not reach.
    public var margin: Double { capacity - demand }
    /// The same over the demand; nil without demand.
    public var share: Double? { demand > 0 ? margin / demand : nil }
  }

  /// The hour of the highest demand.
  public let peak: Moment
  /// The hour in which the least is left.
  public let tightest: Moment

  /// How much less hours beside one may need and belong to the same spell, as a share of its demand.
  package static let spellShare = 0.03
  /// The most hours that a store is asked to last.
  package static let mostHours = 168

  /// What is counted, in one sentence.
  public static let definition =
    "plants after own use, outage and maintenance, wind and PV as the weather offers, stores by what "
    + "they hold when full over the hours around in which all else leaves no more than 3 % of demand "
    + "beyond what it leaves then, or does not reach, "
    + "import that can be had less export that is due; heat given, corridors and load that can be called "
    + "are left out."
}

extension CapacityMargin {
  /// The margins of a part of a grid; nil without demand.
  package init?(of grid: GridModel, demand: [Double], in scope: GridPart) {
    guard let most = demand.max(), most > 0, let peak = demand.firstIndex(of: most) else {
      return nil
    }
    let parts = Parts(of: grid, in: scope, hours: demand.count)
    let spells = Spells(demand: demand, steady: parts.steady)
    let tightest = parts.tightest(demand: demand, spells: spells) ?? peak
    func moment(_ step: Int) -> Moment {
      let hours = spells.hours(around: step)
      var moment = Moment(
        time: grid.setting.horizon.time(of: step),
        demand: demand[step],
        hours: hours
      )
      for part in parts.assets {
        moment[keyPath: part.path] += part.capability.most(at: step, lasting: hours)
      }
      moment.callable = Self.callable(at: step, of: grid, in: scope)
      return moment
    }
    self.peak = moment(peak)
    self.tightest = moment(tightest)
  }

  /// Load registered that runs in an hour and can be called, MW.
  private static func callable(at step: Int, of grid: GridModel, in scope: GridPart) -> Double {
    let bundled = Set(grid.assets.flatMap(\.bundledAssets))
    return grid.assets.reduce(0) { sum, asset in
      let isNamed =
        switch asset.facts.technology {
        case .hydrogen, .desalination: false
        default: asset.facts.technology.isFlexibleLoad
        }
      guard isNamed, scope.contains(asset.zone), !bundled.contains(asset.name) else { return sum }
      return sum + asset.registeredResponse(at: step, in: grid.setting)
    }
  }
}

/// The assets that give, each in its part of the sum, and what of them needs no store.
private struct Parts {
  typealias Part = (
    path: WritableKeyPath<CapacityMargin.Moment, Double>, capability: Capability
  )

  let assets: [Part]
  /// What can be given in each hour without any store, MW.
  let steady: [Double]

  init(of grid: GridModel, in scope: GridPart, hours: Int) {
    assets = grid.assets.compactMap { asset in
      guard scope.contains(asset.zone), let path = Self.path(of: asset.facts.technology) else {
        return nil
      }
      return (path, asset.capability(in: grid.setting))
    }
    var sum = [Double](repeating: 0, count: hours)
    for part in assets {
      for step in 0..<hours {
        sum[step] += min(part.capability.power, part.capability.steady[step])
      }
    }
    steady = sum
  }

  private static func path(
    of technology: Technology
  ) -> WritableKeyPath<CapacityMargin.Moment, Double>? {
    if technology.isWind || technology.isSolar { return \.windAndSolar }
    if technology == .hydro { return \.hydro }
    if technology.isGeneration { return \.plants }
    if technology.isStorage { return \.stores }
    return technology == .exchange ? \.trade : nil
  }

  /// The hour of the least margin, the first of equal ones.
  ///
  /// Hours are tried from the one with the least without stores on, until none can be tighter.
  func tightest(demand: [Double], spells: Spells) -> Int? {
    let bare = demand.indices.map { steady[$0] - demand[$0] }
    let order = demand.indices.sorted { (bare[$0], $0) < (bare[$1], $1) }
    let stores = assets.filter { $0.capability.stored > 0 }
    var best: (margin: Double, step: Int)?
    for step in order {
      if let best, bare[step] > best.margin { break }
      let hours = spells.hours(around: step)
      let margin = stores.reduce(bare[step]) { sum, part in
        let capability = part.capability
        return sum + capability.most(at: step, lasting: hours)
          - min(capability.power, capability.steady[step])
      }
      if (margin, step) < best ?? (.infinity, 0) { best = (margin, step) }
    }
    return best?.step
  }
}
