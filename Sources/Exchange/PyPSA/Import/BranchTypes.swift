import GridFormulation
import Tables

/// Constants of PyPSA's standard types of lines and transformers.
///
/// Source: PyPSA 1.4, documentation, *Standard types* (after pandapower; Heuck et al. 2010; Oeding and Oswald 2011).
enum BranchTypes {
  /// Resistance and reactance, ohm per km.
  static let lines: [String: (resistance: Double, reactance: Double)] = [
    "15-AL1/3-ST1A 0.4": (1.8769, 0.35), "24-AL1/4-ST1A 0.4": (1.2012, 0.335),
    "48-AL1/8-ST1A 0.4": (0.5939, 0.3), "94-AL1/15-ST1A 0.4": (0.306, 0.29),
    "48-AL1/8-ST1A 10.0": (0.5939, 0.35), "94-AL1/15-ST1A 10.0": (0.306, 0.33),
    "149-AL1/24-ST1A 10.0": (0.194, 0.315), "48-AL1/8-ST1A 20.0": (0.5939, 0.372),
    "94-AL1/15-ST1A 20.0": (0.306, 0.35), "149-AL1/24-ST1A 20.0": (0.194, 0.337),
    "184-AL1/30-ST1A 20.0": (0.1571, 0.33), "243-AL1/39-ST1A 20.0": (0.1188, 0.32),
    "149-AL1/24-ST1A 110.0": (0.194, 0.41), "184-AL1/30-ST1A 110.0": (0.1571, 0.4),
    "243-AL1/39-ST1A 110.0": (0.1188, 0.39), "305-AL1/39-ST1A 110.0": (0.0949, 0.38),
    "490-AL1/64-ST1A 220.0": (0.059, 0.285), "490-AL1/64-ST1A 380.0": (0.059, 0.253),
    "N2XS(FL)2Y 1x120 RM/35 64/110 kV": (0.153, 0.166),
    "N2XS(FL)2Y 1x185 RM/35 64/110 kV": (0.099, 0.156),
    "N2XS(FL)2Y 1x240 RM/35 64/110 kV": (0.075, 0.149),
    "N2XS(FL)2Y 1x300 RM/35 64/110 kV": (0.06, 0.144),
    "NA2XS2Y 1x95 RM/25 12/20 kV": (0.313, 0.132),
    "NA2XS2Y 1x185 RM/25 12/20 kV": (0.161, 0.117),
    "NA2XS2Y 1x240 RM/25 12/20 kV": (0.122, 0.112), "NAYY 4x50 SE": (0.642, 0.083),
    "NAYY 4x120 SE": (0.225, 0.08), "NAYY 4x150 SE": (0.208, 0.08),
    "Al/St 240/40 2-bundle 220.0": (0.06, 0.301), "Al/St 240/40 3-bundle 300.0": (0.04, 0.265),
    "Al/St 240/40 4-bundle 380.0": (0.03, 0.246), "Al/St 490/64 4-bundle 380.0": (0.015, 0.16),
    "Al/St 560/50 4-bundle 750.0": (0.013, 0.276), "HTLS 4-bundle 380.0": (0.02, 0.26),
    "HVDC XLPE 1000": (0.0022, 1e-6), "HVDC Oil filled 1400": (0.00264, 1e-6),
  ]

  /// A transformer: size in MVA, short-circuit voltage and its real part in per cent, shift in degrees.
  struct Transformer {
    let size: Double
    let voltage: Double
    let realVoltage: Double
    let phaseShift: Double
    let tapNeutral: Double
    /// Change of the ratio with a tap, per cent.
    let tapStep: Double

    init(
      _ size: Double,
      _ voltage: Double,
      _ realVoltage: Double,
      shift: Double = 150,
      tapNeutral: Double = 0,
      tapStep: Double = 1.5
    ) {
      self.size = size
      self.voltage = voltage
      self.realVoltage = realVoltage
      phaseShift = shift
      self.tapNeutral = tapNeutral
      self.tapStep = tapStep
    }

    /// Reactance per unit of its size.
    var reactance: Double {
      let (whole, real) = (voltage / 100, realVoltage / 100)
      return max(0, whole * whole - real * real).squareRoot()
    }

    /// The ratio at a tap position.
    func ratio(at position: Double) -> Double { 1 + (position - tapNeutral) * tapStep / 100 }
  }

  /// The standard transformers.
  static let transformers: [String: Transformer] = [
    "0.25 MVA 10/0.4 kV": Transformer(0.25, 4, 1.2, tapStep: 2.5),
    "0.25 MVA 20/0.4 kV": Transformer(0.25, 6, 1.44, tapStep: 2.5),
    "0.4 MVA 10/0.4 kV": Transformer(0.4, 4, 1.325, tapStep: 2.5),
    "0.4 MVA 20/0.4 kV": Transformer(0.4, 6, 1.425, tapStep: 2.5),
    "0.63 MVA 10/0.4 kV": Transformer(0.63, 4, 1.0794, tapStep: 2.5),
    "0.63 MVA 20/0.4 kV": Transformer(0.63, 6, 1.206, tapStep: 2.5),
    "25 MVA 110/10 kV": Transformer(25, 10.04, 0.276),
    "25 MVA 110/20 kV": Transformer(25, 11.2, 0.282),
    "40 MVA 110/10 kV": Transformer(40, 10.04, 0.295),
    "40 MVA 110/20 kV": Transformer(40, 11.2, 0.302),
    "63 MVA 110/10 kV": Transformer(63, 10.04, 0.31),
    "63 MVA 110/20 kV": Transformer(63, 11.2, 0.322),
    "100 MVA 220/110 kV": Transformer(100, 12, 0.26, shift: 0),
    "160 MVA 380/110 kV": Transformer(160, 12.2, 0.25, shift: 0),
  ]
}
