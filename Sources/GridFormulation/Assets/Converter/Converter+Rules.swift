import Hourly
import Tables

extension Converter {
  package func complaints(in setting: Setting) -> [Complaint] {
    guard capacity.megawatts > 0 else { return [] }
    var result = expansionComplaints
    let (least, most) = (setting.value(of: minimumInput), setting.value(of: maximumInput))
    if setting.horizon.steps.contains(where: { least[$0] > most[$0] + 1e-9 }) {
      result.append(
        Complaint(
          "minimum_input_pu",
          "lies above maximum_input_pu in some hour",
          fix: "Lower it, or raise maximum_input_pu in those hours."
        )
      )
    }
    if least.least < 0, !gainsNothing(in: setting) {
      result.append(
        Complaint(
          "minimum_input_pu",
          "is below 0, and running backward it would give more than it takes, or make up for a loss",
          fix: "Write a second converter for the way back, or an efficiency of 1 and one output."
        )
      )
    }
    if from == to {
      result.append(
        Complaint(
          "to",
          "is where it takes its energy: nothing is turned into anything",
          fix: "Name the zone of the energy that it makes."
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
          fix: "Name it in to_\(number), or leave the efficiency empty."
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
