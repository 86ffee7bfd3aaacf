import GridFormulation
import Hourly
import Tables

extension RTSImport {
  /// Reads the units, each by its type.
  mutating func readUnits() {
    let stores = source.table("storage.csv")
    for row in source.table("gen.csv") {
      switch row.text("Unit Type") ?? "" {
      case "SYNC_COND":
        draft.note(
          .leftOut,
          "gen.csv",
          "synchronous condensers",
          "They give no active power.",
          of: source.text("GEN UID", of: row)
        )
      case "STORAGE", "CSP": readStore(row, stores)
      default: readGenerator(row)
      }
    }
  }

  private mutating func readGenerator(_ row: RTSRow) {
    var unit = Generator()
    unit.name = source.text("GEN UID", of: row)
    draft.remember(unit.name, of: "gen.csv", at: row.place)
    unit.zone = zone("Bus ID", of: row)
    unit.carrier = row.text("Category")
    unit.kind = Self.kind(of: row.text("Unit Type") ?? "", fuel: row.text("Fuel") ?? "")
    let most = source.number("PMax MW", of: row)
    unit.capacity = Power(megawatts: most)
    if let highest = values("PMax MW", of: unit.name) {
      unit.maximumOutput = share(highest, of: most, "maximum", unit.name)
      if let least = values("PMin MW", of: unit.name) {
        unit.minimumOutput = share(least, of: most, "minimum", unit.name)
      }
    } else if most > 0 {
      readCommitment(row, of: &unit)
    }
    draft.generators.append(unit)
  }

  /// A series of MW as a share of the capacity.
  private mutating func share(
    _ values: [Double],
    of capacity: Double,
    _ attribute: String,
    _ name: String
  ) -> Profile {
    draft.profile(
      .hourly(values.map { capacity > 0 ? $0 / capacity : 0 }),
      attribute,
      of: name,
      in: "generators"
    )
  }

  /// Commitment, ramps and costs of a thermal unit.
  private mutating func readCommitment(_ row: RTSRow, of unit: inout Generator) {
    let most = unit.capacity.megawatts
    let price = source.number("Fuel Price $/MMBTU", of: row)
    unit.minimumOutput = .constant(source.number("PMin MW", of: row) / most)
    unit.commitment = .linear
    unit.minimumUpHours = source.hours("Min Up Time Hr", of: row)
    unit.minimumDownHours = source.hours("Min Down Time Hr", of: row)
    let ramp = 60 * source.number("Ramp Rate MW/Min", of: row)
    unit.rampUp = ramp
    unit.rampDown = ramp
    let heat = source.number("Start Heat Cold MBTU", of: row, absent: 0)
    unit.startCost = heat * price + source.number("Non Fuel Start Cost $", of: row, absent: 0)
    unit.stopCost = source.number("Non Fuel Shutdown Cost $", of: row, absent: 0)
    unit.marginalCost = .constant(source.number("VOM", of: row, absent: 0))
    let curve = heatCurve(of: row)
    unit.costSteps = CostCurve(
      points: curve.map { .init(power: $0.power, cost: price * $0.cost) }
    )
    if let last = curve.last, last.power > 0 {
      let pounds = source.number("Emissions CO2 Lbs/MMBTU", of: row, absent: 0)
      unit.carbonRate = pounds * 0.45359237 / 1000 * last.cost / last.power
      draft.note(
        .changed,
        "gen.csv",
        "Emissions CO2 Lbs/MMBTU",
        "CO2 per MWh is that of rated output at any output.",
        of: unit.name
      )
    }
  }

  /// Heat at the points of output, MMBtu an hour.
  ///
  ///     H(P₀) = HR_avg_0·P₀/1000,    H(Pₖ) = H(Pₖ₋₁) + HR_incr_k·(Pₖ − Pₖ₋₁)/1000        HR in Btu/kWh
  private mutating func heatCurve(of row: RTSRow) -> [CostCurve.Point] {
    let most = source.number("PMax MW", of: row)
    var power = most * source.number("Output_pct_0", of: row)
    var heat = source.number("HR_avg_0", of: row) * power / 1000
    var points = [CostCurve.Point(power: power, cost: heat)]
    for number in 1...4 {
      let share = source.number("Output_pct_\(number)", of: row, absent: 0)
      let rate = source.number("HR_incr_\(number)", of: row, absent: .nan)
      guard share * most > power, !rate.isNaN else { continue }
      heat += rate * (share * most - power) / 1000
      power = share * most
      points.append(CostCurve.Point(power: power, cost: heat))
    }
    return points
  }

  private mutating func readStore(_ row: RTSRow, _ stores: [RTSRow]) {
    var store = Storage()
    store.name = source.text("GEN UID", of: row)
    draft.remember(store.name, of: "gen.csv", at: row.place)
    store.zone = zone("Bus ID", of: row)
    store.carrier = row.text("Category")
    store.kind = .other
    store.dischargingCapacity = Power(megawatts: source.number("PMax MW", of: row))
    store.chargingCapacity = Power(megawatts: source.number("Pump Load MW", of: row, absent: 0))
    store.dischargingCost = .constant(source.number("VOM", of: row, absent: 0))
    let roundTrip = source.number("Storage Roundtrip Efficiency", of: row, absent: 0) / 100
    if roundTrip > 0 { store.chargingEfficiency = roundTrip }
    let head = stores.first {
      $0.text("GEN UID") == store.name && $0.text("position") == "head"
    }
    if let head {
      store.energy = Energy(megawattHours: 1000 * source.number("Max Volume GWh", of: head))
      store.start = 1000 * source.number("Initial Volume GWh", of: head)
    }
    let reservoir = head?.text("Storage") ?? store.name
    if let inflow = values("Natural_Inflow", of: reservoir, column: store.name) {
      store.inflow = draft.profile(
        .hourly(inflow),
        "inflow",
        of: store.name,
        in: "storage"
      )
      draft.note(
        .changed,
        "gen.csv",
        "concentrated solar power",
        "It is a store with its inflow: no minimum output, start cost or part-load efficiency.",
        of: store.name
      )
    }
    draft.stores.append(store)
  }

  private static func kind(of type: String, fuel: String) -> Generator.Kind {
    switch (type, fuel) {
    case (_, "Coal"): .coal
    case (_, "NG"): .gas
    case ("NUCLEAR", _): .nuclear
    case ("HYDRO", _), ("ROR", _): .hydro
    case ("WIND", _): .onshoreWind
    case ("PV", _): .centralSolar
    case ("RTPV", _): .distributedSolar
    default: .other
    }
  }
}
