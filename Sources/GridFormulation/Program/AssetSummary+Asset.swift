extension AssetSummary {
  /// An asset as results name it.
  package init(_ asset: any Asset) {
    name = asset.name
    type = Swift.type(of: asset).type.name
    zone = asset.zone
    facts = asset.facts
  }

  /// An asset with what its fuel counts as in a model.
  package init(_ asset: any Asset, in setting: Setting) {
    self.init(asset)
    guard let name = asset.fuelName, let burnt = setting.fuel(named: name) else { return }
    fuel = burnt.kind ?? FuelKind(named: name)
  }
}
