import GridGoals
import Hourly
import SmallGrids
import Tables
import Testing

@testable import GridDispatch
@testable import GridFormulation

/// What stores earn at the prices of energy and reserve.
struct StoreAccountTests {
  private func battery(_ model: inout SmallModel, _ change: (inout Battery) -> Void) {
    model.add(Battery.self) {
      $0.name = "battery"
      $0.power = Power(megawatts: 10)
      $0.energy = Energy(megawattHours: 20)
      $0.chargingEfficiency = 0.9
      $0.dischargingEfficiency = 1
      $0.selfDischarge = 0
      $0.startLevel = 0
      $0.wear = 20
      change(&$0)
    }
  }

  @Test func `a store buys low and sells high`() throws {
    // 10 MWh bought at 100 are 9 sold at 300: 2,700 − 1,000; 20·9 of wear. Two of 8,760 hours of 50 a kW
    // for 10 MW are 500,000·2/8,760 = 114.155251, of 30 a kW 68.493151.
    var model = SmallModel(load: [50, 50])
    model.addImport(at: 100, 300)
    battery(&model) {
      $0.capacityPayment = 50
      $0.fixedCost = 30
    }
    let account = try #require(try model.solve().result.settlement.stores.first)
    #expect(account.energyIncome.map(rounded) == 1700)
    #expect(account.reserveIncome == 0)
    #expect(rounded(account.wear) == 180)
    #expect(rounded(account.capacityIncome) == 114.155251)
    #expect(rounded(account.fixedCost) == 68.493151)
    #expect(account.marginBeforeCapital.map(rounded) == 1565.6621)
    #expect(account.cycles.map(rounded) == 0.45)
    #expect(account.remark == nil)
  }

  @Test func `capital stands apart from upkeep and enters no account`() throws {
    // Of 10 MW: 30 a kW of upkeep are 300,000 a year, 187 of capital 1,870,000; the account has upkeep alone.
    var model = SmallModel(load: [50, 50])
    model.addImport(at: 100, 300)
    battery(&model) {
      $0.fixedCost = 30
      $0.capitalCost = 187
    }
    let result = try model.solve().result
    let facts = try #require(result.assets.first { $0.name == "battery" }).facts
    #expect(facts.fixedCost == 300_000)
    #expect(facts.capitalCost == 1_870_000)
    #expect(result.settlement.stores.first.map { rounded($0.fixedCost) } == 68.493151)
    // 2,700 − 1,000 of energy less 180 of wear and the upkeep.
    #expect(result.settlement.stores.first?.marginBeforeCapital.map(rounded) == 1451.506849)
  }

  @Test func `a store that no difference of prices pays for earns and spends nothing`() throws {
    // Nine tenths of what is bought at 100 would be sold at 120, 108 for 100, less 18 of wear.
    var model = SmallModel(load: [50, 50])
    model.addImport(at: 100, 120)
    battery(&model) { $0.wear = 20 }
    let account = try #require(try model.solve().result.settlement.stores.first)
    #expect(account.energyIncome.map(rounded) == 0)
    #expect(account.marginBeforeCapital.map(rounded) == 0)
  }

  @Test func `reserve is paid at the price of what is short`() throws {
    // 10 MW are asked for and only the full battery has some, 5 MW for an hour: the other 5 are short at
    // 3,000, which is the price of reserve. A MWh sold would bring 200.
    var model = SmallModel(load: [100])
    model.setting.zones[0].reserve.up = .constant(10)
    model.addImport(at: 200)
    battery(&model) {
      $0.power = Power(megawatts: 5)
      $0.energy = Energy(megawattHours: 5)
      $0.startLevel = 1
    }
    let solved = try model.solve()
    #expect(solved.values(.reserveUpPrice, of: SmallModel.zone) == [3000])
    let account = try #require(solved.result.settlement.stores.first)
    #expect(account.reserveIncome.map(rounded) == 15_000)
    #expect(account.marginBeforeCapital.map(rounded) == 15_000)
  }

  @Test(arguments: RandomSystem.seeds)
  func `a store that may stand idle never earns less than its use costs`(seed: UInt64) throws {
    let solved = try RandomSystem(seed: seed).model.solve()
    let accounts = solved.result.settlement.stores
    #expect(accounts.map(\.name) == ["battery", "pumped"])
    for account in accounts {
      let earned = (account.energyIncome ?? -.infinity) + (account.reserveIncome ?? 0)
      let left = earned - account.wear - account.otherCost
      #expect(left >= -1e-6 * abs(solved.result.cost), "seed \(seed): \(account.name) \(left)")
    }
  }

  @Test func `a store that shares an hour says so`() throws {
    var account = StoreAccount(name: "store", zone: "home")
    #expect(account.remark == nil)
    account.overlapHours = 3
    account.overlapEnergy = 12
    account.overlapLoss = 1.2
    #expect(account.remark?.contains("3 h") == true)
    #expect(account.remark?.contains("12.0 MWh pass through, 1.2 MWh are lost") == true)
  }
}
