import GridFormulation
import Hourly
import SmallGrids
import Tables
import Testing

/// Reserve that a zone must hold, who holds it, and what its lack costs.
struct ReserveTests {
  /// 100 MW of coal at 100, import at 300, and a reserve policy.
  private func model(
    load: [Double],
    importAt price: Double = 300,
    coal: (inout Coal) -> Void = { _ in },
    _ change: (inout ReservePolicy) -> Void
  ) -> SmallModel {
    var model = SmallModel(load: load)
    change(&model.setting.zones[0].reserve)
    model.addPlainCoal("coal", coal)
    model.addImport(at: price)
    return model
  }

  // MARK: Upward

  @Test func `reserve that fits above the output costs nothing`() throws {
    let solved = try model(load: [50]) { $0.upShareOfLoad = 0.1 }.solve()
    #expect(solved.power("coal") == [50])
    #expect(solved.values(.reserveUpRequired, of: SmallModel.zone) == [5])
    #expect(solved.price == [100])
  }

  @Test func `reserve that does not fit pushes output to the dearer source`() throws {
    // 9.5 MW must stay free: 90.5 MW of coal, 4.5 of import, which sets the price.
    let solved = try model(load: [95]) { $0.upShareOfLoad = 0.1 }.solve()
    #expect(solved.power("coal") == [90.5])
    #expect(solved.values(.reserveUp, of: "coal") == [9.5])
    #expect(solved.price == [300])
  }

  @Test func `reserve that cannot be held is charged at the scarcity price`() throws {
    // 40 % of 90 is 36 MW; import costs 200 more than coal, scarcity 150: all 36 − 10 are short.
    let solved = try model(load: [90]) {
      $0.upShareOfLoad = 0.4
      $0.scarcityPrice = 150
    }.solve()
    #expect(solved.power("coal") == [90])
    #expect(solved.values(.reserveUpShort, of: SmallModel.zone) == [26])
    #expect(solved.cost(of: .scarcity) == 3900)
  }

  @Test func `units hold no more than they reach within the response time`() throws {
    // Ramp 0.6 an hour reaches 0.3 of the 100 MW online in 30 minutes: 30 of 35 MW, however little runs.
    let solved = try model(load: [70], coal: { $0.ramp = 0.6 }) {
      $0.upShareOfLoad = 0.5
      $0.responseMinutes = 30
    }.solve()
    #expect(solved.values(.reserveUp, of: "coal") == [30])
    #expect(solved.values(.reserveUpShort, of: SmallModel.zone) == [5])
  }

  @Test func `own use lowers the reserve as it lowers the output`() throws {
    // Nothing of 100 MW gross is used by a load of 0.9 of them; half gives 45 and holds 45.
    let solved = try model(load: [45], coal: { $0.ownUse = 0.1 }) { $0.upShareOfLoad = 1 }.solve()
    #expect(solved.power("coal") == [45])
    #expect(solved.values(.reserveUp, of: "coal") == [45])
    #expect(solved.values(.reserveUpShort, of: SmallModel.zone) == [0])
  }

  @Test func `the loss of the largest unit is covered`() throws {
    // Two units of 50 MW: at 60 MW of load 50 stay free, import gives 10.
    let solved = try model(
      load: [60],
      coal: {
        $0.unitSize = Power(megawatts: 50)
        $0.units = 2
      }
    ) { $0.coversLargestUnit = true }.solve()
    #expect(solved.power("coal") == [50])
    #expect(solved.values(.reserveUpRequired, of: SmallModel.zone) == [50])
    #expect(solved.price == [300])
  }

  @Test func `wind that is delivered asks for reserve, and curtailed wind is reserve`() throws {
    // 60 MW of wind, 50 of coal, load 100, import at 1,000. Wind w asks for 0.2·w; coal gives 100 − w and holds
    // w − 50, curtailed wind holds 60 − w: together always 10, so 0.2·w ≤ 10 and w = 50. A MWh more demand
    // comes from import. (Curtailing 10 MW costs 10 · 100, importing 2 MW would cost 2 · 900.)
    var model = SmallModel(load: [100])
    model.setting.zones[0].reserve.upShareOfWindAndSolar = 0.2
    model.addPlainCoal(megawatts: 50)
    model.addImport(at: 1000)
    model.add(Wind.self) {
      $0.name = "wind"
      $0.capacity = Power(megawatts: 60)
      $0.availability = .constant(1)
    }
    let solved = try model.solve()
    #expect(solved.power("wind") == [50])
    #expect(solved.power("coal") == [50])
    #expect(solved.values(.reserveUp, of: "wind") == [10])
    #expect(solved.values(.reserveUpRequired, of: SmallModel.zone) == [10])
  }

  @Test func `an asset that provides no reserve holds none`() throws {
    let solved = try model(load: [50], coal: { $0.providesReserve = false }) {
      $0.upShareOfLoad = 0.1
    }.solve()
    #expect(solved.values(.reserveUp, of: "coal") == [])
    #expect(solved.values(.reserveUpShort, of: SmallModel.zone) == [5])
  }

  // MARK: Stores, water and load

  @Test(arguments: zip([1.0, 0.5], [4.5, 9]))
  func `a store holds reserve that its energy can sustain`(hours: Double, held: Double) throws {
    // 5 MWh behind an efficiency of 0.9 give 4.5 MW for an hour or 9 MW for half of one.
    var model = SmallModel(load: [100])
    model.setting.zones[0].reserve.upShareOfLoad = 0.1
    model.setting.zones[0].reserve.sustainHours = hours
    model.addImport(at: 300)
    model.add(Battery.self) {
      $0.name = "battery"
      $0.power = Power(megawatts: 10)
      $0.energy = Energy(megawattHours: 5)
      $0.dischargingEfficiency = 0.9
      $0.selfDischarge = 0
      $0.startLevel = 1
      $0.endRule = .equalStart
    }
    let solved = try model.solve()
    #expect(solved.values(.reserveUp, of: "battery") == [held])
    #expect(solved.values(.reserveUpShort, of: SmallModel.zone) == [10 - held])
  }

  @Test func `a reservoir holds reserve with its water, run of river holds none`() throws {
    // 10 MW, 4 MWh in the reservoir: 4 MW of reserve. Without a reservoir 10 MW are short.
    for (reservoir, short) in [(8.0, 6.0), (0, 10)] {
      var model = SmallModel(load: [100])
      model.setting.zones[0].reserve.upShareOfLoad = 0.1
      model.addImport(at: 300)
      model.add(Hydro.self) {
        $0.name = "hydro"
        $0.capacity = Power(megawatts: 10)
        $0.reservoir = Energy(megawattHours: reservoir)
        $0.startLevel = 0.5
      }
      #expect(try model.solve().values(.reserveUpShort, of: SmallModel.zone) == [short])
    }
  }

  @Test(arguments: zip([0.5, 2], [2.0, 10]))
  func `load that can be called in time is reserve`(notice: Double, short: Double) throws {
    var model = SmallModel(load: [100])
    model.setting.zones[0].reserve.upShareOfLoad = 0.1
    model.addImport(at: 300)
    model.add(InterruptibleLoad.self) {
      $0.name = "response"
      $0.capacity = Power(megawatts: 8)
      $0.noticeHours = notice
    }
    #expect(try model.solve().values(.reserveUpShort, of: SmallModel.zone) == [short])
  }

  // MARK: Downward

  @Test func `downward reserve lifts must-run units off their minimum`() throws {
    // 100 MW online at 50; 20 % of 50 is 10 MW: output 60, of which 10 are sold at a loss of 10.
    var model = SmallModel(load: [50])
    model.setting.zones[0].reserve.downShareOfLoad = 0.2
    model.addPlainCoal {
      $0.minimumOutput = 0.5
      $0.minimumOnline = .constant(1)
    }
    model.addExport(at: -10)
    let solved = try model.solve()
    #expect(solved.power("coal") == [60])
    #expect(solved.values(.reserveDown, of: "coal") == [10])
    #expect(solved.cost == 6100)
  }

  @Test func `units that may stop hold downward reserve by running fewer`() throws {
    // 80 MW online at 50 are 10 above their minimum of 40.
    var model = SmallModel(load: [50])
    model.setting.zones[0].reserve.downShareOfLoad = 0.2
    model.addPlainCoal { $0.minimumOutput = 0.5 }
    let solved = try model.solve()
    #expect(solved.power("coal") == [50])
    #expect(solved.values(.reserveDownShort, of: SmallModel.zone) == [0])
    #expect(solved.values(.online, of: "coal")[0] <= 80)
  }

  @Test func `a store that is full holds no downward reserve`() throws {
    for (level, short) in [(1.0, 10.0), (0.5, 5)] {
      var model = SmallModel(load: [100])
      model.setting.zones[0].reserve.downShareOfLoad = 0.1
      model.addImport(at: 300)
      model.add(Battery.self) {
        $0.name = "battery"
        $0.power = Power(megawatts: 10)
        $0.energy = Energy(megawattHours: 10)
        $0.chargingEfficiency = 1
        $0.selfDischarge = 0
        $0.startLevel = level
        $0.endRule = .equalStart
      }
      #expect(try model.solve().values(.reserveDownShort, of: SmallModel.zone) == [short])
    }
  }

  @Test func `an amount in MW is held in its hour, whatever the demand`() throws {
    // 100 MW at 10 hold what they do not give: 20 MW, 30 asked; 10 must be bought at 50.
    var model = SmallModel(load: [80, 80])
    model.addImport(at: 50)
    model.addGenerator { $0.marginalCost = .constant(10) }
    model.setting.zones[0].reserve.up = model.series("amount", [20, 30])
    model.setting.zones[0].reserve.down = .constant(75)
    let solved = try model.solve()
    #expect(solved.power("plant") == [80, 75])
    #expect(solved.cost(of: .scarcity) == 5 * 3000)
    #expect(solved.values(.reserveUpRequired, of: SmallModel.zone) == [20, 30])
  }
}
