/// One figure of a result, with what is needed to hold it against that of another.
public struct RecordedFigure: Sendable, Equatable {
  /// What figures are told together, in the order of a report.
  public enum Section: String, Sendable, CaseIterable {
    case costs, energies, curtailment, emissions, adequacy, prices, stores, capacities, options
  }

  /// Where it is told.
  public let section: Section
  /// What it is of, such as a technology, a zone or a kind of cost; once in a section.
  public let name: String
  /// Its unit.
  public let unit: String
  /// What its tolerance is that of.
  public let quantity: ComparedQuantity
  /// Whether ties leave it free among schedules of one cost: it is told and not judged.
  public let isFree: Bool
  /// The value.
  public let value: Double

  /// A figure from its parts.
  public init(
    _ section: Section,
    _ name: String,
    _ value: Double,
    _ unit: String,
    _ quantity: ComparedQuantity,
    isFree: Bool = false
  ) {
    (self.section, self.name, self.value, self.unit) = (section, name, value, unit)
    (self.quantity, self.isFree) = (quantity, isFree)
  }

  /// What tells it from all others of a result.
  var key: String { section.rawValue + "/" + name }
}
