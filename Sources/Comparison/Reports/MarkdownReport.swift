/// A report as Markdown: a table of what differs for each pair, for the summary of a pipeline or a merge request.
enum MarkdownReport {
  /// The inputs and rows of a pair beyond which the rest is counted.
  private static let limit = 40

  static func text(of report: ComparisonReport) -> String {
    let overview =
      report.pairs.count < 2
      ? []
      : ["| result | against | answer |", "| --- | --- | --- |"]
        + report.pairs.map { pair in
          let answer = plain(ComparisonSentences.answer(pair))
          return "| \(code(pair.other.path)) | \(code(pair.base.path)) | \(answer) |"
        } + [""]
    let strays = report.strays.map { "- \(plain($0))" }
    let lines =
      overview + report.pairs.flatMap(lines) + strays + (strays.isEmpty ? [] : [""])
    return lines.dropLast().joined(separator: "\n") + "\n"
  }

  private static func lines(_ pair: ComparedPair) -> [String] {
    let model = plain(pair.other.record.model)
    var lines = [
      "### \(model): \(code(pair.other.path)) against \(code(pair.base.path))", "",
      "**\(plain(ComparisonSentences.answer(pair)))**", "",
    ]
    for omission in pair.omissions { lines += ["Note: \(plain(omission)).", ""] }
    if !pair.inputs.isEmpty {
      lines += ["| input | base | other |", "| --- | --- | --- |"]
      lines += pair.inputs.prefix(limit).map {
        "| \(code($0.path)) | \(plain($0.base)) | \(plain($0.other)) |"
      }
      lines += more(pair.inputs.count, "inputs") + [""]
    }
    if let objective = pair.objective {
      let sentence = ComparisonSentences.sentence(objective, pair.base.record.currency)
      lines += [plain(sentence.prefix(1).uppercased() + sentence.dropFirst()) + ".", ""]
    }
    if let remark = ComparisonSentences.remark(on: pair) { lines += [plain(remark), ""] }
    return lines + table(pair) + hours(pair)
  }

  private static func table(_ pair: ComparedPair) -> [String] {
    let goals = pair.goals.filter { $0.outcome != .same }.map { goal in
      let unit = goal.base?.unit ?? goal.other?.unit ?? ""
      let flip =
        goal.isFlipped
        ? "**\(plain(goal.base?.verdict ?? "")) → \(plain(goal.other?.verdict ?? ""))**"
        : word(goal.outcome)
      return row(
        "goal \(goal.id)",
        ShownFigure(goal.base?.value, goal.other?.value, unit: unit),
        flip
      )
    }
    let figures = pair.figures.filter { $0.outcome != .same }.map { figure in
      row(
        "\(figure.figure.section.rawValue): \(figure.figure.name)",
        ShownFigure(figure),
        word(figure.outcome)
      )
    }
    let rows = goals + figures
    guard !rows.isEmpty else { return [] }
    return [
      "| what | unit | base | other | change | share | |",
      "| --- | --- | ---: | ---: | ---: | ---: | --- |",
    ] + rows.prefix(limit) + more(rows.count, "figures") + [""]
  }

  private static func hours(_ pair: ComparedPair) -> [String] {
    guard !pair.hourly.isEmpty else { return [] }
    return pair.hourly.map { "- \(plain(ComparisonSentences.sentence($0)))" } + [""]
  }

  private static func row(_ name: String, _ shown: ShownFigure, _ word: String) -> String {
    let cells = [
      plain(name), plain(shown.unit), shown.base, shown.other, shown.change, shown.share, word,
    ]
    return "| " + cells.joined(separator: " | ") + " |"
  }

  private static func word(_ outcome: Outcome) -> String {
    switch outcome {
    case .same: "same"
    case .withinGap: "within the gaps"
    case .free: "told"
    case .different: "**differs**"
    }
  }

  private static func more(_ count: Int, _ what: String) -> [String] {
    count > limit ? ["", "… and \(count - limit) more \(what)."] : []
  }

  /// A text that Markdown takes as it stands, in a cell too.
  private static func plain(_ text: String) -> String {
    var result = ""
    for character in text {
      if "\\`*_{}[]<>#|~".contains(character) { result += "\\" }
      result.append(character.isNewline ? " " : character)
    }
    return result
  }

  private static func code(_ text: String) -> String {
    let text = text.replacing("`", with: "'").replacing("|", with: "\\|")
    return "`" + text.replacing("\n", with: " ") + "`"
  }
}
