import GridFormulation

extension Goal {
  /// The sign of its comparison.
  var sign: String {
    switch comparison {
    case .atLeast: "≥"
    case .atMost: "≤"
    case .above: ">"
    case .below: "<"
    case .about: "≈"
    }
  }
}
