/// A tolerance for each quantity, and whether what ties leave free is judged too.
public struct ToleranceSet: Sendable, Equatable {
  private var tolerances: [ComparedQuantity: Tolerance]
  /// Whether what ties leave free between plants of a kind is judged.
  public var judgesAssets = false
  /// Whether single hours are judged.
  public var judgesHours = false

  /// The tolerances that hold where nothing else is said.
  ///
  /// They are those of the solver and of the files: energies come from series of six decimals, costs are
  /// certified to far less. What a wider gap of the solution leaves open is allowed for by itself.
  public static let standard = ToleranceSet(tolerances: [
    .cost: Tolerance(absolute: 1, relative: 1e-6),
    .goal: Tolerance(absolute: 1e-6, relative: 1e-4),
    .capacity: Tolerance(absolute: 1e-3, relative: 1e-6),
    .energy: Tolerance(absolute: 1, relative: 1e-4),
    .share: Tolerance(absolute: 1e-5, relative: 1e-4),
    .emission: Tolerance(absolute: 0.1, relative: 1e-4),
    .price: Tolerance(absolute: 0.01, relative: 1e-3),
    .hours: Tolerance(absolute: 0, relative: 0),
    .hourly: Tolerance(absolute: 0.001, relative: 1e-4),
  ])

  /// The tolerance of a quantity.
  public subscript(quantity: ComparedQuantity) -> Tolerance {
    get { tolerances[quantity] ?? Tolerance(absolute: 0, relative: 0) }
    set { tolerances[quantity] = newValue }
  }
}
