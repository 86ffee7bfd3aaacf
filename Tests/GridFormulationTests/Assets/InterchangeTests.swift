import GridFormulation
import Hourly
import SmallGrids
import Tables
import Testing

struct InterchangeTests {
  private func trade(
    load: [Double],
    _ change: (inout SmallModel, inout Interchange) -> Void
  ) -> SmallModel {
    var model = SmallModel(load: load)
    model.addPlainCoal(megawatts: 100, cost: 200)
    var exchange = Interchange()
    exchange.name = "trade"
    exchange.zone = SmallModel.zone
    change(&model, &exchange)
    model.assets.append(exchange)
    return model
  }

  @Test func `import cheaper than coal is bought up to its limit and coal sets the price`() throws {
    let solved = try trade(load: [80]) {
      $1.importLimit = Power(megawatts: 30)
      $1.importPrice = .constant(150)
    }.solve()
    #expect(solved.power("trade") == [30])
    #expect(solved.values(.imported, of: "trade") == [30])
    #expect(solved.price == [200])
    #expect(solved.cost(of: .imports) == 4500)
  }

  @Test func `import that covers the whole load sets the price`() throws {
    let solved = try trade(load: [20]) {
      $1.importLimit = Power(megawatts: 30)
      $1.importPrice = .constant(150)
    }.solve()
    #expect(solved.power("trade") == [20])
    #expect(solved.price == [150])
  }

  @Test func `import dearer than coal is not bought`() throws {
    let solved = try trade(load: [80]) {
      $1.importLimit = Power(megawatts: 30)
      $1.importPrice = .constant(250)
    }.solve()
    #expect(solved.power("trade") == [0])
  }

  @Test func `export earns its price in the hours where it lies above the cost`() throws {
    // Coal at 200: sold at 260, kept at 190. A spare 20 MW of coal sets the price.
    let solved = try trade(load: [50, 50]) {
      $1.exportLimit = Power(megawatts: 30)
      $1.exportPrice = $0.series("outside", [260, 190])
    }.solve()
    #expect(solved.power("trade") == [-30, 0])
    #expect(solved.values(.exported, of: "trade") == [30, 0])
    #expect(solved.cost(of: .exports) == -7800)
    #expect(solved.price == [200, 200])
  }

  @Test func `export that takes all coal can spare sets the price`() throws {
    let solved = try trade(load: [80]) {
      $1.exportLimit = Power(megawatts: 30)
      $1.exportPrice = .constant(260)
    }.solve()
    #expect(solved.power("trade") == [-20])
    #expect(solved.price == [260])
  }

  @Test func `a schedule is kept though it loses money`() throws {
    // Half of 30 MW at all hours, sold at 0.
    let solved = try trade(load: [50]) {
      $1.exportLimit = Power(megawatts: 30)
      $1.exportSchedule = .constant(0.5)
    }.solve()
    #expect(solved.power("trade") == [-15])
    #expect(solved.price == [200])
  }

  @Test func `a band lets trade leave its schedule, up where it earns and down where it loses`()
    throws
  {
    // 0.5 ± 0.2 of 30 MW: 21 at 260, 9 at 190; 0.9 + 0.2 is cut to 1: 30.
    let solved = try trade(load: [50, 50, 50]) {
      $1.exportLimit = Power(megawatts: 30)
      $1.exportPrice = $0.series("outside", [260, 190, 260])
      $1.exportSchedule = $0.series("plan", [0.5, 0.5, 0.9])
      $1.band = 0.2
    }.solve()
    #expect(solved.power("trade") == [-21, -9, -30])
  }

  @Test func `a scheduled import displaces cheaper coal`() throws {
    let solved = try trade(load: [50]) {
      $1.importLimit = Power(megawatts: 30)
      $1.importPrice = .constant(500)
      $1.importSchedule = .constant(1)
    }.solve()
    #expect(solved.power("trade") == [30])
    #expect(solved.price == [200])
  }

  @Test func `buying below the price of selling is refused, as it would be trade without end`() {
    var setting = SmallModel(load: [1, 1]).setting
    setting.series["outside"] = [90, 110]
    var exchange = Interchange()
    exchange.importLimit = Power(megawatts: 10)
    exchange.importPrice = .constant(100)
    exchange.exportLimit = Power(megawatts: 10)
    exchange.exportPrice = .series("outside")
    #expect(exchange.complaints(in: setting).map(\.field) == ["export_price_per_mwh"])
    exchange.exportPrice = .constant(100)
    #expect(exchange.complaints(in: setting).isEmpty)
    exchange.exportLimit = Power(megawatts: 0)
    exchange.exportPrice = .constant(200)
    #expect(exchange.complaints(in: setting).isEmpty)
  }
}
