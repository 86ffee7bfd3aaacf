import GridDispatch
import GridFormulation
import SmallGrids
import Tables
import Testing

struct BatteryTests {
  /// A lossless battery of 10 MW and 10 MWh beside import at given prices.
  private func battery(
    load: [Double],
    importAt prices: [Double],
    _ change: (inout Battery) -> Void
  ) -> SmallModel {
    var model = SmallModel(load: load)
    let price = model.series("price", prices)
    model.add(Interchange.self) {
      $0.name = "import"
      $0.importLimit = Power(megawatts: 1000)
      $0.importPrice = price
    }
    model.add(Battery.self) {
      $0.name = "battery"
      $0.power = Power(megawatts: 10)
      $0.energy = Energy(megawattHours: 10)
      $0.chargingEfficiency = 1
      $0.dischargingEfficiency = 1
      $0.selfDischarge = 0
      $0.wear = 0
      $0.startLevel = 0
      change(&$0)
    }
    return model
  }

  @Test(arguments: zip([115.0, 125], [0.0, 10]))
  func `wear keeps a battery still where the spread does not pay for it`(
    dear: Double,
    given: Double
  ) throws {
    // Wear 20 a MWh discharged: 115 − 100 < 20 < 125 − 100.
    let solved = try battery(load: [50, 50], importAt: [100, dear]) { $0.wear = 20 }.solve()
    #expect(solved.values(.discharging, of: "battery") == [0, given])
    #expect(solved.cost(of: .storageWear) == 20 * given)
  }

  @Test func `a battery that serves the last MWh passes on purchase and wear`() throws {
    let solved = try battery(load: [50, 5], importAt: [100, 9000]) { $0.wear = 20 }.solve()
    #expect(solved.power("battery") == [-5, 5])
    #expect(solved.price == [100, 120])
  }

  @Test func `stored energy drains by self-discharge`() throws {
    // 10 MWh, a tenth lost an hour, wanted in the third: 10 · 0.9³ = 7.29.
    let solved = try battery(load: [0, 0, 50], importAt: [1000, 1000, 300]) {
      $0.selfDischarge = 0.1
      $0.startLevel = 1
      $0.endRule = .free
    }.solve()
    #expect(solved.values(.storedEnergy, of: "battery") == [9, 8.1, 0])
    #expect(solved.power("battery") == [0, 0, 7.29])
  }

  @Test(
    arguments: [
      // Twelve pairs of cheap and dear hours in a day; half a day allows half the cycles.
      (hours: 24, cycles: nil, energy: 120.0), (24, 1.5, 15), (12, 1.5, 7.5), (24, 0, 0),
    ] as [(hours: Int, cycles: Double?, energy: Double)]
  )
  func `cycles a day limit what is discharged`(
    hours: Int,
    cycles: Double?,
    energy: Double
  ) throws {
    let solved = try battery(
      load: [Double](repeating: 50, count: hours),
      importAt: (0..<hours).map { $0.isMultiple(of: 2) ? 100 : 300 }
    ) { $0.cyclesPerDay = cycles }.solve()
    #expect(rounded(solved.schedule.total(.discharging)) == energy)
  }

  @Test func `what the cycles of the hours solved do not allow is bought`() throws {
    // 7.2 cycles a day allow two hours 7.2 · 10 MWh · 2/24 = 6 MWh of the 8 wanted.
    let solved = try battery(load: [50, 8], importAt: [100, 9999]) {
      $0.cyclesPerDay = 7.2
    }.solve()
    #expect(solved.power("battery") == [-6, 6])
    #expect(solved.price == [100, 9999])
  }

  @Test func `a battery with power but no energy is refused`() {
    var battery = Battery()
    battery.power = Power(megawatts: 10)
    #expect(battery.complaints(in: Setting()).map(\.field) == ["energy_mwh"])
    battery.energy = Energy(megawattHours: 20)
    #expect(battery.complaints(in: Setting()).isEmpty)
  }
}
