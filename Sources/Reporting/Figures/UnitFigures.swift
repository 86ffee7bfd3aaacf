import GridDispatch
public import GridFormulation

/// What the thermal units of one part of a cluster did, such as its retrofitted half.
public struct UnitFigures: Sendable {
  /// The part's name and size.
  public let part: PartFacts
  /// Energy supplied after own use, MWh.
  public let supplied: Double
  /// Output before own use, MWh.
  public let gross: Double
  /// Fuel burnt, starts included, tce.
  public let fuel: Double
  /// CO2 emitted, less what is captured, t; nil where it is not told.
  public let carbonDioxide: Double?
  /// CO2 captured, t; nil where none can be.
  public let carbonCaptured: Double?
  /// SO2 emitted, t; nil where it is not told.
  public let sulphurDioxide: Double?
  /// Nitrogen oxides emitted, t; nil where they are not told.
  public let nitrogenOxides: Double?
  /// Heat given, MWh; nil where the units have nothing to do with heat.
  public let heat: Double?
  /// Capacity started over the hours, MW; nil without commitment.
  public let started: Double?
  /// Hours in which the units ran below half of the capacity online; nil without commitment.
  public let hoursBelowHalf: Int?
  /// Output forgone below the baseline of each deep-peak tier, MWh.
  public let tiers: [Double]

  init(of part: PartFacts, series: [Schedule.Series]) {
    func values(_ quantity: ResultQuantity) -> [Double]? {
      series.first { $0.quantity == quantity }?.values
    }
    func sum(_ quantity: ResultQuantity) -> Double? { values(quantity)?.reduce(0, +) }
    func total(_ quantity: ResultQuantity) -> Double { sum(quantity) ?? 0 }
    self.part = part
    supplied = total(.power)
    gross = total(.gross)
    fuel = total(.fuel)
    carbonDioxide = sum(.carbonDioxide)
    carbonCaptured = sum(.carbonCaptured)
    sulphurDioxide = sum(.sulphurDioxide).map { $0 / 1000 }
    nitrogenOxides = sum(.nitrogenOxides).map { $0 / 1000 }
    heat = values(.heat)?.reduce(0, +)
    started = values(.started)?.reduce(0, +)
    hoursBelowHalf = values(.online).flatMap { online in
      values(.gross).map { Self.hoursBelowHalf(gross: $0, online: online) }
    }
    var tiers: [Double] = []
    while let forgone = values(.deepTier(tiers.count + 1)) { tiers.append(forgone.reduce(0, +)) }
    self.tiers = tiers
  }

  /// Fuel per energy supplied, gce/kWh; nil where nothing was supplied.
  public var fuelRate: Double? { supplied > 0 ? 1000 * fuel / supplied : nil }

  /// The fuel that is heat's, tce, as an allocation has it.
  public func fuelOfHeat(_ allocation: HeatAllocation) -> Double {
    allocation.fuelOfHeat(heat ?? 0, burnt: fuel)
  }

  /// Fuel without that of heat per energy supplied, gce/kWh; nil where nothing was supplied.
  public func fuelRate(_ allocation: HeatAllocation) -> Double? {
    supplied > 0 ? 1000 * (fuel - fuelOfHeat(allocation)) / supplied : nil
  }

  /// How often the whole part was started.
  public var startsPerUnit: Double? {
    part.capacity > 0 ? started.map { $0 / part.capacity } : nil
  }

  /// The hours in which output lay clearly below half of what was online.
  static func hoursBelowHalf(gross: [Double], online: [Double]) -> Int {
    zip(gross, online).reduce(0) { count, hour in
      count + (hour.1 > 1e-3 && hour.0 < 0.5 * hour.1 - 1e-3 ? 1 : 0)
    }
  }
}
