package import Tables

/// A policy goal as data: a metric, a threshold and where they come from.
public struct Goal: Sendable {
  /// How the value is held against the threshold.
  public enum Comparison: String, Sendable, CaseIterable {
    /// The value must reach the threshold.
    case atLeast = "at-least"
    /// The value must not pass the threshold.
    case atMost = "at-most"
    /// The value must lie above the threshold.
    case above
    /// The value must lie below the threshold.
    case below
    /// The value must reach 0.97 of the threshold.
    case about
  }

  /// The share of an "about" threshold that must be reached.
  public static let aboutShare = 0.97

  /// The goal's name, unique in the model.
  public var id = ""
  /// The metric it judges, see `gridflex describe goals`.
  public var metric = ""
  /// The variant of the metric's definition; the metric's first where nil.
  public var variant: String?
  /// The threshold with its sense; nil where the model gives none.
  public var threshold: Double?
  /// How the value is held against the threshold.
  public var comparison = Comparison.atLeast
  /// The document and section it comes from.
  public var source = ""
  /// A remark for the reader, such as a known misprint.
  public var note: String?
  /// A value the metric compares with, such as last year's CO2.
  public var baseline: Double?
  /// A number the metric's definition needs, such as 300 gce/kWh.
  public var limit: Double?
  /// The asset it is about, where the metric asks for one.
  public var asset: String?
  /// The zone or area it is about; the whole grid where nil.
  public var zone: String?
  /// The year the target is for; the model's where nil.
  public var year: Int?
  /// Whether a target of a later year is judged in the model's.
  public var judgesAhead = false
  /// Whether the source misprints the figure; a note that calls it a misprint says so too.
  public var isMisprint = false
  /// For peak response: what counts beside the resources that its definition names.
  public var alsoCounts: [String] = []
  /// The share of a year that threshold and baseline stand for, where they are amounts of a year.
  public package(set) var yearShare = 1.0
  /// The zones of the place it is about, once it belongs to a model; nil for the whole grid.
  package var zoneNames: Set<String>?
  /// For peak response: the hours of a call.
  public var callHours = 2
  /// For peak response: hours with at least this share of the maximum load are peak hours.
  public var peakShare = 0.97

  /// Whether it stands for what the model does not say; it is judged and never made a rule.
  public var isImplied = false

  package var place = Place(file: "model.yaml")
  package var atLeast: Double?
  package var atMost: Double?
  package var above: Double?
  package var below: Double?
  package var about: Double?

  package init() {}

  package static let fields: [Field<Goal>] = [
    Field("id", \.id, as: .name, required: true, "Name of the goal."),
    Field("metric", \.metric, required: true, "Metric it judges."),
    Field("variant", \.variant, "Variant of the metric's definition."),
    Field("at-least", \.atLeast, unit: .plain, "Threshold that the value must reach."),
    Field("at-most", \.atMost, unit: .plain, "Threshold that the value must not pass."),
    Field("above", \.above, unit: .plain, "Threshold that the value must lie above."),
    Field("below", \.below, unit: .plain, "Threshold that the value must lie below."),
    Field("about", \.about, unit: .plain, "Threshold of which the value must reach 0.97."),
    Field("source", \.source, required: true, "Document and section it comes from."),
    Field("note", \.note, "Remark for the reader, such as a known misprint."),
    Field(
      "baseline",
      \.baseline,
      unit: .plain,
      "Value to compare with, such as the CO2 of the base year."
    ),
    Field(
      "limit",
      \.limit,
      unit: .plain,
      "Number the metric's definition needs, such as 300 gce/kWh."
    ),
    Field("asset", \.asset, "Asset it is about, where the metric asks for one."),
    Field("zone", \.zone, "Zone or area it is about; left out: the whole grid."),
    Field(
      "year",
      \.year,
      in: 1900...2200,
      unit: .plain,
      "Year the target is for; left out: the model's."
    ),
    Field("judge-ahead", \.judgesAhead, "Whether a target of a later year is judged now."),
    Field(
      "misprint",
      \.isMisprint,
      "Whether the source misprints the figure: shown, not judged; as a note that says misprint."
    ),
    Field(
      "also-count",
      \.alsoCounts,
      "Peak response: what counts beside the resources named, such as added-load; storage."
    ),
    Field("call-hours", \.callHours, in: 1...24, unit: .hour, "Peak response: hours of a call."),
    Field(
      "peak-share",
      \.peakShare,
      in: 0.5...1,
      unit: .share,
      "Peak response: hours with this share of the maximum load count as peak hours."
    ),
  ]

  /// Takes the threshold from the one key that gives it; false where several do.
  package mutating func settleThreshold() -> Bool {
    let given: [(Comparison, Double?)] = [
      (.atLeast, atLeast), (.atMost, atMost), (.above, above), (.below, below), (.about, about),
    ]
    let present = given.compactMap { pair in pair.1.map { (pair.0, $0) } }
    guard present.count <= 1 else { return false }
    if let (comparison, threshold) = present.first {
      self.comparison = comparison
      self.threshold = threshold
    }
    return true
  }

  /// What "about" a threshold asks for at the least.
  public func leastOfAbout(_ threshold: Double) -> Double {
    threshold - (1 - Self.aboutShare) * abs(threshold)
  }
}
