import LinearProgramming
import SmallGrids
import Tables
import Testing

@testable import GridFormulation

/// How flows split over a meshed grid, what they cost, and what transformers and HVDC do to them.
struct LineTests {
  /// Three buses in a triangle: 200 MW at 10 on `one`, 200 MW at 30 on `two`, the load at `home`.
  private func triangle(load: Double, limit: Double, reactances: [Double] = [0.1, 0.1, 0.1])
    -> SmallModel
  {
    var model = SmallModel(load: [load])
    model.addZone("one", load: [0])
    model.addZone("two", load: [0])
    model.addPlainCoal("cheap", megawatts: 200, cost: 10, in: "one")
    model.addPlainCoal("dear", megawatts: 200, cost: 30, in: "two")
    let ends = [("one", SmallModel.zone), ("one", "two"), ("two", SmallModel.zone)]
    for (index, end) in ends.enumerated() {
      model.addLine(end.0, end.1, reactance: reactances[index], limit: index == 0 ? limit : 1000)
    }
    return model
  }

  @Test func `flows split against reactance`() throws {
    // The way over `two` has twice the reactance: 60 and 30 of 90.
    let solved = try triangle(load: 90, limit: 1000).solve()
    #expect(abs(solved.values(.flow, of: "one-home")[0] - 60) < 1e-9)
    #expect(abs(solved.values(.flow, of: "two-home")[0] - 30) < 1e-9)
    #expect(abs(solved.price[0] - 10) < 1e-9)
  }

  @Test func `unequal reactances split the flow in their inverse ratio`() throws {
    // 0.1 against 0.1 + 0.2: three quarters go straight.
    let solved = try triangle(load: 80, limit: 1000, reactances: [0.1, 0.1, 0.2]).solve()
    #expect(abs(solved.values(.flow, of: "one-home")[0] - 60) < 1e-9)
    #expect(abs(solved.values(.flow, of: "one-two")[0] - 20) < 1e-9)
  }

  @Test func `a full line in a loop makes the load dearer than any plant`() throws {
    // 2/3·g1 + 1/3·g2 = 50 and g1 + g2 = 90: 60 and 30. One MW more at home takes two more of the dear
    // plant and one less of the cheap one: 2·30 − 10 = 50.
    let solved = try triangle(load: 90, limit: 50).solve()
    #expect(abs(solved.power("cheap")[0] - 60) < 1e-9)
    #expect(abs(solved.power("dear")[0] - 30) < 1e-9)
    #expect(abs(solved.values(.price, of: "one")[0] - 10) < 1e-9)
    #expect(abs(solved.values(.price, of: "two")[0] - 30) < 1e-9)
    #expect(abs(solved.price[0] - 50) < 1e-9)
  }

  @Test func `a security margin keeps a share of the limit free`() throws {
    var model = triangle(load: 90, limit: 100)
    model.change(Line.self, "one-home") { $0.securityMargin = 0.5 }
    #expect(abs(try model.solve().values(.flow, of: "one-home")[0] - 50) < 1e-9)
  }

  /// `one` feeds `home` over two lines of 0.1 pu side by side.
  private func pair(load: Double, _ change: (inout Line) -> Void) -> SmallModel {
    var model = SmallModel(load: [load])
    model.addZone("one", load: [0])
    model.addPlainCoal("cheap", megawatts: 200, cost: 10, in: "one")
    model.addLine("one", SmallModel.zone, reactance: 0.1, limit: 1000)
    model.addLine("one", SmallModel.zone, named: "second", reactance: 0.1, limit: 1000, change)
    return model
  }

  @Test func `a phase shift moves flow to the other line`() throws {
    // 0.01 rad over 0.1 pu on 100 MVA is 10 MW between the lines: 55 and 45 of 100.
    let solved = try pair(load: 100) { $0.phaseShift = 0.01 * 180 / .pi }.solve()
    #expect(abs(solved.values(.flow, of: "one-home")[0] - 55) < 1e-9)
    #expect(abs(solved.values(.flow, of: "second")[0] - 45) < 1e-9)
  }

  @Test func `a tap ratio weighs the reactance`() throws {
    // 0.1 against 0.1·1.5: 60 and 40 of 100.
    let solved = try pair(load: 100) { $0.tapRatio = 1.5 }.solve()
    #expect(abs(solved.values(.flow, of: "second")[0] - 40) < 1e-9)
  }

  @Test func `a line loses half of its loss at each end`() throws {
    // One piece of 4 %: 51 MW leave, 49 arrive, 50 flow.
    var model = SmallModel(load: [49])
    model.addZone("one", load: [0])
    model.addPlainCoal("cheap", megawatts: 200, cost: 10, in: "one")
    model.addLine("one", SmallModel.zone, reactance: 0.1, limit: 100) {
      $0.loss = 0.04
      $0.lossPieces = 1
    }
    let solved = try model.solve()
    #expect(abs(solved.power("cheap")[0] - 51) < 1e-9)
    #expect(abs(solved.values(.lost, of: "one-home")[0] - 2) < 1e-9)
    // A MW more at home takes 1/0.98 of flow, each with 1.02 of output.
    #expect(abs(solved.price[0] - 10 * 1.02 / 0.98) < 1e-6)
  }

  @Test func `HVDC beside a line takes what the line cannot`() throws {
    // The loop is one of lines alone: the corridor's flow is free.
    var model = triangle(load: 90, limit: 50)
    model.add(Corridor.self, in: "one") {
      $0.name = "hvdc"
      $0.to = SmallModel.zone
      $0.forwardLimit = Power(megawatts: 40)
    }
    let solved = try model.solve()
    // 2/3·(90 − h) ≤ 50 needs h ≥ 15; the tie-break keeps it there.
    #expect(abs(solved.values(.flow, of: "hvdc")[0] - 15) < 1e-9)
    #expect(abs(solved.power("cheap")[0] - 90) < 1e-9)
  }

  @Test func `a grid of lines without a loop is a transport grid`() {
    var model = SmallModel(load: [10])
    model.addZone("one", load: [0])
    model.addLine("one", SmallModel.zone, reactance: 0.1, limit: 100)
    let program = model.grid.formulated().build()
    #expect(!program.rowFamilies.contains { $0.name.contains("voltage law") })
  }

  @Test func `a basis has as many loops as there are lines beyond a tree`() {
    // Five buses in a ring with two chords: 7 − 5 + 1.
    let ends = [(0, 1), (1, 2), (2, 3), (3, 4), (4, 0), (0, 2), (1, 3)]
    let branches = ends.map {
      Branch(
        owner: Owner("\($0.0)-\($0.1)", zone: "\($0.0)"),
        from: "\($0.0)",
        to: "\($0.1)",
        reactance: 1,
        phaseShift: 0,
        flow: HourlySum()
      )
    }
    let loops = NetworkLoops.basis(of: branches)
    #expect(loops.count == 3)
    for loop in loops {
      var visits = [String: Double]()
      for step in loop {
        visits[branches[step.branch].from, default: 0] -= step.sign
        visits[branches[step.branch].to, default: 0] += step.sign
      }
      #expect(visits.values.allSatisfy { $0 == 0 })
    }
  }
}
