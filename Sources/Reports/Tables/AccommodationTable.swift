import GridFormulation

/// Accommodation capacity (新能源消纳能力): the most wind and PV that the grid uses to a rate.
enum AccommodationTable {
  static func table(of grid: ReportedGrid, _ words: Words) -> ReportTable? {
    let answers = grid.result.head.accommodation
    guard !answers.isEmpty else { return nil }
    var table = ReportTable(
      "accommodation",
      words[.accommodation],
      words[.growing],
      [
        .init(words[.useRate]), .init(words[.ofWind]), .init(words[.ofSolar]),
        .init(words[.windAndSolar]), .init(words[.noMoreThan]),
      ]
    )
    for answer in answers {
      let label: Word =
        switch answer.growth {
        case "wind": .growingWind
        case "pv": .growingSolar
        default: .growingBoth
        }
      let both = answer.wind.flatMap { wind in answer.solar.map { wind + $0 } }
      table.add(
        words[label],
        [
          .number(answer.useRate, .share), .number(answer.wind, .power),
          .number(answer.solar, .power), .number(both, .power),
          .number(answer.isOpen ? nil : answer.bound, .power),
        ]
      )
    }
    table.notes = [words(.noteAccommodation)]
    return table
  }
}
