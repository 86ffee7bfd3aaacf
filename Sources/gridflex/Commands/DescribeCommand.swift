import Arguments
import Grid
import GridDispatch
import Reporting

/// `gridflex describe`: the data dictionary, made of the declarations that read the tables.
enum DescribeCommand {
  static let command = Command(
    "describe",
    summary: "Tell what an asset table, a section of model.yaml or a goal metric holds.",
    arguments: [("[TYPE]", "An asset type, section or metric; all are listed without it.")],
    options: [.init(ModelArguments.quiet)],
    action: run
  )

  @Sendable private static func run(_ line: Command.Line) -> Int32 {
    guard let name = line.arguments.first else {
      return Console.finish(overview, with: ExitCode.success)
    }
    if let kind = AssetCatalogue.kind(named: name) {
      let head = "\(kind.type.name): \(kind.type.summary)\nOne row an asset in \(kind.type.file).\n"
      return Console.finish(head + "\n" + text(of: kind.fields), with: ExitCode.success)
    }
    if let section = sections.first(where: { $0.name == name }) {
      let head = "\(section.name): \(section.summary)\n\n"
      return Console.finish(head + text(of: section.fields), with: ExitCode.success)
    }
    if let metric = MetricCatalogue.metric(named: name) {
      return Console.finish(text(of: metric), with: ExitCode.success)
    }
    let near = suggestion(for: name, among: names)
    Console.message("gridflex: nothing is called '\(name)'\(near)\ntry 'gridflex describe'\n")
    return ExitCode.wrongUsage
  }

  private struct Section {
    let name: String
    let summary: String
    let fields: [FieldDescription]

    init<Root>(_ name: String, _ summary: String, _ fields: [Field<Root>], _ prototype: Root) {
      self.name = name
      self.summary = summary
      self.fields = fields.map { $0.description(prototype: prototype) }
    }
  }

  private static let sections: [Section] = [
    Section("zones", "Zones of the model, a list in model.yaml.", Zone.fields, Zone()),
    Section("fuels", "Fuels of the model, a list in model.yaml.", Fuel.fields, Fuel()),
    Section(
      "reserve",
      "Reserve policy, a section of model.yaml.",
      ReservePolicy.fields,
      ReservePolicy()
    ),
    Section(
      "deep-peak",
      "Deep-peak regulation, a section of model.yaml.",
      DeepPeakPolicy.fields,
      DeepPeakPolicy()
    ),
    Section(
      "deep-peak-tiers",
      "Tiers of deep-peak regulation, the list deep-peak/tiers in model.yaml.",
      DeepPeakPolicy.Tier.fields,
      DeepPeakPolicy.Tier()
    ),
    Section(
      "series",
      "Hourly series of the model, a mapping by name in model.yaml.",
      SeriesDeclaration.fields,
      SeriesDeclaration(name: "", place: Place(file: ""))
    ),
    Section(
      "series-scale-to",
      "What a series is scaled to, the mapping series/NAME/scale-to in model.yaml.",
      SeriesDeclaration.scaleFields,
      SeriesDeclaration(name: "", place: Place(file: ""))
    ),
    Section("goals", "Policy goals, a list in model.yaml.", Goal.fields, Goal()),
  ]

  private static var names: [String] {
    AssetCatalogue.kinds.map(\.type.name) + sections.map(\.name) + MetricCatalogue.all.map(\.name)
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
    let metrics = MetricCatalogue.all.map { ($0.name, $0.summary) }
    return list("asset tables, assets/TYPE.csv", assets) + "\n"
      + list("sections of model.yaml", sections.map { ($0.name, $0.summary) }) + "\n"
      + list("metrics of goals", metrics)
  }

  private static func text(of fields: [FieldDescription]) -> String {
    fields.map { field in
      var facts = [field.type]
      if !field.unit.isEmpty { facts.append(field.unit) }
      if let range = field.range { facts.append("range \(range)") }
      if field.isRequired {
        facts.append("required")
      } else if let text = field.defaultText, !text.isEmpty {
        facts.append("default \(text)")
      }
      let source = field.source.isEmpty ? "" : " (\(field.source))"
      return
        "\(field.name)\n    \(facts.joined(separator: "; "))\n    \(field.documentation)\(source)\n"
    }.joined()
  }

  private static func text(of metric: any Metric) -> String {
    """
    \(metric.name): \(metric.summary)

    unit      \(metric.unit)
    parts     \(metric.partsUnit)
    variants  \(metric.variants.joined(separator: ", "))

    """
  }
}
