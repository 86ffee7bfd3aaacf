/// How the fuel of a unit that gives heat and power is divided between them.
///
///     fuel of heat = 3.6·Q / (29.3076·η),    coal rate = (fuel − fuel of heat) / energy supplied
///
/// with Q the heat in MWh. Both charge heat its own energy; they differ in the boiler it is thought to come from.
public enum HeatAllocation: String, Sendable, CaseIterable {
  /// Heat is charged what a heat boiler of its own would burn: the whole gain is power's (好处归电).
  case goodQuality = "good-quality"
  /// Fuel is divided as the heat of the plant's own boiler is (热量法).
  case heatMethod = "heat-method"

  /// Efficiency of the boiler, its pipes included: 0.85 for a large heat boiler, 0.90 for that of a power plant; assumed.
  public var efficiency: Double {
    switch self {
    case .goodQuality: 0.85
    case .heatMethod: 0.9
    }
  }

  /// The fuel that is heat's, tce, of heat in MWh; never more than was burnt.
  public func fuelOfHeat(_ heat: Double, burnt: Double) -> Double {
    min(max(burnt, 0), max(heat, 0) / (Fuel.heatOfTonne * efficiency))
  }
}
