import GridDispatch
import GridFormulation
import Hourly
import SmallGrids
import Tables
import Testing

struct NodalBalanceTests {
  @Test func `grid loss raises the demand above the load`() throws {
    // 90 / (1 − 0.1) = 100.
    var model = SmallModel(load: [90])
    model.setting.zones[0].gridLoss = 0.1
    model.addPlainCoal()
    let solved = try model.solve()
    #expect(solved.values(.demand, of: SmallModel.zone) == [100])
    #expect(solved.power("coal") == [100])
  }

  @Test func `demand that nothing serves is charged at the value of lost load, which is the price`()
    throws
  {
    var model = SmallModel(load: [130], lostLoad: 5000)
    model.addPlainCoal()
    let solved = try model.solve()
    #expect(solved.unserved == [30])
    #expect(solved.price == [5000])
    #expect(solved.cost(of: .unserved) == 150_000)
  }

  @Test func `load that is not served is without the loss that it would have caused`() throws {
    // 100 MW at a loss of a tenth. 45 MW of coal serve 40.5; of nothing served 100 are short, not 111.
    for (coal, unserved) in [(45.0, 59.5), (0, 100)] {
      var model = SmallModel(load: [100], lostLoad: 5000)
      model.setting.zones[0].gridLoss = 0.1
      model.addPlainCoal(megawatts: coal)
      let solved = try model.solve()
      #expect(solved.unserved == [unserved])
      #expect(rounded(solved.cost(of: .unserved)) == 5000 * unserved)
      // A MWh more from plants serves 0.9.
      #expect(solved.price == [4500])
      let power = solved.schedule.hourly(.power)[0]
      #expect(solved.values(.demand, of: SmallModel.zone) == [rounded(power + unserved)])
    }
  }

  @Test func `demand is served where that costs less than losing it, and else not`() throws {
    for (lostLoad, served) in [(99.0, 0.0), (101, 80)] {
      var model = SmallModel(load: [80], lostLoad: lostLoad)
      model.addPlainCoal()
      #expect(try model.solve().power("coal") == [served])
    }
  }

  @Test func `no more than the demand can go unserved`() throws {
    // Export of 150 is scheduled, coal gives 100, and 40 unserved are not enough.
    var model = SmallModel(load: [40])
    model.addPlainCoal()
    model.add(Interchange.self) {
      $0.name = "export"
      $0.exportLimit = Power(megawatts: 150)
      $0.exportSchedule = .constant(1)
    }
    #expect(try model.infeasibility() != nil)
  }

  @Test func `injections and unserved demand meet the demand in every hour`() throws {
    var model = SmallModel(load: [30, 70, 150])
    model.addPlainCoal(megawatts: 60)
    model.addImport(40, at: 50)
    let solved = try model.solve()
    let power = solved.schedule.hourly(.power)
    let unserved = solved.schedule.hourly(.unserved)
    #expect(zip(power, unserved).map { rounded($0 + $1) } == [30, 70, 150])
    #expect(solved.price == [50, 100, 10_000])
  }
}
