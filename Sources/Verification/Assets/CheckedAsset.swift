import GridFormulation

/// A kind of asset whose part of a schedule can be checked.
///
/// A check works from the asset's parameters and the schedule's numbers, with its own equations; it adds
/// the asset to the zone's totals and the cost ledger.
protocol CheckedAsset: Asset {
  /// Checks the asset's series.
  func check(in examination: inout Examination)
}

/// A load whose response to a call counts at the peak.
protocol RespondingLoad: CheckedAsset {
  /// What runs at a step and can be called, MW.
  func registered(at step: Int, in setting: Setting) -> Double
  /// What it draws less than its baseline in each hour of the schedule, MW; empty where it has no series.
  func offGrid(in examination: inout Examination) -> [Double]
}

extension RespondingLoad {
  /// Of a load that the zone's load holds already: what it injects.
  func offGrid(in examination: inout Examination) -> [Double] {
    examination.seriesIfPresent(.power, of: owner) ?? []
  }
}

/// A store whose account can be checked.
protocol AccountedStore: CheckedAsset {
  /// What it is paid for its power in a year; nil where it counts as no store.
  var paidForPower: Double? { get }
  /// Whether it stands at a customer: what it gives need not be sent out with the network's loss.
  var isAtCustomer: Bool { get }
}

extension AccountedStore {
  var isAtCustomer: Bool { false }
}

extension Examination {
  /// Checks an asset; a kind without a check is a fault.
  mutating func check(_ asset: any Asset) {
    guard let checked = asset as? any CheckedAsset else {
      note(asset.name, rule: "check", amount: .infinity, "is missing for this kind of asset")
      return
    }
    checked.check(in: &self)
  }

  /// The position of a zone among the totals.
  func index(ofZone name: String) -> Int? { zones.firstIndex { $0.zone.name == name } }

  /// Reads the asset's power and adds it to the zone's injection.
  mutating func injection(of owner: Owner) -> [Double] {
    let power = series(.power, of: owner)
    add(power, to: \.injection, of: owner)
    return power
  }

  /// Reads the reserve that an asset holds and adds it to the zone's.
  mutating func reserve(_ direction: ReserveDirection, of owner: Owner) -> [Double] {
    let held = series(direction == .up ? .reserveUp : .reserveDown, of: owner)
    add(held, to: direction == .up ? \.reserveUp : \.reserveDown, of: owner)
    return held
  }

  /// Adds an asset's values to a total of its zone.
  mutating func add(
    _ values: [Double],
    to path: WritableKeyPath<ZoneTotals, [Double]>,
    of owner: Owner
  ) {
    guard let zone = index(ofZone: owner.zone) else {
      note(owner.label, rule: "zone", amount: .infinity, "is not in the model")
      return
    }
    ZoneTotals.add(values, to: &zones[zone][keyPath: path])
  }

  /// Remembers a unit that could fail, in MW after own use.
  mutating func noteUnit(of size: Double, in zone: String) {
    guard let index = index(ofZone: zone) else { return }
    zones[index].largestUnit = max(zones[index].largestUnit, size)
  }

  /// Requires every hour's value to lie between two bounds.
  mutating func requireRange(
    _ rule: String,
    of owner: Owner,
    size: Double,
    _ values: [Double],
    from lower: [Double],
    to upper: [Double]
  ) {
    require(rule, of: owner, size: size) { step in
      larger(lower[step] - values[step], values[step] - upper[step])
    }
  }

  /// Requires every hour's value to lie between two numbers.
  mutating func requireRange(
    _ rule: String,
    of owner: Owner,
    size: Double,
    _ values: [Double],
    from lower: Double,
    to upper: Double
  ) {
    require(rule, of: owner, size: size) { step in
      larger(lower - values[step], values[step] - upper)
    }
  }
}

/// The larger of two numbers; not a number where either is none, which `max` does not promise.
@inline(__always)
func larger(_ left: Double, _ right: Double) -> Double {
  left.isNaN || left > right ? left : right
}
