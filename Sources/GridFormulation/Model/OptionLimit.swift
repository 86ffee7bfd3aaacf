package import Tables

/// A limit on the sizes of several options together, such as on all new lines of a network.
///
///     least ≤ Σ weight · size ≤ most
///
/// A size counts in the unit of its option: MW, MWh or units. One that takes something away has a weight below 0
/// where the limit is about what stands.
package struct OptionLimit: Sendable {
  package var name = ""
  /// The sum, as written: options with weights.
  package var sum = ""
  package var most: Double?
  package var least: Double?
  package var source = ""
  package var note: String?

  package init() {}

  /// The options with their weights; nil where the sum cannot be read.
  package var parts: [(option: String, weight: Double)]? {
    var parts: [(option: String, weight: Double)] = []
    for part in sum.split(separator: ",") {
      let sides = part.split(separator: "=", maxSplits: 1).map(\.withoutBlanks)
      guard let option = sides.first, !option.isEmpty,
        let weight = sides.count == 2 ? NumberText.parse(sides[1]) : 1, weight.isFinite
      else { return nil }
      parts.append((option, weight))
    }
    return parts.isEmpty ? nil : parts
  }

  /// A sum as it is written: names hold no comma and no `=`.
  package static func text(_ parts: [(option: String, weight: Double)]) -> String {
    parts.map { $0.weight == 1 ? $0.option : "\($0.option)=\(NumberText.shortest($0.weight))" }
      .joined(separator: ", ")
  }

  package static let fields: [Field<OptionLimit>] = [
    Field("name", \.name, as: .name, required: true, "Name of the limit."),
    Field(
      "sum",
      \.sum,
      required: true,
      "Options with what each MW, MWh or unit of their size counts, 1 where left out: `line a=120, line b=80.5, retire line a=-120`."
    ),
    Field("at-most", \.most, in: -1e15...1e15, unit: .plain, "The most that the sum may be."),
    Field("at-least", \.least, in: -1e15...1e15, unit: .plain, "The least that the sum must be."),
    Field("source", \.source, required: true, "Where the limit comes from."),
    Field("note", \.note, "Remark for the reader."),
  ]
}
