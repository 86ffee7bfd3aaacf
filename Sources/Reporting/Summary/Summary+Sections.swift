import GridDispatch
import GridFormulation
import GridGoals
import Hourly
import Tables
import Verification

extension Summary {
  /// Coal clusters by part: rate, starts, time below half load, energy per deep-peak tier.
  var coalLines: [String] {
    let clusters = assets.filter { $0.asset.facts.technology == .coal && !$0.units.isEmpty }
    let tierCount = clusters.flatMap(\.units).map(\.tiers.count).max() ?? 0
    let tiers = (0..<tierCount).map { "tier \($0 + 1) GWh" }
    var table = TextTable(
      header: ["coal", "MW", "min", "GWh", "ktce", "g/kWh", "starts/unit", "h < 50 %"] + tiers
    )
    for cluster in clusters {
      for unit in cluster.units {
        let name = unit.part.name.map { "\(cluster.asset.name).\($0)" } ?? cluster.asset.name
        table.append(
          [
            "  " + name, NumberText.grouped(unit.part.capacity),
            NumberText.fixed(100 * unit.part.minimumOutput, decimals: 0) + " %",
            Amount.plain(unit.supplied / 1000), Amount.plain(unit.fuel / 1000),
            unit.fuelRate.map { NumberText.fixed($0, decimals: 1) } ?? "",
            unit.startsPerUnit.map { NumberText.fixed($0, decimals: 1) } ?? "",
            unit.hoursBelowHalf.map { NumberText.grouped(Double($0)) } ?? "",
          ] + unit.tiers.map { Amount.plain($0 / 1000) }
        )
      }
    }
    let units = clusters.flatMap(\.units)
    if units.count > 1 { table.append(Self.total(of: units, tierCount: tierCount)) }
    return table.isEmpty ? [] : table.lines(indent: 0) + Self.heatDeducted(from: units)
  }

  /// The coal rate without the coal of heat, as each allocation has it, with what it is made of.
  private static func heatDeducted(from units: [UnitFigures]) -> [String] {
    let heat = units.reduce(0) { $0 + ($1.heat ?? 0) }
    let supplied = units.reduce(0) { $0 + $1.supplied }
    guard heat > 0, supplied > 0 else { return [] }
    let fuel = units.reduce(0) { $0 + $1.fuel }
    return HeatAllocation.allCases.map { allocation in
      let ofHeat = units.reduce(0) { $0 + $1.fuelOfHeat(allocation) }
      return "  heat deducted (\(allocation.rawValue)): (\(Amount.plain(fuel / 1000))"
        + " − \(Amount.plain(ofHeat / 1000)) of \(Amount.plain(heat / 1000)) GWh heat) ktce / "
        + "\(Amount.plain(supplied / 1000)) GWh = "
        + NumberText.fixed(1000 * (fuel - ofHeat) / supplied, decimals: 1) + " g/kWh"
    }
  }

  /// The row of all coal units.
  private static func total(of units: [UnitFigures], tierCount: Int) -> [String] {
    func sum(_ value: (UnitFigures) -> Double) -> Double { units.reduce(0) { $0 + value($1) } }
    let supplied = sum(\.supplied)
    let fuel = sum(\.fuel)
    let tiers = (0..<tierCount).map { tier in
      sum { tier < $0.tiers.count ? $0.tiers[tier] : 0 }
    }
    return [
      "  all coal units", NumberText.grouped(sum(\.part.capacity)), "",
      Amount.plain(supplied / 1000),
      Amount.plain(fuel / 1000),
      supplied > 0 ? NumberText.fixed(1000 * fuel / supplied, decimals: 1) : "", "", "",
    ] + tiers.map { Amount.plain($0 / 1000) }
  }

  /// The prices of a grid of one zone; of several, each stands in its row.
  var systemLines: [String] {
    guard prices.count == 1, let price = prices.first else { return [] }
    func shown(_ number: Double) -> String { NumberText.fixed(number, decimals: 1) }
    let hours = [("at zero", price.hoursAtZero), ("below zero", price.hoursBelowZero)]
      .map { ", \($0.0) in \(NumberText.grouped(Double($0.1))) h" }.joined()
    return [
      "price      mean \(shown(price.mean)), weighted by demand \(shown(price.demandWeightedMean))"
        + ", from \(shown(price.lowest)) to \(shown(price.highest)) \(currency)/MWh" + hours
    ]
  }

  /// The margin with its parts, what was not served, and the poorest week.
  var adequacyLines: [String] {
    var lines: [String] = []
    if let margin = adequacy.margin {
      lines += Self.lines(of: margin.peak, "peak")
      if margin.tightest.time == margin.peak.time {
        lines.append("  the tightest hour is that of the peak")
      } else {
        lines += Self.lines(of: margin.tightest, "tightest hour")
      }
    }
    lines.append(
      "  unserved \(Amount.energy(adequacy.unservedEnergy)) in \(adequacy.unservedHours) h"
        + ", upward reserve short \(Amount.energy(adequacy.reserveShort))"
    )
    if let week = adequacy.poorestWeek {
      lines.append(
        "  poorest wind and PV week from \(week.start.date)"
          + ": \(Amount.power(week.meanPower)) on average, \(Amount.percent(week.meanShare))"
      )
    }
    return ["adequacy, after own use, outage and maintenance; see `gridflex describe figures`"]
      + lines
  }

  /// An hour's demand, what can be given then, and what that is made of.
  private static func lines(of moment: CapacityMargin.Moment, _ name: String) -> [String] {
    let share = moment.share.map { " (\(Amount.percent($0)))" } ?? ""
    let parts: [(String, Double)] = [
      ("plants", moment.plants), ("wind and PV", moment.windAndSolar), ("hydro", moment.hydro),
      ("stores over \(moment.hours) h", moment.stores), ("trade", moment.trade),
    ]
    let shown = parts.filter { $0.1 != 0 }.map { "\($0.0) \(Amount.power($0.1))" }
    let callable =
      moment.callable > 0 ? "; besides, \(Amount.power(moment.callable)) of load can be called" : ""
    return [
      "  \(name) \(Amount.power(moment.demand)) at \(moment.time), can be given "
        + "\(Amount.power(moment.capacity)), margin \(Amount.power(moment.margin))\(share)",
      "    " + shown.joined(separator: ", ") + callable,
    ]
  }

  /// What the check without the solver found, in one line.
  var verificationLines: [String] {
    let balance = Amount.ceiling(verification.maxBalanceResidualMW)
    let rules = Amount.ceiling(verification.maxBoundViolation)
    let cost = Amount.ceiling(verification.costDifference)
    return [
      "verified without the solver: balances within \(balance) MW, rules within \(rules) of their"
        + " size, cost within \(cost) \(currency)"
    ] + verification.differences.map { "payments or prices differ from the schedule: \($0)" }
  }

  /// Curtailed wind and PV in shades, month by hour of the day.
  var curtailmentLines: [String] {
    let lines = HeatTable(cells: curtailment).lines { "\(Amount.plain($0 / 1000)) GWh" }
    guard !lines.isEmpty else { return [] }
    return [
      "curtailed wind and PV by hour of day, shaded by share of the largest cell:",
      "  \(HeatTable.legend)",
    ] + lines
  }

  /// The goals with value, threshold, and what they are made of.
  var goalLines: [String] {
    guard !goals.isEmpty else { return [] }
    let window = isWholeModel ? "" : ", judged on the window"
    var table = TextTable(header: ["goals\(window)", "", "", ""])
    for verdict in goals { table.append(Self.cells(of: verdict)) }
    let rows = table.lines(indent: 0)
    var lines = [rows[0]]
    for (row, verdict) in zip(rows.dropFirst(), goals) {
      lines += [row, "      " + Self.made(of: verdict)]
    }
    for verdict in goals {
      if let remark = verdict.remark { lines.append("  \(verdict.goal.id): \(remark)") }
    }
    lines.append("  beyond a power model, not judged: " + Self.beyondPower.joined(separator: ", "))
    return lines
  }

  /// Targets of the plans that no model of the power system alone can judge.
  static let beyondPower = [
    "non-fossil share of primary energy", "energy per unit of GDP", "CO2 per unit of GDP",
  ]

  private static func cells(of verdict: GoalVerdict) -> [String] {
    let goal = verdict.goal
    func shown(_ value: Double?) -> String {
      guard let value else { return "–" }
      return verdict.unit == "pu" ? Amount.percent(value) : "\(Amount.plain(value)) \(verdict.unit)"
    }
    let sign = goal.sign
    func tolerance(_ threshold: Double) -> String {
      goal.comparison == .about ? " (≥ \(shown(goal.leastOfAbout(threshold))))" : ""
    }
    return [
      "  " + goal.id, verdict.verdict.rawValue.uppercased(), shown(verdict.value),
      goal.threshold.map { "\(sign) \(shown($0))" + tolerance($0) } ?? "",
    ]
  }

  /// The variant, zone and year of a goal, what its value is made of, and its source.
  private static func made(of verdict: GoalVerdict) -> String {
    let goal = verdict.goal
    let scope = [verdict.variant] + (goal.zone.map { [$0] } ?? []) + [String(verdict.year)]
    var parts = [scope.joined(separator: ", ")]
    if let numerator = verdict.numerator, let denominator = verdict.denominator {
      parts.append(
        "\(Amount.plain(numerator)) / \(Amount.plain(denominator)) \(verdict.partsUnit)"
      )
    }
    if verdict.isWithinGap { parts.append("within the gap") }
    return (parts + [goal.source]).filter { !$0.isEmpty }.joined(separator: "; ")
  }
}
