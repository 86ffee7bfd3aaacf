import GridFormulation
import Hourly
import Tables

extension ModelOverview {
  /// The tables below the first line: variant, load, plants and series.
  public var text: String {
    let sections = [VariantText.lines(of: variant), loadLines, fleetLines, seriesLines]
    return sections.filter { !$0.isEmpty }
      .map { $0.flatMap { TextWidth.wrapped($0) }.joined(separator: "\n") + "\n" }
      .joined(separator: "\n")
  }

  private var loadLines: [String] {
    var table = TextTable(header: ["load", "peak", "at", "least", "mean", "energy"])
    for load in loads {
      let time = load.peakTime.description.replacing("T", with: " ")
      table.append([
        load.zone ?? "all zones", Amount.power(load.peak), time, Amount.power(load.least),
        Amount.power(load.mean), Amount.energy(load.energy),
      ])
    }
    return table.isEmpty ? [] : table.lines(indent: 0)
  }

  private var fleetLines: [String] {
    var table = TextTable(header: ["capacity", "assets", "power", "energy", "hours"])
    for fleet in fleets {
      let hours = fleet.energy.flatMap { fleet.capacity > 0 ? $0 / fleet.capacity : nil }
      table.append([
        fleet.technology.rawValue, String(fleet.count), Amount.power(fleet.capacity),
        fleet.energy.map(Amount.energy) ?? "", hours.map { Amount.plain($0) } ?? "",
      ])
    }
    return table.isEmpty ? [] : table.lines(indent: 0)
  }

  private var seriesLines: [String] {
    var table = TextTable(
      header: ["series", "unit", "hours", "least", "mean", "most", ""],
      endsInText: true
    )
    for entry in series {
      table.append([
        entry.name, entry.unit, NumberText.grouped(Double(entry.hours)), Self.shown(entry.least),
        Self.shown(entry.mean), Self.shown(entry.most), entry.isUsed ? "" : "unused",
      ])
    }
    return table.isEmpty ? [] : table.lines(indent: 0)
  }

  /// A value of a series: shares to three decimals, larger numbers to fewer.
  private static func shown(_ value: Double) -> String {
    NumberText.grouped(value, decimals: abs(value) < 10 ? 3 : abs(value) < 1000 ? 1 : 0)
  }
}

/// The changes that make a variant, as lines of a header.
enum VariantText {
  /// The changes that are told one by one.
  private static let most = 6

  /// One line a change, then how many more there are.
  static func lines(of changes: [ModelChange]) -> [String] {
    var lines = changes.prefix(most).map { change in
      let before = change.before.map { $0.isEmpty ? "none" : $0 } ?? "none"
      return "variant: \(change.shortPath) = \(change.value) (model: \(before))"
    }
    if changes.count > most { lines.append("variant: \(changes.count - most) more changes") }
    return lines
  }
}
