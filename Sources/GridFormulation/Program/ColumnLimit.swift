import Tables

/// What a class of limits is to a kind of asset: the columns that state it, and the asset without it.
package struct ColumnLimit<Kind: Asset>: Sendable {
  let cause: PhysicalCause
  /// The columns that state the limit; without it each is as wide as can be.
  let columns: [String]
  let relax: @Sendable (inout Kind) -> Void

  /// A limit that columns state.
  init(
    _ cause: PhysicalCause,
    _ columns: String...,
    relax: @escaping @Sendable (inout Kind) -> Void
  ) {
    (self.cause, self.columns, self.relax) = (cause, columns, relax)
  }
}

/// Why a column states no limit that an explanation could take away.
package enum NoLimit: String, Sendable, CaseIterable {
  /// It says what the asset is, where it stands or what belongs to it.
  case identity = "names the asset or what belongs to it"
  /// It says how much of the asset there is: more of it is an option, with a price.
  case size = "is how much of it there is, which options change"
  /// It is given from outside, such as weather, demand, or when units are out.
  case given = "is given from outside"
  /// It says what is lost or burnt on the way.
  case conversion = "is what is lost or burnt on the way"
  /// It is a price; what is dear is no limit.
  case price = "is a price"
  /// It bears on reports, goals or payments and on no schedule.
  case account = "bears on reports and payments only"
  /// It says what holds before the first hour or after the last.
  case boundary = "is what holds before the first hour or after the last"
  /// It says who holds reserve; how much is due is the class of reserve.
  case reserve = "says who holds reserve; what is due is a limit of its own"
  /// It bounds power by the heat that is due, which is relaxed with the heating floor.
  case heat = "binds by the heat that is due, which is a limit of its own"
  /// What the zone's load holds already follows from it, so it cannot change alone.
  case baseline = "makes the baseline, which the load holds already"
}

extension Asset {
  /// The asset without a class of limits; nil where its kind has none of them.
  package func relaxed(_ cause: PhysicalCause) -> Self? {
    let limits = Self.limits.filter { $0.cause == cause }
    guard !limits.isEmpty else { return nil }
    return limits.reduce(into: self) { asset, limit in limit.relax(&asset) }
  }

  /// The classes of limits that a column states a part of.
  package static func causes(of column: String) -> [PhysicalCause] {
    limits.filter { $0.columns.contains(column) }.map(\.cause)
  }

  /// Why a column states no limit; nil where nobody said so, or a class has it that is none in most kinds.
  package static func reason(noLimitIn column: String) -> NoLimit? {
    if let own = NoLimit.allCases.first(where: { unlimited[$0]?.contains(column) == true }) {
      return own
    }
    return causes(of: column).isEmpty ? NoLimit.common[column] : nil
  }
}

extension NoLimit {
  /// Columns that mean the same in every kind.
  fileprivate static let common: [String: NoLimit] = [
    "name": .identity, "zone": .identity, "heat_zone": .identity, "kind": .identity,
    "technology": .identity, "carrier": .identity, "fuel": .identity, "place": .identity,
    "capacity_mw": .size, "unit_size_mw": .size, "units": .size,
    "forced_outage_pu": .given, "maintenance": .given, "maintenance_share_pu": .given,
    "availability": .given,
    "own_use_pu": .conversion, "efficiency": .conversion, "loss_pu": .conversion,
    "loss_pieces": .conversion, "charging_efficiency": .conversion,
    "discharging_efficiency": .conversion, "fuel_rate_g_per_kwh": .conversion,
    "half_load_rise_pu": .conversion, "energy_saving_share_pu": .conversion,
    "energy_saving_pu": .conversion, "so2_kg_per_mwh": .conversion,
    "nox_kg_per_mwh": .conversion, "capture_share_pu": .conversion,
    "capture_rate_pu": .conversion, "capture_energy_mwh_per_t": .conversion,
    "capture_flexible": .conversion,
    "variable_cost_per_mwh": .price, "price_per_mwh": .price, "start_cost_per_mw": .price,
    "start_fuel_tce_per_mw": .price, "capture_cost_per_t": .price,
    "fixed_cost_per_kw_year": .account, "capital_cost_per_kw_year": .account,
    "capacity_payment_per_kw_year": .account,
    "new_capacity_mw": .account, "expandable": .account, "capital_cost_per_mw_year": .account,
    "capacity_min_mw": .account, "capacity_max_mw": .account,
    "start_pu": .boundary, "end_rule": .boundary,
    "provides_reserve": .reserve,
    "in_load": .baseline,
  ]
}

extension Energy {
  /// As many times as large as a limit becomes.
  var relaxed: Energy { Energy(megawattHours: PhysicalCause.factor * megawattHours) }
}

extension Power {
  /// As many times as large as a limit becomes.
  var relaxed: Power { Power(megawatts: PhysicalCause.factor * megawatts) }
}
