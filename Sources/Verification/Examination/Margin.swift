import GridFormulation

/// Something that costs or earns by the MW in each hour and is held by its own limits alone.
///
/// With x its amount within l…u, c its cost and a what a MW of it gives of each thing that has a price π,
///
///     profit[t] = Σ a[t]·π[t] − c[t]      x < u: profit ≤ 0,    x > l: profit ≥ 0
///
/// Where it could do both more and less, the prices are what it costs: it is marginal.
struct Margin {
  /// What a MW gives of something that has a price.
  struct Gain {
    let price: ResultQuantity
    let owner: Owner
    /// The amount in each hour; below 0 where it is taken.
    let amounts: [Double]
  }

  /// Whose it is.
  let owner: Owner
  /// What it does, in a word or two.
  let name: String
  /// What a breach of its limits is measured against, MW.
  let size: Double
  /// How much of it there is in each hour, MW.
  let amounts: [Double]
  let lower: [Double]
  let upper: [Double]
  /// What a MW costs; below 0 where it earns.
  let costs: [Double]
  var gains: [Gain]
}

extension Examination {
  /// Remembers something that nothing but its limits and prices decide on.
  mutating func note(_ margin: Margin) { margins.append(margin) }

  /// A number in every hour.
  func constant(_ number: Double) -> [Double] { [Double](repeating: number, count: hours) }

  /// What a MW that is injected in a zone gives of its power.
  func gain(inZone zone: String, _ amounts: [Double]) -> Margin.Gain {
    Margin.Gain(price: .price, owner: .zone(zone), amounts: amounts)
  }

  /// What a MW of wind or PV gives of reserve, by what it holds itself and by what it makes others hold.
  func reserveGains(ofWeatherIn zone: String, holdsReserve: Bool) -> [Margin.Gain] {
    let policy = setting.reserve(in: zone)
    guard let index = index(ofZone: zone),
      let area = setting.areas.first(where: { $0.zones.contains(index) })
    else { return [] }
    let own: Double = holdsReserve ? 1 : 0
    let gains: [(ReserveDirection, ResultQuantity, Double)] = [
      (.up, .reserveUpPrice, -own - policy.upShareOfWindAndSolar),
      (.down, .reserveDownPrice, own - policy.downShareOfWindAndSolar),
    ]
    return gains.filter { policy.isRequired($0.0) && $0.2 != 0 }.map {
      Margin.Gain(price: $0.1, owner: area.owner, amounts: constant($0.2))
    }
  }
}
