import GridFormulation
import SmallGrids
import Tables
import Testing

/// A pipe between heat zones: limit, loss and pumps.
struct HeatTransferTests {
  /// Heat at 30 in the town, at 100 in the suburb; power at 200.
  private func piped(_ change: (inout HeatTransfer) -> Void = { _ in }) -> SmallModel {
    var model = SmallModel(load: [0])
    model.addImport(at: 200)
    model.addHeatZone(demand: [50])
    model.addHeatZone("suburb", demand: [45])
    model.addPlainHeatBoiler("plant", cost: 30)
    model.addPlainHeatBoiler("local", cost: 100, in: "suburb")
    model.add(HeatTransfer.self) {
      $0.name = "pipe"
      $0.from = "town"
      $0.to = "suburb"
      $0.limit = Power(megawatts: 100)
      $0.loss = 0.1
      $0.pumping = 0.02
      change(&$0)
    }
    return model
  }

  @Test func `what arrives is what was sent less the loss, and pumps take power`() throws {
    // 45 MW arrive of 50 sent; pumps take 1 MW. A MWh there costs (30 + 0.02·200) / 0.9.
    let solved = try piped().solve()
    #expect(solved.heat("pipe.town") == [-50])
    #expect(solved.heat("pipe.suburb") == [45])
    #expect(solved.power("pipe") == [-1])
    #expect(solved.heat("plant") == [100])
    #expect(solved.values(.heatPrice, of: "suburb") == [rounded(34 / 0.9)])
  }

  @Test func `its limit binds and the local boiler sets the price`() throws {
    let solved = try piped { $0.limit = Power(megawatts: 20) }.solve()
    #expect(solved.heat("pipe.suburb") == [18])
    #expect(solved.heat("local") == [27])
    #expect(solved.values(.heatPrice, of: "suburb") == [100])
  }

  @Test func `a pipe that loses too much is not used`() throws {
    // 30 / 0.5 plus pumps is less than 100 no longer where the plant costs 60.
    let model = piped { $0.loss = 0.5 }.changing(HeatBoiler.self) {
      if $0.name == "plant" { $0.variableCost = 60 }
    }
    #expect(try model.solve().heat("pipe.suburb") == [0])
  }
}
