package import Hourly
package import Tables
import Testing

/// A made-up asset with a field of each kind.
package struct Sample: Sendable {
  package enum Kind: String, FieldWord { case onshore, offshore }

  package var name = ""
  package var capacity = Power(megawatts: 100)
  package var outage = 0.05
  package var units = 1
  package var kind = Kind.onshore
  package var givesReserve = false
  package var availability = Profile.constant(1)
  package var limit: Double?
  package var floor: Profile?
  package var note: String?
  package var life: Int?
  package var maintenance: [CalendarWindow] = []

  package init() {}

  package static let fields: [Field<Sample>] = [
    Field("name", \.name, as: .name, required: true, "Name."),
    Field("capacity_mw", \.capacity, in: 0...1e6, required: true, "Rated capacity."),
    Field("forced_outage_pu", \.outage, in: 0...1, "Forced outage.", source: "Somebody 2020"),
    Field("units", \.units, in: 1...100, "Number of units."),
    Field("kind", \.kind, "Where it stands."),
    Field("provides_reserve", \.givesReserve, "Whether it holds reserve."),
    Field("availability", \.availability, in: 0...1, "Available share."),
    Field("limit_mwh", \.limit, in: 0...1e9, "Limit."),
    Field("floor_pu", \.floor, in: 0...1, "Floor."),
    Field("note", \.note, "Note."),
    Field("life_years", \.life, "Life."),
    Field("maintenance", \.maintenance, "Maintenance."),
  ]

  package static func field(_ name: String) throws -> Field<Sample> {
    try #require(fields.first { $0.name == name })
  }
}
