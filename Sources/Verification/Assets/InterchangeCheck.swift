import GridFormulation
import Hourly
import Tables

/// Trade keeps its limits and, where there is one, the band around its schedule.
extension Interchange: CheckedAsset {
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
      checkSource(of: bought, size: size, in: &examination)
    }
    examination.identify("power", of: owner, size: size) { power[$0] - net[$0] }
    checkWays(size: size, in: &examination)
  }

  /// Checks that only one way is gone at a time, and says what each way would cost.
  private func checkWays(size: Double, in examination: inout Examination) {
    let limits = (exportLimit.megawatts, importLimit.megawatts)
    var sold: [Double]?
    var bought: [Double]?
    if limits.0 > 0, limits.1 > 0 {
      let out = beyondSchedule(.exported, limits.0, exportSchedule, in: &examination)
      let back = beyondSchedule(.imported, limits.1, importSchedule, in: &examination)
      examination.requireOneWay("export or import", of: owner, size: size, out, back)
      (sold, bought) = (out, back)
    }
    if limits.0 > 0 {
      noteMargin(
        .exported,
        limits.0,
        exportSchedule,
        sign: -1,
        costs: examination.values(of: exportPrice).map { -$0 },
        beside: bought,
        in: &examination
      )
    }
    if limits.1 > 0 {
      noteMargin(
        .imported,
        limits.1,
        importSchedule,
        sign: 1,
        costs: examination.values(of: importPrice),
        beside: sold,
        in: &examination
      )
    }
  }

  /// What is traded beyond the least that the schedule asks for: that much is a choice.
  private func beyondSchedule(
    _ quantity: ResultQuantity,
    _ limit: Double,
    _ schedule: Profile?,
    in examination: inout Examination
  ) -> [Double] {
    let traded = examination.series(quantity, of: owner)
    guard let schedule else { return traded }
    let planned = examination.values(of: schedule)
    return traded.indices.map { traded[$0] - limit * larger(planned[$0] - band, 0) }
  }

  /// Checks what of the power bought is told to be renewable, and hydropower.
  private func checkSource(
    of bought: [Double],
    size: Double,
    in examination: inout Examination
  ) {
    guard let importRenewable else { return }
    let share = examination.values(of: importRenewable)
    let renewable = examination.series(.importedRenewable, of: owner)
    examination.identify("import source", of: owner, size: size) {
      renewable[$0] - share[$0] * bought[$0]
    }
    guard let importHydro else { return }
    let hydroShare = examination.values(of: importHydro)
    let hydro = examination.series(.importedHydro, of: owner)
    examination.identify("import source", of: owner, size: size) {
      hydro[$0] - hydroShare[$0] * bought[$0]
    }
  }

  /// What is traded one way, free within its limits where nothing beyond its least goes the other way.
  private func noteMargin(
    _ quantity: ResultQuantity,
    _ limit: Double,
    _ schedule: Profile?,
    sign: Double,
    costs: [Double],
    beside other: [Double]?,
    in examination: inout Examination
  ) {
    let traded = examination.series(quantity, of: owner)
    let (least, most) = bounds(limit, schedule, in: examination)
    let size = 1 + limit
    let trace = examination.tolerance.allowed(bySize: size)
    examination.note(
      Margin(
        owner: owner,
        name: sign > 0 ? "import" : "export",
        size: size,
        amounts: traded,
        lower: least,
        upper: traded.indices.map { (other?[$0] ?? 0) > trace ? traded[$0] : most[$0] },
        costs: costs,
        gains: [examination.gain(inZone: zone, examination.constant(sign))]
      )
    )
  }

  /// The least and the most that is traded one way.
  private func bounds(
    _ limit: Double,
    _ schedule: Profile?,
    in examination: Examination
  ) -> (least: [Double], most: [Double]) {
    guard let schedule else { return (examination.constant(0), examination.constant(limit)) }
    let planned = examination.values(of: schedule)
    return (
      planned.map { limit * max($0 - band, 0) }, planned.map { limit * min($0 + band, 1) }
    )
  }

  private func checkRange(
    _ rule: String,
    _ traded: [Double],
    _ limit: Double,
    _ schedule: Profile?,
    in examination: inout Examination
  ) {
    let (least, most) = bounds(limit, schedule, in: examination)
    examination.requireRange(
      schedule == nil ? "\(rule) range" : "\(rule) band",
      of: owner,
      size: 1 + limit,
      traded,
      from: least,
      to: most
    )
  }
}
