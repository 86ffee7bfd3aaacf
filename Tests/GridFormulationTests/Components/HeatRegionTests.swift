import GridFormulation
import Tables
import Testing

/// Regions of power and heat: corners, sides, and what is wrong with a text.
struct HeatRegionTests {
  private func fault(_ text: String) -> String? {
    guard case .failure(let fault) = HeatRegion.read(text) else { return nil }
    return fault.rule
  }

  @Test func `an extraction region has five corners, and two sides that are no bounds`() {
    // g = 0.7: along q = 1 down to e = 0.7, along e = 0.7·q down to 0.4.
    let region = HeatRegion.extraction(
      minimum: 0.4,
      heatCapacity: 1,
      powerLoss: 0.2,
      backpressure: 0.5
    )
    #expect(region.corners.count == 5)
    #expect(region.leastSteam == 0.4)
    #expect(region.mostSteam == 1)
    #expect(region.mostHeat == 1)
    #expect(abs(region.leastSteamPerHeat - 0.7) < 1e-12)
    #expect(region.edges.count == 2)
  }

  @Test func `a side that others imply is left out`() {
    // The ratio never binds: 0.3·1 below the minimum of 0.4.
    let flat = HeatRegion.extraction(
      minimum: 0.4,
      heatCapacity: 1,
      powerLoss: 0.2,
      backpressure: 0.1
    )
    #expect(flat.edges.count == 1)
    // The heat capacity never binds: the ratio meets full steam at 1/0.7.
    let steep = HeatRegion.extraction(
      minimum: 0.4,
      heatCapacity: 2,
      powerLoss: 0.2,
      backpressure: 0.5
    )
    #expect(steep.edges.count == 1)
    #expect(abs(steep.mostHeat - 1 / 0.7) < 1e-12)
  }

  @Test func `the power loss is that of the side from the largest power`() {
    guard case .success(let corners) = HeatRegion.read("1:0; 0.8:1; 0.5:1; 0.4:0") else {
      Testing.Issue.record("the corners should be read")
      return
    }
    let region = HeatRegion(corners: corners)
    #expect(abs(region.powerLoss - 0.2) < 1e-12)
    #expect(region.text == "1:0; 0.8:1; 0.5:1; 0.4:0")
    #expect(HeatRegion(corners: Array(corners.reversed())).edges.count == region.edges.count)
  }

  @Test(arguments: [
    ("", "two corners or more"), ("1:0", "two corners or more"), ("1:0; 1:0", "each once"),
    ("1:0; 0.5:x", "pairs of power"), ("1.2:0; 0.5:1", "pairs of power"),
    ("1:0; 0.8:1; 0.6:2", "is empty"), ("1:0; 0.5:0.5; 0.8:1; 0.4:0", "must be convex"),
    ("1:0; 0.5:1; 0.8:1; 0.4:0", "must be convex"),
  ])
  func `a text that is no region is refused`(text: String, rule: String) {
    #expect(fault(text)?.contains(rule) == true, "\(fault(text) ?? "read")")
  }
}
