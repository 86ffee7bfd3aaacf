import GridFormulation
import Tables

extension Summary {
  /// How many zones and links a text shows; all stand in `summary.json`.
  private static var shown: Int { 20 }

  /// The zones, a line each, where there are several.
  var zoneLines: [String] {
    guard zoneFigures.count > 1 else { return [] }
    var table = TextTable(header: [
      "zones", "demand GWh", "generation", "sent", "received", "curtailed", "rate", "CO2 kt",
      "\(currency)/MWh", "unserved",
    ])
    let largest = zoneFigures.enumerated()
      .sorted { ($1.element.demand, $0.offset) < ($0.element.demand, $1.offset) }
      .prefix(Self.shown).map(\.offset)
    for (index, zone) in zoneFigures.enumerated() where largest.contains(index) {
      let (out, back) = (zone.sent + zone.exported, zone.received + zone.imported)
      let net = zone.netFromLines
      table.append([
        "  " + zone.name, Amount.plain(zone.demand / 1000), Amount.plain(zone.generation / 1000),
        Amount.plain((out + max(-net, 0)) / 1000), Amount.plain((back + max(net, 0)) / 1000),
        zone.available > 0 ? Amount.plain(zone.curtailed / 1000) : "",
        zone.curtailmentRate.map(Amount.percent) ?? "",
        Amount.plain(zone.carbonDioxide / 1000),
        zone.price.map { NumberText.fixed($0.demandWeightedMean, decimals: 1) } ?? "",
        zone.unserved > 0.0005 ? Amount.plain(zone.unserved / 1000) : "",
      ])
    }
    return table.lines(indent: 0) + rest(zoneFigures.count, "zones with less demand")
  }

  /// The corridors and lines, a line each; of many, those whose prices differ most.
  var linkLines: [String] {
    guard !links.isEmpty else { return [] }
    var table = TextTable(header: [
      "corridors and lines", "MW", "forward GWh", "backward", "lost", "mean use", "h at limit",
      "rent M \(currency)",
    ])
    let largest = links.enumerated()
      .sorted {
        let (left, right) = ($0.element.congestionRent ?? 0, $1.element.congestionRent ?? 0)
        return (right, $0.offset) < (left, $1.offset)
      }
      .prefix(Self.shown).map(\.offset)
    for (index, link) in links.enumerated() where largest.contains(index) {
      let limits = link.link
      let size =
        limits.forwardLimit == limits.backwardLimit
        ? NumberText.grouped(limits.forwardLimit)
        : NumberText.grouped(limits.forwardLimit) + "/" + NumberText.grouped(limits.backwardLimit)
      table.append([
        "  \(link.asset.name): \(limits.from) to \(limits.to)" + (limits.isNew ? " (new)" : ""),
        size, Amount.plain(link.forward / 1000), Amount.plain(link.backward / 1000),
        Amount.plain(link.lost / 1000), link.meanUse.map(Amount.percent) ?? "",
        NumberText.grouped(Double(link.hoursAtLimit)),
        link.congestionRent.map { NumberText.fixed($0 / 1e6, decimals: 1) } ?? "",
      ])
    }
    return table.lines(indent: 0) + rest(links.count, "corridors and lines with less rent")
  }

  private func rest(_ count: Int, _ what: String) -> [String] {
    count > Self.shown ? ["  and \(count - Self.shown) \(what): see summary.json"] : []
  }
}

extension ZoneFigures {
  /// The figures as an entry of `zones`.
  var json: JSONValue {
    .object([
      ("name", .text(name)), ("demandMWh", .number(demand)), ("unservedMWh", .number(unserved)),
      ("generationMWh", .number(generation)),
      ("nonFossilGenerationMWh", .number(nonFossilGeneration)),
      ("availableWindAndSolarMWh", .number(available)),
      ("curtailedMWh", .number(curtailed)), ("curtailmentRate", .number(curtailmentRate)),
      ("importedMWh", .number(imported)), ("exportedMWh", .number(exported)),
      ("sentMWh", .number(sent)), ("receivedMWh", .number(received)),
      ("netFromLinesMWh", .number(netFromLines)), ("co2T", .number(carbonDioxide)),
      ("meanPrice", .number(price?.mean)),
      ("demandWeightedMeanPrice", .number(price?.demandWeightedMean)),
    ])
  }
}

extension LinkFigures {
  /// The figures as an entry of `corridors`.
  var json: JSONValue {
    .object([
      ("name", .text(asset.name)), ("type", .text(asset.type)), ("from", .text(link.from)),
      ("to", .text(link.to)), ("isNew", .bool(link.isNew)),
      ("forwardLimitMW", .number(link.forwardLimit)),
      ("backwardLimitMW", .number(link.backwardLimit)), ("forwardMWh", .number(forward)),
      ("backwardMWh", .number(backward)), ("lostMWh", .number(lost)),
      ("meanUse", .number(meanUse)), ("hoursAtLimit", .integer(hoursAtLimit)),
      ("congestionRent", .number(congestionRent)),
    ])
  }
}
