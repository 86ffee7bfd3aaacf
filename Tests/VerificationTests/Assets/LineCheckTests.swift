import Hourly
import Tables
import Testing

@testable import GridFormulation
@testable import Verification

/// Lines against limits and losses that their schedules were not made for.
@Suite struct LineCheckTests {
  @Test func `a line keeps its limit and loses what it must`() throws {
    // 60 MW are drawn at home and come from the east; a tenth is lost, half of it at either end.
    var grid = SmallGrid.buying(load: [60], at: [1000])
    grid.addZone("east", load: [0], importAt: 10)
    grid.addLink(Line.self) {
      ($0.name, $0.from, $0.to) = ("line", "east", SmallGrid.zone)
      $0.limit = Power(megawatts: 100)
      ($0.loss, $0.lossPieces) = (0.1, 1)
    }
    let result = try grid.solve()
    func found(_ change: (inout Line) -> Void) -> [String] { grid.found(in: result, change) }
    #expect(found { _ in } == [])
    // 60 at the end are 60 / 0.95 = 63.157895 on the line.
    #expect(found { $0.limit = Power(megawatts: 50) }.contains("limit 13.157895"))
    #expect(found { $0.securityMargin = 0.5 }.contains("limit 13.157895"))
    #expect(found { $0.loss = 0.2 }.contains("loss 6.315789"))
  }
}
