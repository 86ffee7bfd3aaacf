import Hourly
package import Tables

extension Converter {
  package static let fields: [Field<Converter>] =
    plantFields + outputFields + Field<Converter>.expansion

  private static let plantFields: [Field<Converter>] = [
    .name("name", \.name, "Name of the plant."),
    .text("from", \.from, required: true, "Zone whose energy it takes."),
    .text("to", \.to, required: true, "Zone that it gives energy to."),
    .optionalText("carrier", \.carrier, "What its source calls it, for the reader."),
    .quantity("capacity_mw", \.capacity, in: 0...1e12, required: true, "Capacity, of input."),
    .profile(
      "minimum_input_pu",
      \.minimumInput,
      in: -1000...1000,
      "Least input, share of the capacity; below 0 it runs backward; a number or a series."
    ),
    .profile(
      "maximum_input_pu",
      \.maximumInput,
      in: -1000...1000,
      "Largest input, share of the capacity; a number or a series."
    ),
    .profile(
      "cost_per_mwh",
      \.cost,
      in: -1e9...1e9,
      "Cost of a MWh of input; a number or a series."
    ),
    .optional(
      "ramp_up_pu_per_hour",
      \.rampUp,
      in: 0...1000,
      "Largest rise of the input, share of the capacity; no limit where left empty."
    ),
    .optional(
      "ramp_down_pu_per_hour",
      \.rampDown,
      in: 0...1000,
      "Largest fall of the input, share of the capacity; no limit where left empty."
    ),
    .number(
      "fixed_cost_per_kw_year",
      \.fixedCost,
      in: 0...10_000,
      "Yearly upkeep that does not depend on the input."
    ),
  ]

  private static let outputFields: [Field<Converter>] = [
    .profile(
      "efficiency_pu",
      \.efficiency,
      in: -1e6...1e6,
      "Output to `to` of a MW of input, MW; a number or a series."
    ),
    .text("to_2", \.to2, "Another zone that it gives energy to, or takes it from."),
    .profile(
      "efficiency_2_pu",
      \.efficiency2,
      in: -1e6...1e6,
      "Output to `to_2` of a MW of input, MW; below 0 where it is taken; a number or a series."
    ),
    .text("to_3", \.to3, "Another zone that it gives energy to, or takes it from."),
    .profile(
      "efficiency_3_pu",
      \.efficiency3,
      in: -1e6...1e6,
      "Output to `to_3` of a MW of input, MW; below 0 where it is taken; a number or a series."
    ),
    .text("to_4", \.to4, "Another zone that it gives energy to, or takes it from."),
    .profile(
      "efficiency_4_pu",
      \.efficiency4,
      in: -1e6...1e6,
      "Output to `to_4` of a MW of input, MW; below 0 where it is taken; a number or a series."
    ),
  ]

  package func complaints(in setting: Setting) -> [Complaint] {
    guard capacity.megawatts > 0 else { return [] }
    var result = expansionComplaints
    let (least, most) = (setting.value(of: minimumInput), setting.value(of: maximumInput))
    if setting.horizon.steps.contains(where: { least[$0] > most[$0] + 1e-9 }) {
      result.append(
        Complaint(
          "minimum_input_pu",
          "lies above maximum_input_pu in some hour",
          mend: "Lower it, or raise maximum_input_pu in those hours."
        )
      )
    }
    if least.least < 0, !gainsNothing(in: setting) {
      result.append(
        Complaint(
          "minimum_input_pu",
          "is below 0, and running backward it would give more than it takes, or make up for a loss",
          mend: "Write a second converter for the way back, or an efficiency of 1 and one output."
        )
      )
    }
    if from == to {
      result.append(
        Complaint(
          "to",
          "is where it takes its energy: nothing is turned into anything",
          mend: "Name the zone of the energy that it makes."
        )
      )
    }
    for (number, zone, share) in [
      (2, to2, efficiency2), (3, to3, efficiency3), (4, to4, efficiency4),
    ]
    where zone.isEmpty && share != .constant(0) {
      result.append(
        Complaint(
          "efficiency_\(number)_pu",
          "has no zone to give to",
          mend: "Name it in to_\(number), or leave the efficiency empty."
        )
      )
    }
    return result
  }

  /// Whether what goes in comes out, so that backward is as forward.
  private func gainsNothing(in setting: Setting) -> Bool {
    to2.isEmpty && to3.isEmpty && to4.isEmpty
      && setting.value(of: efficiency).isEverywhere(1)
  }
}
