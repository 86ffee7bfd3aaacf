import Grid
import GridDispatch

/// Trade keeps its limits and, where there is one, the band around its schedule.
extension Exchange: CheckedAsset {
  func check(in examination: inout Examination) {
    let size = 1 + max(exportLimit.megawatts, importLimit.megawatts)
    let power = examination.injection(of: owner)
    var net = [Double](repeating: 0, count: examination.hours)
    if exportLimit.megawatts > 0 {
      let sold = examination.series(.exported, of: owner)
      checkRange("export", sold, exportLimit.megawatts, exportSchedule, in: &examination)
      let earned = examination.values(of: exportPrice).map { -$0 }
      examination.ledger.charge(.exports, of: name, prices: earned, for: sold)
      for step in net.indices { net[step] -= sold[step] }
    }
    if importLimit.megawatts > 0 {
      let bought = examination.series(.imported, of: owner)
      checkRange("import", bought, importLimit.megawatts, importSchedule, in: &examination)
      let paid = examination.values(of: importPrice)
      examination.ledger.charge(.imports, of: name, prices: paid, for: bought)
      for step in net.indices { net[step] += bought[step] }
    }
    examination.identify("power", of: owner, size: size) { power[$0] - net[$0] }
    if exportLimit.megawatts > 0, importLimit.megawatts > 0 {
      examination.requireOneWay(
        "export or import",
        of: owner,
        size: size,
        examination.series(.exported, of: owner),
        examination.series(.imported, of: owner)
      )
    }
  }

  private func checkRange(
    _ rule: String,
    _ traded: [Double],
    _ limit: Double,
    _ schedule: Profile?,
    in examination: inout Examination
  ) {
    guard let schedule else {
      examination.requireRange(
        "\(rule) range",
        of: owner,
        size: 1 + limit,
        traded,
        from: 0,
        to: limit
      )
      return
    }
    let planned = examination.values(of: schedule)
    examination.requireRange(
      "\(rule) band",
      of: owner,
      size: 1 + limit,
      traded,
      from: planned.map { limit * max($0 - band, 0) },
      to: planned.map { limit * min($0 + band, 1) }
    )
  }
}
