import GridFormulation
import Tables

/// A line with its flows, for the check of voltage angles.
struct ExaminedLine {
  let name: String
  let from: String
  let to: String
  /// Radians per MW.
  let reactance: Double
  /// Radians.
  let shift: Double
  let limit: Double
  let flow: [Double]
}
