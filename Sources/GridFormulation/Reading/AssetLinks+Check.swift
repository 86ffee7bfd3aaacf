import Tables

extension AssetLinks {
  /// Tells of names that are no asset's, and of rules between assets.
  static func check(_ read: [ReadAsset], in setting: Setting, _ log: inout IssueLog) {
    let assets = linked(read.map(\.asset))
    let names = assets.map(\.name)
    let known = Set(names)
    for (entry, asset) in zip(read, assets) where entry.isSound {
      for use in asset.namedAssets where !known.contains(use.name) {
        log.append(
          entry.row.issue(
            field: use.field,
            rule: "\(use.name) is not an asset of the model",
            fix: NearestName.fix(use.name, among: names)
          )
        )
      }
      for complaint in asset.complaints(among: assets, in: setting) {
        log.append(
          entry.row.issue(
            complaint.severity,
            field: complaint.field,
            rule: complaint.rule,
            fix: complaint.fix
          )
        )
      }
    }
  }
}
