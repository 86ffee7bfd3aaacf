public import Hourly
public import Tables

/// A model as its folder says: zones, assets and goals, checked and complete.
public struct GridModel: Sendable {
  /// Everything apart from assets and goals.
  package private(set) var setting: Setting
  /// The assets, by type in the catalogue's order, then as their tables list them.
  package let assets: [any Asset]
  /// The goals in the order written.
  public let goals: [Goal]
  /// What a plan could change.
  package private(set) var options: [CapacityOption]
  /// Options of its files that no plan may take.
  package private(set) var otherOptions: [CapacityOption] = []
  /// Warnings and notes that reading gave.
  public let issues: [Issue]
  /// The model's files as they were merged, to be written beside the results.
  public let resolved: [ResolvedFile]
  /// What was read of each series, those that are used first.
  public let series: [SeriesFacts]
  /// What the command line sets otherwise than the model.
  public var changes: [ModelChange]

  /// A model of assets that are told of each other, its goals cut to the hours that it solves.
  package init(
    setting: Setting,
    assets: [any Asset],
    settledGoals goals: [Goal],
    options: [CapacityOption] = [],
    issues: [Issue],
    resolved: [ResolvedFile],
    series: [SeriesFacts] = [],
    changes: [ModelChange] = []
  ) {
    self.setting = setting
    self.assets = AssetLinks.linked(assets)
    self.goals = goals
    self.options = options
    self.issues = issues
    self.resolved = resolved
    self.series = series
    self.changes = changes
  }

  /// The model's name.
  public var name: String { setting.name }
  /// What the model is, in a few words.
  public var title: String { setting.title }
  /// The currency of all costs.
  public var currency: String { setting.currency }
  /// The hours that are solved.
  public var horizon: Horizon { setting.horizon }
  /// Whether a plan could change anything.
  public var hasOptions: Bool { options.contains { $0.changed != nil } }
  /// The names of the zones.
  public var zoneNames: [String] { setting.zones.map(\.name) }
  /// Whether the hours solved are fewer than the model's.
  public var isWindow: Bool { setting.horizon != setting.modelHorizon }

  /// The assets as results name them.
  public var assetSummaries: [AssetSummary] {
    assets.map { AssetSummary($0, in: setting) }
  }

  /// Follows units more or less closely than the model says.
  package mutating func setCommitment(_ detail: CommitmentDetail) {
    setting.commitment = detail
  }

  /// Leaves only the options of some names.
  public mutating func keepOptions(named names: [String]) {
    otherOptions += options.filter { !names.contains($0.name) }
    options.removeAll { !names.contains($0.name) }
  }

  /// The program of the whole model, with the expressions that read its solution.
  package func formulated(_ detail: CommitmentDetail? = nil) -> DispatchModel {
    var model = DispatchModel(setting: setting, detail: detail ?? setting.commitment)
    let groups = likeAssets
    for group in groups { model.formulate(group) }
    formulateBalances(of: groups.map(\.first), in: &model)
    return model
  }

  /// The assets in groups of likes; those that a contract, a goal or an option names stand apart.
  package var likeAssets: [LikeAssets] {
    LikeAssets.groups(
      of: assets,
      apart: Set(
        assets.flatMap(\.assetNames) + goals.compactMap(\.asset) + options.map(\.asset)
      )
    )
  }

  /// What ties assets together, once they have formulated.
  package func formulateBalances(of assets: [any Asset], in model: inout DispatchModel) {
    PlantConnection.formulate(assets, in: &model)
    CarbonMarket.formulate(assets, in: &model)
    VoltageLaw.formulate(in: &model)
    NodalBalance.formulate(in: &model)
    HeatBalance.formulate(in: &model)
    Reserve.formulate(in: &model)
    MinimumSynchronous.formulate(in: &model)
  }
}
