import GridFormulation
import Tables

extension Summary {
  /// Heat by technology and zone, where the model has heat.
  var heatLines: [String] {
    guard let heat else { return [] }
    var table = TextTable(header: [
      "heat", "given GWh", "taken GWh", "net GWh", Figure.heatShare.name, "\(currency)/MWh",
    ])
    for source in heat.sources {
      table.append([
        "  " + source.technology.rawValue, Amount.plain(source.given / 1000),
        source.taken > 0 ? Amount.plain(source.taken / 1000) : "",
        Amount.plain(source.net / 1000), heat.share(of: source).map(Amount.percent) ?? "",
      ])
    }
    for zone in heat.zones {
      if zone.unserved > 0 {
        table.append(["  unserved in \(zone.name)", "", "", Amount.plain(zone.unserved / 1000)])
      }
      table.append([
        "  demand of \(zone.name)", "", "", Amount.plain(zone.demand / 1000), "",
        zone.meanPrice.map { NumberText.fixed($0, decimals: 1) } ?? "",
      ])
    }
    return table.lines(indent: 0)
  }
}

extension HeatFigures {
  /// The figures as the value of `heat`.
  var json: JSONValue {
    .object([
      ("demandMWh", .number(demand)), ("unservedMWh", .number(unserved)),
      (
        "zones",
        .array(
          zones.map { zone in
            .object([
              ("name", .text(zone.name)), ("demandMWh", .number(zone.demand)),
              ("unservedMWh", .number(zone.unserved)), ("meanPrice", .number(zone.meanPrice)),
            ])
          }
        )
      ),
      (
        "sources",
        .array(
          sources.map { source in
            .object([
              ("technology", .text(source.technology.rawValue)),
              ("givenMWh", .number(source.given)), ("takenMWh", .number(source.taken)),
            ])
          }
        )
      ),
    ])
  }
}
