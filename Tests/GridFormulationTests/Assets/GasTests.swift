import GridFormulation
import Hourly
import SmallGrids
import Tables
import Testing

struct GasTests {
  /// 100 MW of gas at 200 gce/kWh and 2,000 per tce: 400 a MWh; nothing but fuel.
  private func addGas(to model: inout SmallModel, _ change: (inout Gas) -> Void = { _ in }) {
    model.add(Gas.self) {
      $0.name = "gas"
      $0.unitSize = Power(megawatts: 100)
      $0.minimumOutput = 0
      $0.ramp = 60
      $0.minimumUpHours = 0
      $0.minimumDownHours = 0
      $0.fuelRate = 200
      $0.halfLoadRise = 0
      $0.startFuel = 0
      $0.startCost = 0
      $0.variableCost = 0
      $0.ownUse = 0
      $0.forcedOutage = 0
      change(&$0)
    }
  }

  /// 100 MW of coal at 300 gce/kWh and 1,000 per tce: 300 a MWh.
  private func addCoal(to model: inout SmallModel) {
    model.addPlainCoal(cost: 0) {
      $0.fuel = "coal"
      $0.coalRate = 300
    }
  }

  @Test func `gas burns its fuel by heat and sets the price where it is needed`() throws {
    var model = SmallModel(load: [150])
    addCoal(to: &model)
    addGas(to: &model) { $0.nitrogenOxides = 0.1 }
    let solved = try model.solve()
    #expect(solved.power("gas") == [50])
    #expect(solved.values(.fuel, of: "gas") == [10])
    #expect(solved.values(.carbonDioxide, of: "gas") == [16])
    #expect(solved.values(.nitrogenOxides, of: "gas") == [5])
    #expect(solved.price == [400])
  }

  @Test func `gas is not used where coal suffices`() throws {
    var model = SmallModel(load: [80])
    addCoal(to: &model)
    addGas(to: &model)
    let solved = try model.solve()
    #expect(solved.power("gas") == [0])
    #expect(solved.price == [300])
  }

  @Test func `a price on CO2 puts gas before coal where it outweighs the fuel`() throws {
    // Coal 300 + 0.3·2.66·p, gas 400 + 0.2·1.6·p: equal at p = 100 / 0.478 = 209.2.
    for (carbonPrice, used) in [(200.0, "coal"), (220.0, "gas")] {
      var model = SmallModel(load: [80])
      model.setting.carbonPrice = .constant(carbonPrice)
      addCoal(to: &model)
      addGas(to: &model)
      #expect(try model.solve().power(used) == [80])
    }
  }

  @Test func `units climb by their ramp in the hour of a start`() throws {
    // Minimum 0.2, ramp 0.5 an hour: 100 MW started give 50, then all.
    var model = SmallModel(load: [0, 100, 100])
    addGas(to: &model) {
      $0.minimumOutput = 0.2
      $0.ramp = 0.5
    }
    model.addImport(at: 1000)
    let solved = try model.solve()
    #expect(solved.power("gas") == [0, 50, 100])
    #expect(solved.price[1] == 1000)
  }

  @Test func `a cluster without units takes no part`() throws {
    var model = SmallModel(load: [80])
    addCoal(to: &model)
    addGas(to: &model) { $0.units = 0 }
    #expect(try model.solve().power("gas") == [])
  }

  @Test func `a fuel that the model does not have is refused with the nearest`() throws {
    var gas = Gas()
    gas.fuel = "gass"
    let complaint = try #require(gas.unknownNames(in: SmallModel(load: []).setting).first)
    #expect(complaint.field == "fuel")
    #expect(complaint.fix.contains("gas"))
  }
}
