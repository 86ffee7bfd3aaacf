package import Hourly
import Tables

/// Until when a product that is due must be delivered.
package enum Delivery: String, FieldWord {
  /// In its hour.
  case hour
  /// By the end of its day.
  case day
  /// By the end of the year, or of the hours that are solved.
  case year
}

/// What electrolysers and desalination share: power makes a product that is stored and delivered.
///
///     h[t] = Σ_k y_k·c_k[t],    0 ≤ c_k ≤ w_k·C,    y_1 ≥ y_2 ≥ …
///     e[t] = e[t−1] + h[t] − g[t]/η + u[t] − d[t],    0 ≤ e[t] ≤ E + r[t]
///     Σ c_k[t]/C + g[t]/G ≤ 1
///
/// c_k is power drawn in piece k of the yield curve, h the product made, g power made back of it, d what is due, u
/// what of it is not delivered, at a price. What is due of a day or a year is taken at its last hour; until then
/// what was made for it waits beside the tank: room r, as much as is due.
///
/// Without anybody's call it makes what is due evenly over the hour, the day or the year: the baseline B of its
/// power. Off the grid are B − c: power made back is storage and does not count.
package struct ProductPlant: Sendable {
  /// The result series that its product has.
  package struct Quantities: Sendable {
    package let made: ResultQuantity
    package let stored: ResultQuantity
    package let unmet: ResultQuantity
  }

  package var owner: Owner
  package var quantities: Quantities
  /// Power at full load C, MW.
  package var capacity: Double
  /// Product per MWh by load.
  package var curve: YieldCurve
  /// Product that the tank holds.
  package var tank: Double
  /// Level at the start, share of the tank.
  package var startLevel: Double
  /// Product due an hour.
  package var demand: Profile
  package var delivery: Delivery
  /// Price of a unit that is not delivered.
  package var unmetPrice: Double
  /// Power made back of the product G, MW, and its efficiency η.
  package var powerBack = 0.0
  package var backEfficiency = 0.5
  package var isInLoad: Bool
}

// MARK: - What is due

extension ProductPlant {
  /// The hours that each have one amount due.
  package func periods(of horizon: Horizon) -> [Range<Int>] {
    switch delivery {
    case .hour: horizon.steps.map { $0..<$0 + 1 }
    case .day: horizon.dayRanges
    case .year: horizon.hours > 0 ? [horizon.steps] : []
    }
  }

  /// What is due at each hour's end, and the room beside the tank until then.
  func due(in setting: Setting) -> (amount: [Double], room: [Double]) {
    let rate = setting.value(of: demand)
    var amount = [Double](repeating: 0, count: setting.horizon.hours)
    var room = amount
    for period in periods(of: setting.horizon) {
      let total = period.reduce(0) { $0 + rate[$1] }
      amount[period.upperBound - 1] = total
      for step in period.dropLast() { room[step] = total }
    }
    return (amount, room)
  }

  /// What the plant makes an hour when nobody calls.
  func evenProduct(in setting: Setting) -> [Double] {
    let rate = setting.value(of: demand)
    var made = [Double](repeating: 0, count: setting.horizon.hours)
    for period in periods(of: setting.horizon) {
      let mean = period.reduce(0) { $0 + rate[$1] } / Double(max(period.count, 1))
      for step in period { made[step] = min(mean, capacity * curve.most) }
    }
    return made
  }

  /// Power drawn when nobody calls, MW.
  package func baseline(in setting: Setting) -> [Double] {
    evenProduct(in: setting).map { made in
      capacity * curve.loads(making: made / max(capacity, 1e-300)).reduce(0, +)
    }
  }

  /// More due than full load makes.
  package func complaints(_ field: String, unit: String, in setting: Setting) -> [Complaint] {
    guard capacity > 0 else { return [] }
    let rate = setting.value(of: demand)
    for period in periods(of: setting.horizon) {
      let wanted = period.reduce(0) { $0 + rate[$1] }
      let possible = capacity * curve.most * Double(period.count)
      guard wanted > possible * (1 + 1e-9) else { continue }
      let start = setting.horizon.time(of: period.lowerBound)
      func shown(_ amount: Double) -> String {
        NumberText.shortest((amount * 100).rounded() / 100)
      }
      return [
        Complaint(
          field,
          "asks for \(shown(wanted)) \(unit) in the \(delivery.rawValue) from \(start); full load makes"
            + " \(shown(possible)) \(unit)",
          fix: "Raise capacity_mw, lower what is due, or give `delivery` more time."
        )
      ]
    }
    return []
  }
}

// MARK: - The program

extension ProductPlant {
  /// Writes the plant to the program.
  package func formulate(in desk: inout Desk) {
    let setting = desk.setting
    let even = evenProduct(in: setting)
    var drawn = HourlySum()
    var made = HourlySum()
    var parts: [HourlySum] = []
    for (index, piece) in curve.pieces.enumerated() {
      let resting = even.map { capacity * curve.loads(making: $0 / capacity)[index] }
      let part = desk.variable(
        curve.pieces.count == 1 ? "consumption" : "consumption \(index + 1)",
        to: .constant(piece.width * capacity),
        atRest: .hourly(resting)
      )
      parts.append(part)
      drawn += part
      made += piece.yield * part
    }
    desk.fill(inOrder: parts)
    var back = HourlySum()
    if powerBack > 0 {
      back = desk.variable("power back", to: .constant(powerBack))
      desk.require(
        "shared hour",
        (1 / capacity) * drawn + (1 / powerBack) * back <= HourlySum(.constant(1))
      )
      desk.exclude(drawn, back)
      desk.record(.discharging, back)
    }
    keepProduct(made - (powerBack > 0 ? 1 / backEfficiency : 0) * back, even: even, in: &desk)
    desk.record(.consumption, drawn)
    desk.record(quantities.made, made)
    let baseline = HourlySum(.hourly(baseline(in: setting)))
    desk.takeOffGrid(baseline - drawn)
    desk.inject(back - drawn + (isInLoad ? baseline : HourlySum()))
  }

  /// States the balance of the product in its tank, or without one from hour to hour.
  private func keepProduct(
    _ net: HourlySum,
    even: [Double],
    in desk: inout Desk
  ) {
    let (due, room) = due(in: desk.setting)
    let atMost = desk.allowsShortfall ? due : due.map { _ in 0 }
    let unmet = desk.variable("unmet", to: .hourly(atMost))
    desk.record(quantities.unmet, unmet)
    desk.charge(.unmetProduct, .constant(unmetPrice), for: unmet)
    let whole = tank + (room.max() ?? 0)
    let balance = net + unmet - HourlySum(.hourly(due))
    guard whole > 0 else {
      desk.require("product balance", balance == HourlySum())
      return
    }
    var store = StoredEnergy(
      owner: owner,
      capacity: whole,
      start: startLevel * tank / whole,
      end: .atLeastStart,
      standingLoss: 0
    )
    store.quantity = quantities.stored
    store.highest = .hourly(room.map { (tank + $0) / whole })
    var level = startLevel * tank
    store.resting = .hourly(
      due.indices.map { step in
        level += even[step] - due[step]
        return max(0, level)
      }
    )
    let back = powerBack > 0 ? powerBack / backEfficiency : 0
    _ = store.formulate(
      net: balance,
      least: .hourly(due.map { -back - $0 }),
      most: .hourly(due.indices.map { capacity * curve.most + atMost[$0] - due[$0] }),
      in: &desk
    )
  }
}
