import Grid
import GridDispatch
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
      "  all", NumberText.grouped(sum(\.part.capacity)), "", Amount.plain(supplied / 1000),
      Amount.plain(fuel / 1000),
      supplied > 0 ? NumberText.fixed(1000 * fuel / supplied, decimals: 1) : "", "", "",
    ] + tiers.map { Amount.plain($0 / 1000) }
  }

  /// Emissions and prices, a line each.
  var systemLines: [String] {
    let captured =
      totals.carbonCaptured > 0 ? " (captured \(Amount.mass(totals.carbonCaptured)))" : ""
    var lines = [
      "emissions  CO2 \(Amount.mass(totals.carbonDioxide))\(captured)"
        + ", SO2 \(Amount.mass(totals.sulphurDioxide)), NOx \(Amount.mass(totals.nitrogenOxides))"
        + ", coal \(Amount.mass(totals.coal, of: "tce"))"
    ]
    for price in prices where prices.count == 1 {
      let mean = NumberText.fixed(price.mean, decimals: 1)
      let weighted = NumberText.fixed(price.demandWeightedMean, decimals: 1)
      let range =
        NumberText.fixed(price.lowest, decimals: 1) + " to "
        + NumberText.fixed(price.highest, decimals: 1)
      lines.append(
        "price      mean \(mean), weighted by demand \(weighted), from \(range) \(currency)/MWh"
          + ", at or below zero in \(NumberText.grouped(Double(price.hoursAtZero))) h"
      )
    }
    return lines
  }

  /// The peak with its margin, what was not served, and the poorest week.
  var adequacyLines: [String] {
    var lines: [String] = []
    if let peak = adequacy.peakTime {
      let margin = adequacy.reserveMargin.map { ", margin \(Amount.percent($0))" } ?? ""
      lines.append(
        "adequacy   peak \(Amount.power(adequacy.peakDemand)) at \(peak)"
          + ", capacity then \(Amount.power(adequacy.capacityAtPeak))\(margin)"
      )
    }
    lines.append(
      "           unserved \(Amount.energy(adequacy.unservedEnergy))"
        + " in \(adequacy.unservedHours) h, reserve short \(Amount.energy(adequacy.reserveShort))"
    )
    if let week = adequacy.poorestWeek {
      lines.append(
        "           poorest wind and PV week from \(week.start.date)"
          + ": \(Amount.power(week.meanPower)) on average, \(Amount.percent(week.meanShare))"
      )
    }
    return lines
  }

  /// What the check without the solver found, in one line.
  var verificationLines: [String] {
    let balance = Amount.ceiling(verification.maxBalanceResidualMW)
    let rules = Amount.ceiling(verification.maxBoundViolation)
    let cost = Amount.ceiling(verification.costDifference)
    return [
      "verified without the solver: balances within \(balance) MW, rules within \(rules) of their"
        + " size, cost within \(cost) \(currency)"
    ] + verification.differences.map { "the settlement differs from the schedule: \($0)" }
  }

  /// Curtailed wind and PV in shades, month by hour of the day.
  var curtailmentLines: [String] {
    let lines = HeatTable(cells: curtailment).lines { "\(Amount.plain($0 / 1000)) GWh" }
    guard !lines.isEmpty else { return [] }
    return [
      "curtailed wind and PV by hour of day, shaded by share of the largest cell: \(HeatTable.legend)"
    ] + lines
  }

  /// The goals with value, threshold, and what they are made of.
  var goalLines: [String] {
    guard !goals.isEmpty else { return [] }
    let window = isWholeModel ? "" : ", judged on the window"
    var table = TextTable(header: ["goals\(window)", "", "", "", "", ""], endsInText: true)
    for verdict in goals { table.append(Self.cells(of: verdict)) }
    var lines = table.lines(indent: 0)
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
    let sign =
      switch goal.comparison {
      case .atLeast: "≥"
      case .atMost: "≤"
      case .above: ">"
      case .below: "<"
      case .about: "≈"
      }
    func tolerance(_ threshold: Double) -> String {
      goal.comparison == .about ? " (≥ \(shown(Goal.aboutShare * threshold)))" : ""
    }
    var parts = ""
    if let numerator = verdict.numerator, let denominator = verdict.denominator {
      parts = "\(Amount.plain(numerator)) / \(Amount.plain(denominator)) \(verdict.partsUnit)"
    }
    return [
      "  \(goal.id) (\(([verdict.variant] + (goal.zone.map { [$0] } ?? [])).joined(separator: ", ")))",
      verdict.verdict.rawValue.uppercased(),
      shown(verdict.value), goal.threshold.map { "\(sign) \(shown($0))" + tolerance($0) } ?? "",
      parts,
      goal.source + (verdict.isWithinGap ? " (within the gap)" : ""),
    ]
  }
}
