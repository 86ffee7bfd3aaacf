import GridDispatch
import GridFormulation
import GridGoals
import Hourly
import SmallGrids
import Tables
import Testing

/// What a corridor carries between two zones, what it loses, and what prices its ends have.
struct CorridorTests {
  /// `west` with 100 MW of coal at 100 and a load of its own; `home` buys at 300 what it does not receive.
  private func model(
    west: [Double] = [20],
    home: [Double] = [50],
    _ change: (inout Corridor) -> Void
  ) -> SmallModel {
    var model = SmallModel(load: home)
    model.addZone("west", load: west)
    model.addPlainCoal("coal", in: "west")
    model.addImport(at: 300)
    model.add(Corridor.self, in: "west") {
      $0.name = "link"
      $0.to = SmallModel.zone
      change(&$0)
    }
    return model
  }

  // MARK: Limits

  @Test func `an open corridor brings the cheaper source to both zones, at one price`() throws {
    // 20 MW stay, 50 go, at no cost.
    let solved = try model { $0.forwardLimit = Power(megawatts: 80) }.solve()
    #expect(solved.values(.flow, of: "link") == [50])
    #expect(solved.power("coal") == [70])
    #expect(solved.values(.price, of: "west") == [100])
    #expect(solved.price == [100])
  }

  @Test func `a full corridor parts the prices`() throws {
    // 30 MW go; 20 are bought at 300. The rent is (300 − 100)·30.
    let solved = try model { $0.forwardLimit = Power(megawatts: 30) }.solve()
    #expect(solved.values(.flow, of: "link") == [30])
    #expect(solved.power("import") == [20])
    #expect(solved.values(.price, of: "west") == [100])
    #expect(solved.price == [300])
  }

  @Test func `a corridor without a backward limit sends nothing back`() throws {
    // West lacks 50 MW that home could buy for it.
    let solved = try model(west: [150], home: [0]) { $0.forwardLimit = Power(megawatts: 80) }
      .solve()
    #expect(solved.values(.unserved, of: "west") == [50])
    #expect(solved.values(.flow, of: "link") == [0])
  }

  @Test func `backward flow is negative`() throws {
    let solved = try model(west: [150], home: [0]) { $0.backwardLimit = Power(megawatts: 80) }
      .solve()
    #expect(solved.values(.flow, of: "link") == [-50])
    #expect(solved.values(.unserved, of: "west") == [0])
  }

  @Test func `limits follow the hour and maintenance`() throws {
    // 80·0.5 in the first hour, 80·0.25 in the second, half of either during maintenance.
    var model = model(west: [0, 0], home: [50, 50]) {
      $0.forwardLimit = Power(megawatts: 80)
      $0.forwardShare = .series("season")
      $0.maintenance = CalendarWindow.list("01-01..01-02") ?? []
      $0.maintenanceShare = 0.5
    }
    _ = model.series("season", [0.5, 0.25])
    #expect(try model.solve().values(.flow, of: "link") == [20, 10])
  }

  // MARK: Losses

  @Test func `a loss raises the price where the flow arrives`() throws {
    // 45 arrive of 50 sent: home pays 100 / 0.9.
    let solved = try model(home: [45]) {
      $0.forwardLimit = Power(megawatts: 80)
      $0.loss = 0.1
    }.solve()
    #expect(abs(solved.values(.sent, of: "link.west")[0] - 50) < 1e-9)
    #expect(abs(solved.values(.received, of: "link.home")[0] - 45) < 1e-9)
    #expect(abs(solved.price[0] - 100 / 0.9) < 1e-6)
  }

  @Test func `a loss in pieces grows with the flow`() throws {
    // Limit 80, loss 0.1 at it, two pieces of 40 MW that lose 0.05 and 0.15: 40 MW sent bring 38,
    // 8 more bring 6.8.
    let solved = try model(home: [44.8]) {
      $0.forwardLimit = Power(megawatts: 80)
      $0.loss = 0.1
      $0.lossPieces = 2
    }.solve()
    #expect(abs(solved.values(.sent, of: "link.west")[0] - 48) < 1e-9)
    #expect(abs(solved.price[0] - 100 / 0.85) < 1e-6)
  }

  @Test func `no flow runs where the loss eats what it saves`() throws {
    // 100 / 0.3 is more than 300.
    let solved = try model {
      $0.forwardLimit = Power(megawatts: 80)
      $0.loss = 0.5
      $0.wheelingCost = 60
    }.solve()
    #expect(solved.values(.flow, of: "link") == [0])
  }

  // MARK: Contracts

  @Test func `wheeling is paid for each MWh sent`() throws {
    let solved = try model {
      $0.forwardLimit = Power(megawatts: 80)
      $0.wheelingCost = 40
    }.solve()
    #expect(solved.price == [140])
    #expect(solved.result.cost(of: .wheeling) == 2000)
  }

  /// 60 MW of coal in the west for home: 40 by the way that is open to 40, 20 through the south, which are sent twice.
  @Test(arguments: [DispatchOptions.Method.exact, .rolling])
  func `corridors without a price cost nothing, and nothing runs in a circle`(
    method: DispatchOptions.Method
  ) throws {
    var model = SmallModel(load: [60, 30, 60])
    for zone in ["west", "south"] { model.addZone(zone, load: [0, 0, 0]) }
    model.addPlainCoal("coal", in: "west")
    let ways = [
      ("west", SmallModel.zone, 40.0), ("west", "south", 90), ("south", SmallModel.zone, 90),
    ]
    for (from, to, limit) in ways {
      model.add(Corridor.self, in: from) {
        $0.name = "\(from)-\(to)"
        $0.to = to
        $0.forwardLimit = Power(megawatts: limit)
        $0.backwardLimit = Power(megawatts: limit)
        $0.wheelingCost = 0
      }
    }
    let solved = try model.solve { $0.method = method }
    #expect(solved.cost == 15_000)
    #expect(rounded(solved.result.lowerBound) == 15_000)
    #expect(solved.cost(of: .operation) == 15_000)
    #expect(solved.cost(of: .wheeling) == 0)
    #expect(solved.schedule.hourly(.sent).map(rounded) == [80, 30, 80])
    #expect(solved.price == [100, 100, 100])
  }

  @Test func `a schedule binds the flow within its band`() throws {
    // 100 MW scheduled at 0.5 ± 0.1: at least 40 arrive though home needs 20, at most 60 though it needs 90.
    var model = model(west: [0, 0], home: [20, 90]) {
      $0.forwardLimit = Power(megawatts: 100)
      $0.schedule = .constant(0.5)
      $0.band = 0.1
    }
    model.addExport(at: 50)
    let solved = try model.solve()
    #expect(solved.values(.flow, of: "link") == [40, 60])
  }

  @Test func `a ramp limits the change of the flow`() throws {
    // 10 % of 100 MW an hour; the second hour may bring 10 MW more than the first, which it had rather all.
    let solved = try model(west: [0, 0], home: [30, 60]) {
      $0.forwardLimit = Power(megawatts: 100)
      $0.ramp = 0.1
    }.solve()
    #expect(solved.values(.flow, of: "link") == [30, 40])
    #expect(solved.power("import") == [0, 20])
  }

  @Test func `a corridor burns nothing by sending both ways where losing pays`() throws {
    // Power is bought at −10 for 10 MW at home and 10 in the west: 10 + 10/0.9 MWh are taken, no more.
    var model = SmallModel(load: [10], importAt: [-10])
    model.addZone("west", load: [10])
    model.add(Corridor.self) {
      $0.name = "link"
      $0.from = SmallModel.zone
      $0.to = "west"
      $0.forwardLimit = Power(megawatts: 50)
      $0.backwardLimit = Power(megawatts: 50)
      $0.loss = 0.1
    }
    let solved = try model.solve()
    #expect(solved.power("import") == [rounded(10 + 10 / 0.9)])
    #expect(solved.values(.sent, of: "link.west") == [0])
    #expect(solved.result.burntByNetwork == 0)
  }
}
