import Grid
import GridDispatch

extension Summary {
  /// The summary as it is printed: one screen, ending in the goals.
  public var text: String {
    let sections = [
      headLines, costLines, energyLines, zoneLines, linkLines, storageLines, storeAccountLines,
      heatLines, coalLines, deepPeakLines, carbonLines, contractLines, systemLines, adequacyLines,
      verificationLines,
      curtailmentLines, goalLines,
    ]
    return sections.filter { !$0.isEmpty }.map { $0.joined(separator: "\n") + "\n" }
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
    if let days = worstDays { lines.append(days) }
    return lines
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
    var table = TextTable(header: ["cost", currency, "\(currency)/MWh of demand"])
    func row(_ name: String, _ amount: Double) {
      let share = supplied > 0 ? NumberText.grouped(amount / supplied, decimals: 2) : ""
      table.append([name, Amount.money(amount, currency: "").trimmingBlanks, share])
    }
    for (kind, amount) in costs where kind != .tieBreak && abs(amount) >= 0.5 {
      row("  " + kind.rawValue, amount)
    }
    row("variable cost", cost)
    if fixedCost != 0 { row("fixed cost, apart", fixedCost) }
    return table.lines(indent: 0)
  }

  private var energyLines: [String] {
    let header = ["energy", "MW", "GWh", "share", "full-load h", "curtailed GWh", "rate"]
    var table = TextTable(header: header)
    for technology in Technology.allCases where technology.isGeneration {
      let group = assets.filter { $0.asset.facts.technology == technology }
      let capacity = group.reduce(0) { $0 + $1.asset.facts.capacity }
      guard capacity > 0 else { continue }
      let energy = group.reduce(0) { $0 + $1.injected }
      let output = group.reduce(0) { $0 + ($1.gross ?? $1.injected) }
      let available = group.reduce(0) { $0 + ($1.available ?? 0) }
      let curtailed = group.reduce(0) { $0 + ($1.curtailed ?? 0) }
      table.append([
        "  " + technology.rawValue, NumberText.grouped(capacity),
        Amount.plain(energy / 1000),
        totals.generation > 0 ? Amount.percent(energy / totals.generation) : "",
        NumberText.grouped(output / capacity),
        available > 0 ? Amount.plain(curtailed / 1000) : "",
        available > 0 ? Amount.percent(curtailed / available) : "",
      ])
    }
    let flows: [(String, Double)] = [
      ("import", totals.imported), ("export", -totals.exported),
      (
        "stores, net",
        -assets.reduce(0) { $0 + ($1.storage.map { $0.charged - $0.discharged } ?? 0) }
      ),
      ("power to heat", -assets.reduce(0) { $0 + ($1.heat == nil ? 0 : $1.withdrawn) }),
      ("interruptible load called", totals.called),
      ("other flexible load, net", totals.otherFlexibleLoad.rounded()),
      ("unserved", totals.unserved), ("demand with losses", totals.demand),
    ]
    for (name, energy) in flows where energy != 0 {
      table.append([
        "  " + name, "", Amount.plain(energy / 1000),
      ])
    }
    return table.lines(indent: 0)
  }

  private var storageLines: [String] {
    var table = TextTable(
      header: [
        "storage", "MW", "MWh", "in GWh", "out GWh", "lost GWh", "cycles", "both GWh", "both h",
      ]
    )
    for figures in assets {
      guard let storage = figures.storage else { continue }
      table.append([
        "  " + figures.asset.name, NumberText.grouped(figures.asset.facts.capacity),
        figures.asset.facts.energyCapacity.map { NumberText.grouped($0) } ?? "",
        Amount.plain(storage.charged / 1000), Amount.plain(storage.discharged / 1000),
        Amount.plain(storage.lost / 1000), storage.cycles.map(Amount.plain) ?? "",
        storage.overlap > 0.5 ? Amount.plain(storage.overlap / 1000) : "",
        storage.overlapHours > 0 ? NumberText.grouped(Double(storage.overlapHours)) : "",
      ])
    }
    return table.isEmpty ? [] : table.lines(indent: 0)
  }
}

extension String {
  /// The text without blanks at its end.
  var trimmingBlanks: String {
    var text = self
    while text.last == " " { text.removeLast() }
    return text
  }
}
