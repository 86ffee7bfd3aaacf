import GridDispatch
import GridFormulation
import SmallGrids
import Tables
import Testing

struct HydroTests {
  /// 10 MW with an inflow, a reservoir and import at given prices.
  private func plant(
    load: [Double],
    inflow: [Double],
    reservoir: Double = 0,
    importAt prices: [Double],
    _ change: (inout Hydro) -> Void = { _ in }
  ) -> SmallModel {
    var model = SmallModel(load: load)
    let water = model.series("inflow", inflow)
    let price = model.series("price", prices)
    model.add(Hydro.self) {
      $0.name = "hydro"
      $0.capacity = Power(megawatts: 10)
      $0.inflow = water
      $0.reservoir = Energy(megawattHours: reservoir)
      change(&$0)
    }
    model.add(Interchange.self) {
      $0.name = "import"
      $0.importLimit = Power(megawatts: 1000)
      $0.importPrice = price
    }
    return model
  }

  @Test func `run of river uses the inflow up to its turbines and spills the rest`() throws {
    let solved = try plant(load: [20, 20], inflow: [0.5, 2], importAt: [300, 300]).solve()
    #expect(solved.power("hydro") == [5, 10])
    #expect(solved.values(.spilled, of: "hydro") == [0, 10])
    #expect(solved.price == [300, 300])
  }

  @Test func `run of river without enough load spills, and a MWh more demand costs nothing`() throws
  {
    let solved = try plant(load: [3], inflow: [0.5], importAt: [300]).solve()
    #expect(solved.power("hydro") == [3])
    #expect(solved.values(.spilled, of: "hydro") == [2])
    #expect(solved.price == [0])
  }

  @Test func `stored water goes to the dearest hours and has one value in all of them`() throws {
    // 12 MWh: 8 for the dear hour, 4 for the cheap one. A MWh more in either is bought in the cheap hour.
    let solved = try plant(
      load: [10, 8],
      inflow: [0, 0],
      reservoir: 20,
      importAt: [100, 300]
    ) {
      $0.startLevel = 0.6
      $0.endRule = .free
    }.solve()
    #expect(solved.power("hydro") == [4, 8])
    #expect(solved.values(.storedEnergy, of: "hydro") == [8, 0])
    #expect(solved.price == [100, 100])
  }

  @Test func `turbines limit what the dear hour gets`() throws {
    let solved = try plant(
      load: [10, 15],
      inflow: [0, 0],
      reservoir: 20,
      importAt: [100, 300]
    ) {
      $0.startLevel = 0.6
      $0.endRule = .free
    }.solve()
    #expect(solved.power("hydro") == [2, 10])
    #expect(solved.price == [100, 300])
  }

  @Test(
    arguments: [
      // Room of the reservoir of 10 MWh left at the start, and what spills of 20 − 8 = 12 MWh.
      (start: 1.0, spilled: 12.0), (start: 0.5, spilled: 7), (start: 0, spilled: 2),
    ]
  )
  func `a reservoir spills only what it cannot hold`(start: Double, spilled: Double) throws {
    let solved = try plant(
      load: [4, 4],
      inflow: [1, 1],
      reservoir: 10,
      importAt: [300, 300]
    ) {
      $0.startLevel = start
      $0.endRule = .free
    }.solve()
    #expect(solved.power("hydro") == [4, 4])
    #expect(rounded(solved.schedule.total(.spilled)) == spilled)
    #expect(solved.values(.storedEnergy, of: "hydro")[1] == 10)
  }

  @Test func `the minimum flow passes the turbines, or the spillway where no load wants it`() throws
  {
    let solved = try plant(
      load: [20, 0],
      inflow: [0, 0],
      reservoir: 20,
      importAt: [1, 300]
    ) {
      $0.minimumFlow = 0.2
      $0.endRule = .free
      $0.variableCost = 5
    }.solve()
    // Dearer than import, the turbines pass the minimum of 2 MW by: spilling costs nothing, and they 5.
    #expect(solved.power("hydro") == [0, 0])
    #expect(solved.values(.spilled, of: "hydro") == [2, 2])
  }

  @Test func `the minimum flow feeds the load where that is worth it`() throws {
    let solved = try plant(
      load: [20, 20],
      inflow: [0, 0],
      reservoir: 20,
      importAt: [100, 300]
    ) {
      $0.minimumFlow = 0.2
      $0.startLevel = 0.2
      $0.endRule = .free
    }.solve()
    // 4 MWh of water: 2 must flow in each hour, though all would be worth more in the second.
    #expect(solved.power("hydro") == [2, 2])
  }

  @Test func `a reservoir that must end as it began gives only its inflow`() throws {
    let solved = try plant(
      load: [10, 10],
      inflow: [0.2, 0.3],
      reservoir: 20,
      importAt: [100, 300]
    ).solve()
    #expect(solved.power("hydro") == [0, 5])
    #expect(solved.values(.storedEnergy, of: "hydro") == [12, 10])
  }
}
