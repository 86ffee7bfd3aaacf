import Hourly
import Tables

/// What stores beside a plant share with it: the output they charge from, and the connection to the grid.
///
///     Σ p⁺[t] ≤ p[t]                               stores that charge from the plant only
///     −L ≤ p[t] + Σ (p⁻[t] − p⁺[t]) ≤ L              what goes through the connection, n; the left where stores charge from the grid
///     r⁺[t] − h⁺[t] ≤ L − n[t],    r⁻[t] − h⁻[t] ≤ n[t] + L⁻
///
/// p is the plant's output after own use, L the connection: the plant's capacity where none is told. r are the
/// reserves that plant and stores offer, h what of them does not go through the connection and is deducted from the
/// zone's; L⁻ is L where a store may charge from the grid, else 0. The rules are of the plant with all its stores, so
/// they are written once all have formulated.
package struct PlantConnection: Sendable {
  /// The plant.
  package let plant: any Asset
  /// The stores beside it, in the model's order.
  package let stores: [Battery]

  /// The plants with stores beside them, in the order of the first store of each.
  package static func all(of assets: [any Asset]) -> [PlantConnection] {
    var names: [String] = []
    let stores = assets.compactMap { $0 as? Battery }.filter { $0.plant != nil }
    for store in stores {
      if let name = store.plant, !names.contains(name) { names.append(name) }
    }
    return names.compactMap { name in
      assets.first { $0.name == name }.map { plant in
        PlantConnection(plant: plant, stores: stores.filter { $0.plant == name })
      }
    }
  }

  /// The connection as a store states it, MW; nil where none does.
  package var stated: Double? { stores.lazy.compactMap(\.connection).first }

  /// Power that the stores may draw from the grid, MW.
  package var gridCharging: Double {
    stores.reduce(0) { $0 + ($1.chargesFromGrid ? $1.power.megawatts : 0) }
  }

  /// Whose rules they are.
  package var owner: Owner { Owner(plant.name, zone: plant.zone) }

  /// Writes the rules of every plant with stores.
  static func formulate(_ assets: [any Asset], in model: inout DispatchModel) {
    for connection in all(of: assets) { connection.formulate(in: &model) }
  }

  private func formulate(in model: inout DispatchModel) {
    let names = Set(stores.map(\.name))
    let charging = model.total(.charging, of: names)
    let discharging = model.total(.discharging, of: names)
    guard !discharging.terms.isEmpty else { return }
    let size = model.capacity(of: plant)
    let limit = stated.map { HourlySum(.constant($0)) } ?? size.capacity
    let output = model.output(of: plant.name)
    let net = output + discharging - charging
    let captive = model.total(.charging, of: Set(stores.filter { !$0.chargesFromGrid }.map(\.name)))
    if !captive.terms.isEmpty { model.require("charging beside", of: owner, captive <= output) }
    model.require("connection", of: owner, net <= limit)
    if gridCharging > 0 {
      model.require("connection back", of: owner, net >= HourlyValue.constant(-1) * limit)
    }
    let back = gridCharging > 0 ? limit : HourlySum()
    let most = size.most + stores.reduce(0) { $0 + 2 * model.capacity(of: $1).most }
    deductReserve(.up, room: limit - net, most: most, names, in: &model)
    deductReserve(.down, room: net + back, most: most, names, in: &model)
  }

  /// Deducts the reserve that plant and stores offer beyond the room that the connection leaves.
  private func deductReserve(
    _ direction: ReserveDirection,
    room: HourlySum,
    most: Double,
    _ stores: Set<String>,
    in model: inout DispatchModel
  ) {
    guard model.setting.reserve(in: plant.zone).isRequired(direction) else { return }
    let isUp = direction == .up
    let offered = model.total(isUp ? .reserveUp : .reserveDown, of: stores.union([plant.name]))
    guard !offered.terms.isEmpty else { return }
    let name = "reserve \(direction.rawValue) behind the connection"
    let behind = model.variable(name, of: owner, to: .constant(most))
    model.require(name, of: owner, offered - behind <= room)
    model.record(isUp ? .reserveUpBehind : .reserveDownBehind, of: owner, behind)
    let path: WritableKeyPath<ZoneSums, HourlySum> = isUp ? \.reserveUp : \.reserveDown
    model.contribute(-behind, to: path, of: owner)
  }

  /// What stores beside one plant say that cannot hold together.
  func complaints(about store: Battery) -> [Complaint] {
    if !plant.facts.technology.isGeneration {
      return [
        Complaint(
          "beside",
          "\(plant.name) is no plant that makes electricity",
          fix: "Name a plant such as wind, PV or coal, or write `place` as grid."
        )
      ]
    }
    if plant.zone != store.zone {
      return [
        Complaint(
          "beside",
          "\(plant.name) stands in \(plant.zone), the store in \(store.zone)",
          fix: "Name a plant of the store's zone."
        )
      ]
    }
    guard let own = store.connection, let first = stated, own != first else { return [] }
    return [
      Complaint(
        "connection_mw",
        "is \(NumberText.shortest(first)) MW at another store beside \(plant.name)",
        fix: "Write one number at all stores beside a plant, or at one of them."
      )
    ]
  }
}

extension DispatchModel {
  /// A quantity of some assets with all their parts, as one expression.
  fileprivate func total(_ quantity: ResultQuantity, of names: Set<String>) -> HourlySum {
    records.reduce(HourlySum()) { sum, record in
      record.quantity == quantity && names.contains(record.owner.name) ? sum + record.sum : sum
    }
  }

  /// An asset's capacity, a decision where it is sized, and the most it can be.
  fileprivate func capacity(of asset: any Asset) -> (capacity: HourlySum, most: Double) {
    sizedCapacities[asset.name]
      ?? (HourlySum(.constant(asset.facts.capacity)), asset.facts.capacity)
  }
}

extension ResultQuantity {
  /// Upward reserve of a plant and its stores that does not go through their connection.
  public static let reserveUpBehind = Self(
    "reserve_up_behind_connection",
    "mw",
    "upward reserve of a plant and the stores beside it that their connection cannot carry",
    chinese: "并网点受限上备用",
    sign: .notNegative,
    when: "of plants with stores beside them that hold upward reserve"
  )
  /// Downward reserve of a plant and its stores that their connection does not carry.
  public static let reserveDownBehind = Self(
    "reserve_down_behind_connection",
    "mw",
    "downward reserve of a plant and the stores beside it that the grid would not see",
    chinese: "并网点受限下备用",
    sign: .notNegative,
    when: "of plants with stores beside them that hold downward reserve"
  )
}
