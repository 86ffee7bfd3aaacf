import Hourly
import Tables

extension Converter {
  package static let columns: [Column<Converter>] =
    plantColumns + outputColumns + Column<Converter>.expansion

  private static let plantColumns: [Column<Converter>] = [
    Column(
      "name",
      \.name,
      as: .name,
      required: true,
      limit: .none(.identity),
      "Name of the plant."
    ),
    Column("from", \.from, required: true, limit: .none(.identity), "Zone whose energy it takes."),
    Column("to", \.to, required: true, limit: .none(.identity), "Zone that it gives energy to."),
    Column(
      "carrier",
      \.carrier,
      limit: .none(.identity),
      "What its source calls it, for the reader."
    ),
    Column(
      "capacity_mw",
      \.capacity,
      in: 0...1e12,
      required: true,
      limit: .none(.size),
      "Capacity, of input."
    ),
    Column(
      "minimum_input_pu",
      \.minimumInput,
      in: -1000...1000,
      limit: .part(of: .corridorLimit, to: .constant(0)),
      "Least input, share of the capacity; below 0 it runs backward; a number or a series."
    ),
    Column(
      "maximum_input_pu",
      \.maximumInput,
      in: -1000...1000,
      limit: .part(of: .corridorLimit, to: .constant(1)),
      "Largest input, share of the capacity; a number or a series."
    ),
    Column(
      "cost_per_mwh",
      \.cost,
      in: -1e9...1e9,
      limit: .none(.price),
      "Cost of a MWh of input; a number or a series."
    ),
    Column(
      "ramp_up_pu_per_hour",
      \.rampUp,
      in: 0...1000,
      limit: .part(of: .corridorLimit, to: nil),
      "Largest rise of the input, share of the capacity; no limit where left empty."
    ),
    Column(
      "ramp_down_pu_per_hour",
      \.rampDown,
      in: 0...1000,
      limit: .part(of: .corridorLimit, to: nil),
      "Largest fall of the input, share of the capacity; no limit where left empty."
    ),
    Column(
      "fixed_cost_per_kw_year",
      \.fixedCost,
      in: 0...10_000,
      limit: .none(.account),
      "Yearly upkeep that does not depend on the input."
    ),
  ]

  private static let outputColumns: [Column<Converter>] = [
    Column(
      "efficiency_pu",
      \.efficiency,
      in: -1e6...1e6,
      limit: .none(.conversion),
      "Output to `to` of a MW of input, MW; a number or a series."
    ),
    Column(
      "to_2",
      \.to2,
      limit: .none(.identity),
      "Another zone that it gives energy to, or takes it from."
    ),
    Column(
      "efficiency_2_pu",
      \.efficiency2,
      in: -1e6...1e6,
      limit: .none(.conversion),
      "Output to `to_2` of a MW of input, MW; below 0 where it is taken; a number or a series."
    ),
    Column(
      "to_3",
      \.to3,
      limit: .none(.identity),
      "Another zone that it gives energy to, or takes it from."
    ),
    Column(
      "efficiency_3_pu",
      \.efficiency3,
      in: -1e6...1e6,
      limit: .none(.conversion),
      "Output to `to_3` of a MW of input, MW; below 0 where it is taken; a number or a series."
    ),
    Column(
      "to_4",
      \.to4,
      limit: .none(.identity),
      "Another zone that it gives energy to, or takes it from."
    ),
    Column(
      "efficiency_4_pu",
      \.efficiency4,
      in: -1e6...1e6,
      limit: .none(.conversion),
      "Output to `to_4` of a MW of input, MW; below 0 where it is taken; a number or a series."
    ),
  ]
}

extension Converter {
  /// Takes a class of limits away.
  package mutating func relax(_ cause: PhysicalCause) {
    if cause == .corridorLimit { capacity = capacity.relaxed }
    widen(cause)
  }
}
