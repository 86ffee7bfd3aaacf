package import GridFormulation

/// Who is paid and who pays after the dispatch; none of it is part of the cost.
public struct Settlement: Sendable {
  /// What each store earns and spends at the prices of its zone.
  public package(set) var stores: [StoreAccount] = []

  /// Payments for deep-peak regulation; nil where the model names nobody who pays.
  public package(set) var deepPeak: DeepPeakSettlement?
  /// Emissions and allowances in the carbon market; nil where the model has none.
  public package(set) var carbon: CarbonAccount?
  /// What contracts on green power were due and got.
  public package(set) var contracts: [GreenContractAccount] = []

  /// Nothing settled.
  package init() {}

  /// Settles a schedule.
  package init(
    of schedule: Schedule,
    costs: [CostItem],
    among assets: [AssetSummary],
    in setting: Setting
  ) {
    stores = StoreAccount.all(of: schedule, costs: costs, among: assets, in: setting)
    contracts = GreenContractAccount.all(of: schedule, among: assets, in: setting)
    carbon = CarbonAccount(of: schedule, among: assets, in: setting)
    deepPeak = DeepPeakSettlement(of: schedule, among: assets, in: setting)
  }
}
