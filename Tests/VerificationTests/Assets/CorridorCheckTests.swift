import Hourly
import Tables
import Testing

@testable import GridFormulation
@testable import Verification

/// Corridors against rules that their schedules were not made for.
@Suite struct CorridorCheckTests {
  /// Home draws 45 and then 90 MW; the east sends them at a tenth of loss, 50 and 100 MW.
  private func grid() -> SmallGrid {
    var grid = SmallGrid.buying(load: [45, 90], at: [1000, 1000])
    grid.addZone("east", load: [0, 0], importAt: 10)
    grid.addLink(Corridor.self) {
      ($0.name, $0.from, $0.to) = ("link", "east", SmallGrid.zone)
      $0.forwardLimit = Power(megawatts: 100)
      $0.loss = 0.1
    }
    return grid
  }

  @Test func `a corridor keeps its limit, its ramp and its loss`() throws {
    let grid = grid()
    let result = try grid.solve()
    func found(_ change: (inout Corridor) -> Void) -> [String] { grid.found(in: result, change) }
    #expect(found { _ in } == [])
    #expect(found { $0.forwardLimit = Power(megawatts: 80) } == ["forward range 20.0"])
    #expect(found { $0.forwardShare = .constant(0.7) } == ["forward range 30.0"])
    // From 50 to 100 MW, of which 30 are allowed.
    #expect(found { $0.ramp = 0.3 } == ["ramp 20.0"])
    // A fifth lost of 100 MW would leave 80 and not 90.
    #expect(found { $0.loss = 0.2 } == ["forward loss 10.0"])
    #expect(found { $0.schedule = .constant(0.5) } == ["forward range 50.0"])
  }

  @Test func `what is carried is charged`() throws {
    let grid = grid()
    let result = try grid.solve()
    let report = grid.changing(Corridor.self) { $0.wheelingCost = 2 }.report(on: result)
    // 150 MWh at 2.
    #expect(abs(report.costDifference - 300) < 1e-6)
  }
}
