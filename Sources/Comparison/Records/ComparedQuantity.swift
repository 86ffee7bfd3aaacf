/// A class of figures that share a tolerance.
public enum ComparedQuantity: String, Sendable, CaseIterable {
  /// The objective and its parts.
  case cost
  /// The value that a goal reached.
  case goal
  /// Power and energy that plant can give or hold, and sizes of a plan.
  case capacity
  /// Energy over the hours solved.
  case energy
  /// Shares, such as a rate of curtailment.
  case share
  /// Fuel burnt and what it emits.
  case emission
  /// Prices by zone.
  case price
  /// Counted hours, such as those of shortage.
  case hours
  /// A value of one hour in a file of series.
  case hourly

  /// What it is, for `gridflex describe tolerance`.
  public var summary: String {
    switch self {
    case .cost: "The objective, its parts, fixed and capital cost; in the model's currency."
    case .goal: "The value that a goal reached, in its unit; a flip of verdict always differs."
    case .capacity: "Capacity by technology and sizes of a plan, MW and MWh."
    case .energy: "Energy over the hours solved, MWh."
    case .share: "Shares of 0...1: curtailment, reserve margin."
    case .emission: "Fuel in tce, CO2, SO2 and NOx in t."
    case .price: "Mean prices by zone, in the model's currency per MWh."
    case .hours: "Counted hours: those of shortage, those at a price of zero."
    case .hourly: "A value of one hour in a file of series/, in its unit."
    }
  }

  /// Whether a figure that a result does not have is as good as 0.
  var isAmount: Bool {
    switch self {
    case .cost, .capacity, .energy, .emission, .hours, .hourly: true
    case .goal, .share, .price: false
    }
  }
}
