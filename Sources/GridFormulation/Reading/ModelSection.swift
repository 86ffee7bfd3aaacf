import Hourly
package import Tables

/// A part of model.yaml that holds keys of its own: a mapping, or a list of mappings.
package struct ModelSection: Sendable {
  /// The name, as in `gridflex describe NAME`.
  package let name: String
  /// What it is, in one sentence.
  package let summary: String
  /// Whether it stands at the top of model.yaml, under its name.
  package let isTop: Bool
  /// Its keys.
  package let fields: [FieldDescription]

  private init<Root>(
    _ name: String,
    _ summary: String,
    isTop: Bool = true,
    _ fields: [Field<Root>],
    _ prototype: Root
  ) {
    self.name = name
    self.summary = summary
    self.isTop = isTop
    self.fields = fields.map { $0.description(prototype: prototype) }
  }

  /// The sections, in the order in which a model states them.
  package static let all: [ModelSection] = [
    ModelSection(
      "zones",
      "Zones of the model, a list in model.yaml; a zone may change keys of `reserve` under its own.",
      Zone.fields,
      Zone()
    ),
    ModelSection(
      "heat-zones",
      "Heat networks with a demand of their own, a list in model.yaml.",
      HeatZone.fields,
      HeatZone()
    ),
    ModelSection("fuels", "Fuels of the model, a list in model.yaml.", Fuel.fields, Fuel()),
    ModelSection(
      "reserve",
      "Reserve policy, a section of model.yaml.",
      ReservePolicy.fields,
      ReservePolicy()
    ),
    ModelSection(
      "carbon-market",
      "Carbon market, a section of model.yaml, with the list `benchmarks`: see carbon-benchmarks.",
      CarbonMarket.fields,
      CarbonMarket()
    ),
    ModelSection(
      "carbon-benchmarks",
      "Free allowances by class of units, the list carbon-market/benchmarks in model.yaml.",
      isTop: false,
      CarbonMarket.Benchmark.fields,
      CarbonMarket.Benchmark()
    ),
    ModelSection(
      "green-contracts",
      "Contracts on green power with its certificates, a list in model.yaml; settled, moving no power.",
      GreenContract.fields,
      GreenContract()
    ),
    ModelSection(
      "deep-peak",
      "Deep-peak regulation, a section of model.yaml, with the lists `tiers` and `payers`: see deep-peak-tiers, deep-peak-payers.",
      DeepPeakPolicy.fields,
      DeepPeakPolicy()
    ),
    ModelSection(
      "deep-peak-tiers",
      "Tiers of deep-peak regulation, the list deep-peak/tiers in model.yaml.",
      isTop: false,
      DeepPeakPolicy.Tier.fields,
      DeepPeakPolicy.Tier()
    ),
    ModelSection(
      "deep-peak-payers",
      "Plants that share the fee for deep-peak regulation, the list deep-peak/payers in model.yaml.",
      isTop: false,
      DeepPeakPayer.fields,
      DeepPeakPayer()
    ),
    ModelSection(
      "series",
      "Hourly series of the model, a mapping by name in model.yaml; see also series-scale-to.",
      SeriesDeclaration.fields,
      SeriesDeclaration(name: "", place: Place(file: ""))
    ),
    ModelSection(
      "series-scale-to",
      "What a series is scaled to, the mapping series/NAME/scale-to in model.yaml.",
      isTop: false,
      SeriesDeclaration.scaleFields,
      SeriesDeclaration(name: "", place: Place(file: ""))
    ),
    ModelSection("goals", "Policy goals, a list in model.yaml.", Goal.fields, Goal()),
    ModelSection(
      "options",
      "What a plan could change, a list in model.yaml; `set` maps columns of the asset to new figures.",
      CapacityOption.fields,
      CapacityOption()
    ),
    ModelSection(
      "option-limits",
      "Limits on the sizes of several options together, a list in model.yaml.",
      OptionLimit.fields,
      OptionLimit()
    ),
  ]

  /// The keys at the top of model.yaml that hold sections.
  package static let keys = all.filter(\.isTop).map(\.name)
}
