import GridDispatch
import Hourly
import LinearProgramming
import SmallGrids
import Tables
import Testing

@testable import GridFormulation

/// What is written at a desk is its owner's: of its zone, in its size and for all of its likes.
struct DeskTests {
  private func model(hours: Int = 2) -> DispatchModel {
    DispatchModel(
      setting: SmallModel(load: [Double](repeating: 50, count: hours)).setting,
      detail: .linear
    )
  }

  private func plant(_ name: String) -> Generator {
    var plant = Generator()
    plant.name = name
    plant.zone = SmallModel.zone
    plant.capacity = Power(megawatts: 100)
    plant.marginalCost = .constant(40)
    return plant
  }

  @Test func `a part writes under its own name, and after it the whole again`() {
    var model = model()
    model.atDesk(of: plant("plant")) { desk in
      let drum = desk.part("drum") { part in
        part.variable("level", to: 1)
      }
      desk.part("pipe", in: "elsewhere") { $0.record(.flow, drum) }
      desk.part(nil) { $0.require("full", drum <= HourlySum(1)) }
      desk.record(.storedEnergy, drum)
    }
    #expect(model.records.map(\.owner.label) == ["plant.pipe", "plant"])
    #expect(model.records.map(\.owner.zone) == ["elsewhere", SmallModel.zone])
    let program = model.build()
    #expect(program.columnFamilies.map(\.name) == ["plant.drum level"])
    #expect(program.rowFamilies.map(\.name) == ["plant full"])
  }

  @Test func `what is written counts for all likes and is told of each`() {
    var model = model()
    let likes = LikeAssets.groups(of: [plant("one"), plant("two")], apart: [])
    #expect(likes.count == 1)
    for group in likes { model.formulate(group) }
    let power = model.records.filter { $0.quantity == .power }
    #expect(power.map(\.owner.label) == ["one", "two"])
    #expect(model.charges.map(\.owner.label) == ["one", "two"])
    // One column an hour, which stands for 2 MW a MW.
    #expect(model.sums[0].injection.terms.map { $0.coefficient[0] } == [2])
    #expect(model.build().cost == [80, 80])
  }

  @Test func `a zone of the name of an asset with likes is still one zone`() throws {
    var small = SmallModel(load: [300])
    small.addPlainCoal(SmallModel.zone)
    small.addPlainCoal("other")
    let solved = try small.solve()
    // 200 MW at 100, and 100 MW that are not served at 10,000.
    #expect(solved.cost == 1_020_000)
    #expect(solved.price == [10_000])
    #expect(solved.schedule.series(of: .demand).map(\.label) == [SmallModel.zone])
  }

  @Test func `a sized asset has its size in every bound and constant`() {
    var model = model()
    let size = model.scalar("size", of: Owner("plan", zone: ""), to: 1)
    model.formulate(plant("plant"), sizedBy: size)
    let program = model.build()
    // output ≤ 100·size in both hours.
    #expect(program.rowFamilies.map(\.name) == ["size of bounds"])
    #expect(program.rowCount == 2)
  }

  @Test func `rules give their rows, and a later one begins where it is told`() {
    var model = model()
    model.atDesk(of: plant("plant")) { desk in
      let output = desk.variable("output", to: 9)
      let all = desk.require("least", output >= HourlySum(1))
      let later = desk.require("ramp", output - output.before <= HourlySum(1), from: 1)
      let none = desk.require("never", output >= HourlySum(), from: 2)
      let total = desk.requireTotal("day", output, over: 0..<2, atMost: 10, isGlobal: true)
      #expect([all, later, none, total].map(\.range) == [0..<2, 2..<3, 3..<3, 3..<4])
    }
  }
}
