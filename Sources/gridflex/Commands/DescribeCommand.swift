import Arguments
import Comparison
import GridFormulation
import GridGoals
import Reporting
import Tables

/// `gridflex describe`: the data dictionary, made of the declarations that read the tables.
enum DescribeCommand {
  static let command = Command(
    "describe",
    summary: "Tell what an asset table, a section of model.yaml, a metric or a result holds.",
    arguments: [
      (
        "[TYPE]",
        "An asset type, `model`, a section, a metric or a quantity; all are listed without it."
      )
    ],
    words: names,
    options: [.init(ModelArguments.quiet)],
    action: run
  )

  @Sendable private static func run(_ line: Command.Line) -> Int32 {
    guard let name = line.arguments.first else {
      return Console.finish(overview, with: ExitCode.success)
    }
    if let kind = AssetCatalogue.kind(named: name) {
      let remarks = RemarkName.all.joined(separator: ", ")
      let head =
        "\(kind.type.name): \(kind.type.summary)\nOne row an asset in \(kind.type.file).\n"
        + "Columns \(remarks) are kept and not read.\n"
        + "`limit` names the class of limits that `gridflex explain` takes away.\n"
      return Console.finish(head + "\n" + text(of: kind), with: ExitCode.success)
    }
    if name == "model" {
      return Console.finish(model, with: ExitCode.success)
    }
    if name == "figures" {
      return Console.finish(figures, with: ExitCode.success)
    }
    if name == "tolerance" {
      return Console.finish(ToleranceSet.description, with: ExitCode.success)
    }
    if let section = ModelSection.all.first(where: { $0.name == name }) {
      let head = "\(section.name): \(section.summary)\n\n"
      return Console.finish(head + text(of: section.fields), with: ExitCode.success)
    }
    if let metric = MetricCatalogue.metric(named: name) {
      return Console.finish(text(of: metric), with: ExitCode.success)
    }
    if let quantity = QuantityText.quantity(named: name) {
      return Console.finish(QuantityText.text(of: quantity), with: ExitCode.success)
    }
    let near = suggestion(for: name, among: names)
    Console.message("gridflex: nothing is called '\(name)'\(near)\ntry 'gridflex describe'\n")
    return ExitCode.wrongUsage
  }

  private static var names: [String] {
    AssetCatalogue.kinds.map(\.type.name) + ["model", "figures", "tolerance"]
      + ModelSection.all.map(\.name)
      + MetricCatalogue.all.map(\.name) + QuantityText.names
  }

  private static let modelSummary = "The keys at the top of model.yaml."

  private static let figuresSummary = "What the figures of a result are, each in one definition."

  /// The figures of the summary whose names could be misread.
  private static var figures: String {
    "figures: \(figuresSummary)\n\n"
      + Figure.allCases.map { "\($0.name)\n    \($0.definition)\n" }.joined()
  }

  /// The keys at the top of model.yaml: those with one value, then the sections.
  private static var model: String {
    let fields = ModelHeader.fields.map { $0.description(prototype: ModelHeader()) }
    let sections = ModelSection.all.filter(\.isTop).map { section in
      "\(section.name)\n    section; see 'gridflex describe \(section.name)'\n    \(section.summary)\n"
    }
    return "model: \(modelSummary)\n\n" + text(of: fields) + sections.joined()
  }

  private static var overview: String {
    func list(_ title: String, _ rows: [(String, String)]) -> String {
      let width = rows.map(\.0.count).max() ?? 0
      return title + "\n"
        + rows.map { name, summary in
          "  " + name + String(repeating: " ", count: width - name.count + 2) + summary + "\n"
        }.joined()
    }
    let assets = AssetCatalogue.kinds.map { ($0.type.name, $0.type.summary) }
    let sections = [("model", modelSummary)] + ModelSection.all.map { ($0.name, $0.summary) }
    let metrics = MetricCatalogue.all.map { ($0.name, $0.summary) }
    return list("asset tables, assets/TYPE.csv", assets) + "\n"
      + list("model.yaml", sections) + "\n"
      + list("metrics of goals", metrics) + "\n"
      + list(
        "results",
        [("figures", figuresSummary), ("tolerance", ToleranceSet.summary)]
      ) + "\n"
      + list(
        "quantities of a result, series/NAME.csv",
        ResultQuantity.all.map { ($0.stem, $0.summary) }
      )
  }

  /// The columns of a table, each with the class of limits that `explain` takes away, or why there is none.
  private static func text(of kind: AssetKind) -> String {
    zip(kind.fields, kind.limits).map { field, limit in
      let statement =
        limit.cause.map { "limit: \($0.rawValue)" }
        ?? limit.reason.map { "no limit: it \($0.rawValue)" }
      return text(of: field) + (statement.map { "    \($0)\n" } ?? "")
    }.joined()
  }

  private static func text(of fields: [FieldDescription]) -> String {
    fields.map { text(of: $0) }.joined()
  }

  private static func text(of field: FieldDescription) -> String {
    var facts = [field.type]
    if !field.symbol.isEmpty { facts.append(field.symbol) }
    if let range = field.range { facts.append("range \(range)") }
    if field.isRequired {
      facts.append("required")
    } else if let text = field.defaultText, !text.isEmpty {
      facts.append("default \(text)")
    }
    let source = field.source.isEmpty ? "" : " (\(field.source))"
    return "\(field.name)\n    \(facts.joined(separator: "; "))\n"
      + "    \(field.documentation)\(source)\n"
  }

  private static func text(of metric: any Metric) -> String {
    """
    \(metric.name): \(metric.summary)

    unit      \(metric.unit)
    parts     \(metric.partsUnits.joined(separator: ", "))
    variants  \(metric.variantNames.joined(separator: ", "))

    """
  }
}
