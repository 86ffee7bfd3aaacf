import Reporting
import Tables

extension ComparedPair {
  /// The comparison as it is printed, within 100 columns: inputs, certified costs, goals, figures, hours.
  public var text: String { ComparisonText(self).text }
}

/// Writes a comparison for a terminal.
private struct ComparisonText {
  private let pair: ComparedPair
  /// The rows of a section beyond which the rest is counted.
  private static let limit = 30

  init(_ pair: ComparedPair) { self.pair = pair }

  var text: String {
    let sections = [headLines, inputLines, objectiveLines, figureLines, hourlyLines]
    return sections.filter { !$0.isEmpty }.map { $0.joined(separator: "\n") + "\n" }
      .joined(separator: "\n")
  }

  private var headLines: [String] {
    func line(_ word: String, _ side: ComparedResult) -> [String] {
      let record = side.record
      let kind = (side.isBaseline ? "baseline of " : "") + (record.plan == nil ? "" : "plan of ")
      let lines = WrappedText.lines(
        "\(side.path): \(kind)\(record.model), "
          + "\(NumberText.grouped(Double(record.hours))) h from \(record.start), \(record.status)",
        first: 7,
        rest: 9
      )
      return [word + lines[0].dropFirst(word.count)] + lines.dropFirst()
    }
    return line("base", pair.base) + line("other", pair.other)
      + WrappedText.lines(ComparisonSentences.answer(pair))
      + pair.omissions.flatMap { WrappedText.lines("note: \($0)") }
  }

  private var inputLines: [String] {
    guard pair.obstacles.isEmpty else { return [] }
    guard !pair.inputs.isEmpty else { return ["inputs: the same"] }
    var table = TextTable(header: ["", "base", "other"], endsInText: true)
    for input in pair.inputs.prefix(Self.limit) {
      table.append([cut(input.path, 52), cut(input.base, 20), cut(input.other, 20)])
    }
    return ["inputs: \(ComparisonSentences.count(pair.inputs.count, "difference")), not judged"]
      + table.lines() + more(pair.inputs.count - Self.limit)
  }

  private var objectiveLines: [String] {
    guard let objective = pair.objective else { return [] }
    let sentence = ComparisonSentences.sentence(objective, pair.base.record.currency)
    let remark = ComparisonSentences.remark(on: pair).map { WrappedText.lines($0) } ?? []
    return WrappedText.lines(sentence) + remark
  }

  /// Goals and figures that are not the same in one table, the sections parted by their titles.
  private var figureLines: [String] {
    var table = TextTable(
      header: ["", "", "base", "other", "change", "share", ""],
      endsInText: true
    )
    var titles: [(row: Int, lines: [String])] = []
    var row = 0
    func section(_ name: String, _ rows: [[String]], _ outcomes: [Outcome], _ notes: [String]) {
      guard !outcomes.isEmpty else { return }
      titles.append((row, [title(name, outcomes)]))
      for cells in rows.prefix(Self.limit) { table.append(cells) }
      row += min(rows.count, Self.limit)
      let rest = more(rows.count - Self.limit) + notes
      if !rest.isEmpty { titles.append((row, rest)) }
    }
    let goals = pair.goals.filter { $0.outcome != .same }
    section("goals", goals.map(cells), pair.goals.map(\.outcome), goals.flatMap(flip))
    for name in RecordedFigure.Section.allCases {
      let figures = pair.figures.filter { $0.figure.section == name }
      let told = [Outcome.different, .withinGap, .free].flatMap { outcome in
        figures.filter { $0.outcome == outcome }
      }
      section(name.rawValue, told.map(cells), figures.map(\.outcome), [])
    }
    let lines = table.lines()
    var result: [String] = row == 0 ? [] : [lines[0]]
    for position in 0...row {
      for title in titles where title.row == position { result += title.lines }
      if position < row { result.append(lines[position + 1]) }
    }
    return result
  }

  private func title(_ name: String, _ outcomes: [Outcome]) -> String {
    let parts = [
      (Outcome.different, "differ"), (.withinGap, "within the gaps"), (.free, "told"),
    ]
    let counts = parts.compactMap { outcome, word -> String? in
      let count = outcomes.count { $0 == outcome }
      return count == 0 ? nil : "\(count) \(count == 1 && word == "differ" ? "differs" : word)"
    }
    let rest = outcomes.count { $0 == .same }
    let same = rest == outcomes.count ? "all \(rest) the same" : "\(rest) the same"
    return "\(name): " + (counts + (rest == 0 ? [] : [same])).joined(separator: ", ")
  }

  private func cells(_ figure: JudgedFigure) -> [String] {
    row(figure.figure.name, ShownFigure(figure), figure.outcome)
  }

  private func cells(_ goal: JudgedGoal) -> [String] {
    let unit = goal.base?.unit ?? goal.other?.unit ?? ""
    let shown = ShownFigure(goal.base?.value, goal.other?.value, unit: unit)
    var row = row(goal.id, shown, goal.outcome)
    if goal.isFlipped { row[6] = "FLIPS" }
    return row
  }

  private func row(_ name: String, _ shown: ShownFigure, _ outcome: Outcome) -> [String] {
    let word =
      switch outcome {
      case .same: ""
      case .different: "differs"
      case .withinGap: "in the gaps"
      case .free: "told"
      }
    return [
      cut(name, 30), cut(shown.unit, 9), shown.base, shown.other, shown.change, shown.share, word,
    ]
  }

  /// What a flip of verdict is, below the rows of the goals.
  private func flip(_ goal: JudgedGoal) -> [String] {
    guard goal.isFlipped || goal.base == nil || goal.other == nil else { return [] }
    let (left, right) = (goal.base?.verdict ?? "not there", goal.other?.verdict ?? "not there")
    let doubt = goal.isWithinGap ? ", though a gap could carry it across" : ""
    return WrappedText.lines(
      "\(goal.id): \(left) in the base, \(right) in the other\(doubt)",
      first: 2,
      rest: 4
    )
  }

  private var hourlyLines: [String] {
    guard pair.obstacles.isEmpty else { return [] }
    if pair.base.isBaseline || pair.other.isBaseline {
      return ["series: not compared, a baseline keeps none"]
    }
    guard !pair.hourly.isEmpty else { return ["series: the same in every hour"] }
    let count = ComparisonSentences.count(pair.hourly.count, "file")
    let word = pair.hourly.count == 1 ? "differs" : "differ"
    let judged = pair.tolerances.judgesHours ? "" : ", not judged"
    var table = TextTable(
      header: ["", "columns", "most", "at", "base", "other", "hours"],
      endsInText: false
    )
    for hourly in pair.hourly.prefix(Self.limit) {
      let shown = ShownFigure(hourly.base, hourly.other, unit: "")
      let isAlone = hourly.name.isEmpty
      table.append([
        cut(hourly.quantity, 26), "\(hourly.columns) of \(hourly.columnCount)",
        cut(hourly.name, 20), cut(hourly.time, 26), isAlone ? "" : shown.base,
        isAlone ? "" : shown.other,
        isAlone ? "" : NumberText.grouped(Double(hourly.hours)),
      ])
    }
    return ["series: \(count) \(word)\(judged); of each the hour that differs most"] + table.lines()
      + more(pair.hourly.count - Self.limit)
  }

  private func more(_ count: Int) -> [String] {
    count > 0 ? ["  … and \(count) more; --format json lists all"] : []
  }

  /// A text cut to so many places of a terminal.
  private func cut(_ text: String, _ width: Int) -> String {
    guard TextTable.width(of: text) > width else { return text }
    var cut = text
    while TextTable.width(of: cut) > width - 1 { cut.removeLast() }
    return cut + "…"
  }
}
