import GridDispatch
import GridFormulation
import Hourly
import Tables

extension Summary {
  /// The summary as it is printed: one screen, ending in the goals.
  public var text: String {
    let sections = [
      headLines, costLines, energyLines, zoneLines, linkLines, storageLines, storeAccountLines,
      demandSideLines, heatLines, coalLines, emissionLines, deepPeakLines, carbonLines,
      contractLines, systemLines, adequacyLines, accommodationLines,
      verificationLines,
      curtailmentLines, goalLines,
    ]
    return sections.filter { !$0.isEmpty }
      .map { $0.flatMap { TextWidth.wrapped($0) }.joined(separator: "\n") + "\n" }
      .joined(separator: "\n")
  }

  private var headLines: [String] {
    let head = title.isEmpty ? name : "\(name): \(title)"
    let hours = NumberText.grouped(Double(horizon.hours))
    let names = self.zones.prefix(6).joined(separator: ", ")
    let count = self.zones.count
    let zones = count == 1 ? "" : count > 6 ? ", \(count) zones" : ", zones \(names)"
    var lines = [head] + VariantText.lines(of: variant)
    lines.append("\(hours) h from \(horizon.start) to \(horizon.end)\(zones)")
    if !isWholeModel {
      lines.append("a window of the model's \(NumberText.grouped(Double(modelHours))) h")
    }
    let bound = lowerBound.map { ", at least \(Amount.money($0, currency: currency))" } ?? ""
    let gap = gap.map { ", certified gap \(NumberText.fixed(100 * $0, decimals: 3)) %" } ?? ""
    lines.append("\(status.rawValue): cost \(Amount.money(cost, currency: currency))\(bound)\(gap)")
    lines.append(unservedLine)
    if let days = worstDays { lines.append(days) }
    return lines
  }

  /// Whether all demand was served, before all else that the schedule says.
  private var unservedLine: String {
    guard adequacy.unservedEnergy > 0 else { return "all demand is served" }
    let share = totals.demand > 0 ? adequacy.unservedEnergy / totals.demand : 0
    return "UNSERVED: \(Amount.energy(adequacy.unservedEnergy)) in "
      + "\(NumberText.grouped(Double(adequacy.unservedHours))) h, \(Amount.percent(share)) of "
      + "demand, at most \(Amount.power(adequacy.unservedMost))"
  }

  /// Where a gap of more than a millionth sits, if it spans more than a few days.
  private var worstDays: String? {
    guard let gap, gap > 1e-6, gapByDay.count > 8 else { return nil }
    let total = gapByDay.reduce(0, +)
    let worst = gapByDay.indices.dropLast()
      .sorted { (gapByDay[$1], $0) < (gapByDay[$0], $1) }
      .prefix(5)
    let share = worst.reduce(0) { $0 + gapByDay[$1] } / total
    let ranges = horizon.dayRanges
    let days = worst.map { String(horizon.time(of: ranges[$0].lowerBound).description.prefix(10)) }
    return "\(Amount.percent(share)) of the gap sits in \(days.joined(separator: ", "))"
  }

  private var costLines: [String] {
    let supplied = totals.supplied
    var table = TextTable(header: ["cost", currency, "\(currency)/\(Figure.costPerSupplied.name)"])
    func row(_ name: String, _ amount: Double) {
      let share = supplied > 0 ? NumberText.grouped(amount / supplied, decimals: 2) : ""
      table.append([name, Amount.money(amount, currency: "").trimmingBlanks, share])
    }
    for (kind, amount) in costs where amount != 0 {
      row("  " + kind.rawValue, amount)
    }
    row("variable cost", cost)
    if fixedCost != 0 { row(Figure.fixedCost.name + ", apart", fixedCost) }
    if capitalCost != 0 { row("capital, apart", capitalCost) }
    return table.lines(indent: 0)
  }
}

extension StringProtocol {
  /// The text without blanks at its end.
  var trimmingBlanks: String {
    var text = String(self)
    while text.last == " " { text.removeLast() }
    return text
  }
}
