import GridPlanning
import Tables

extension Summary {
  /// The most wind and PV that the grid takes.
  var accommodationLines: [String] {
    guard !accommodation.isEmpty else { return [] }
    var table = TextTable(
      header: ["wind and PV that can be taken", "use", "wind MW", "PV MW", "both MW", "at most"]
    )
    for answer in accommodation {
      func cell(_ megawatts: Double?) -> String { megawatts.map { NumberText.grouped($0) } ?? "–" }
      let beyond = answer.isOpen ? "≥ " : ""
      table.append([
        "  " + answer.growth.text, Amount.percent(answer.useRate),
        cell(answer.wind), cell(answer.solar), beyond + cell(answer.capacity),
        answer.isOpen ? "" : cell(answer.bound),
      ])
    }
    let isNone = accommodation.contains { $0.capacity == nil }
    return table.lines(indent: 0)
      + (isNone ? ["  –: none was found; what stands of the other may be too much already"] : [])
      + [
        "  by the cheapest schedule, without commitment; no schedule at all takes more than the last column"
      ]
  }
}

extension Accommodation {
  var json: JSONValue {
    .object([
      ("growth", .text(growth.rawValue)), ("useRate", .number(useRate)),
      ("windMW", .number(wind)), ("pvMW", .number(solar)), ("boundMW", .number(bound)),
      ("isOpen", .bool(isOpen)),
    ])
  }
}

extension Accommodation.Growth {
  fileprivate var text: String {
    switch self {
    case .windAndSolar: "both in proportion"
    case .wind: "wind, PV as it stands"
    case .solar: "PV, wind as it stands"
    }
  }
}
