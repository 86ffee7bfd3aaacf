import GridFormulation
import Hourly
import Testing

@testable import Verification

/// Heat that thermal units give, on numbers that are written down.
@Suite struct ExtractionCheckTests {
  /// 100 MW, of which a MW of heat costs 0.2 MW of power and asks for 0.5; up to 80 MW of heat.
  private let extraction = ExtractionCheck(
    heatZone: "town",
    powerLoss: 0.2,
    leastPower: 0,
    mostHeat: 0.8,
    excess: { power, heat, online in
      larger(power + 0.2 * heat - online, larger(heat - 0.8 * online, 0.5 * heat - power))
    },
    leastSteamPerHeat: 0.7
  )

  private let units = ThermalCheck(
    owner: Owner("chp", zone: SmallGrid.zone),
    available: [100],
    minimumOnline: [0],
    minimumOutput: 0.4,
    ramp: 1,
    startOutput: 1,
    shutdownOutput: 1,
    minimumUpHours: 0,
    minimumDownHours: 0,
    fuel: "coal",
    fuelPerGross: 0.3,
    noLoadShare: 0,
    tiers: [],
    startFuel: 0,
    startCost: 0,
    variableCost: 0,
    ownUse: 0,
    sulphurDioxide: 0,
    nitrogenOxides: 0,
    providesReserve: true
  )

  /// What one hour breaks.
  private func broken(_ check: (inout Examination) -> Void) -> [String] {
    SmallGrid(load: [0]).found(by: check).map { String($0.dropFirst("chp: ".count)) }
  }

  /// What one hour of followed units breaks.
  private func broken(
    _ power: Double,
    _ heat: Double,
    up: Double = 0,
    down: Double = 0
  ) -> [String] {
    broken { examination in
      extraction.check(
        [power],
        [heat],
        online: [100],
        held: (up: [up], down: [down]),
        of: units,
        in: &examination
      )
    }
  }

  @Test func `power and heat lie in the region of what is online`() {
    // 70 MW of heat leave 86 MW of power and ask for 35.
    #expect(broken(86, 70) == [])
    #expect(broken(35, 70) == [])
    #expect(broken(90, 70).first == "heat region 4.0 at 0")
    #expect(broken(30, 70).first == "heat region 5.0 at 0")
    #expect(broken(60, 85).first == "heat region 5.0 at 0")
    #expect(broken(60, -5) == ["heat region 5.0 at 0"])
  }

  @Test func `reserve that is called leaves the region no more than power does`() {
    // At 60 MW of power and 50 of heat 30 MW can be added and 35 taken away.
    #expect(broken(60, 50, up: 30, down: 35) == [])
    #expect(broken(60, 50, up: 40) == ["reserve up region 10.0 at 0"])
    #expect(broken(60, 50, down: 40) == ["reserve down region 5.0 at 0"])
  }

  @Test func `heat of units that are not followed keeps below what all of them give`() {
    func broken(_ heat: Double) -> [String] {
      self.broken { extraction.checkRange([heat], of: units, in: &$0) }
    }
    #expect(broken(80) == [])
    #expect(broken(85) == ["heat range 5.0 at 0"])
    #expect(broken(-1) == ["heat range 1.0 at 0"])
  }

  @Test func `steam is no less than the heat asks for, and no more behind a backpressure turbine`()
  {
    func broken(
      _ steam: Double,
      isBackpressure: Bool = false,
      up: Double = 0,
      down: Double = 0
    ) -> [String] {
      var extraction = extraction
      extraction.isBackpressure = isBackpressure
      return self.broken { examination in
        extraction.checkLean(
          [steam],
          [50],
          held: (up: [up], down: [down]),
          of: units,
          in: &examination
        )
      }
    }
    // 50 MW of heat ask for 0.7 times as much.
    #expect(broken(35) == [])
    #expect(broken(60, down: 25) == [])
    #expect(broken(30) == ["heat floor 5.0 at 0"])
    #expect(broken(60, down: 30) == ["heat floor 5.0 at 0"])
    #expect(broken(35, isBackpressure: true) == [])
    #expect(broken(40, isBackpressure: true) == ["heat line 5.0 at 0"])
    #expect(broken(35, isBackpressure: true, up: 5) == ["heat line 5.0 at 0"])
  }

  @Test func `a region of corners tells the distance beyond its sides, either way round`() {
    let corners = [(power: 0.0, heat: 0.0), (1.0, 0.0), (1.0, 0.5), (0.0, 0.5)]
    for region in [CornerRegion(corners: corners), CornerRegion(corners: corners.reversed())] {
      // 100 MW online: power up to 100, heat up to 50.
      #expect(abs(region.excess(power: 60, heat: 30, online: 100) + 20) < 1e-9)
      #expect(abs(region.excess(power: 110, heat: 30, online: 100) - 10) < 1e-9)
      #expect(abs(region.excess(power: 60, heat: -5, online: 100) - 5) < 1e-9)
      #expect(abs(region.excess(power: 60, heat: 30, online: 50) - 10) < 1e-9)
    }
  }

  @Test func `a region of two corners is the line between them`() {
    // From the origin to 60 MW of power and 80 of heat, 100 long; (8, −6) lies 10 beside it.
    let line = CornerRegion(corners: [(0, 0), (0.6, 0.8)])
    #expect(abs(line.excess(power: 30, heat: 40, online: 100)) < 1e-9)
    #expect(abs(line.excess(power: 38, heat: 34, online: 100) - 10) < 1e-9)
    #expect(abs(line.excess(power: 66, heat: 88, online: 100) - 10) < 1e-9)
    #expect(abs(line.excess(power: -6, heat: -8, online: 100) - 10) < 1e-9)
  }
}
