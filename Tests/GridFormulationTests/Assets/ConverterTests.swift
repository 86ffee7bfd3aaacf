import GridFormulation
import Hourly
import SmallGrids
import Tables
import Testing

/// What a plant between zones turns of the energy of one into that of others.
struct ConverterTests {
  /// `fuel` with 200 MW at 20, `home` which buys at 300 what it does not receive, and a plant between them.
  private func model(home: [Double] = [40], _ change: (inout Converter) -> Void) -> SmallModel {
    var model = SmallModel(load: home)
    model.addZone("fuel", load: home.map { _ in 0 })
    model.addImport(at: 300)
    model.add(Generator.self, in: "fuel") {
      $0.name = "well"
      $0.capacity = Power(megawatts: 200)
      $0.marginalCost = .constant(20)
    }
    model.add(Converter.self, in: "fuel") {
      $0.name = "turbine"
      $0.to = SmallModel.zone
      $0.capacity = Power(megawatts: 150)
      $0.efficiency = .constant(0.4)
      change(&$0)
    }
    return model
  }

  @Test func `power costs its fuel by the efficiency`() throws {
    // 40 MW take 100 of fuel at 20: a MWh costs 50.
    let solved = try model { _ in }.solve()
    #expect(solved.values(.flow, of: "turbine") == [100])
    #expect(solved.power("well") == [100])
    #expect(solved.cost == 2000)
    #expect(solved.price == [50])
  }

  @Test func `its capacity is of input`() throws {
    // 50 MW of fuel make 20 of power; 20 are bought.
    let solved = try model { $0.capacity = Power(megawatts: 50) }.solve()
    #expect(solved.power("import") == [20])
    #expect(solved.cost == 50 * 20 + 20 * 300)
    #expect(solved.price == [300])
  }

  @Test func `it stands still where it is dearer`() throws {
    // (20 + 105)/0.4 = 312.5 against 300.
    let solved = try model { $0.cost = .constant(105) }.solve()
    #expect(solved.values(.flow, of: "turbine") == [0])
    #expect(solved.cost == 40 * 300)
  }

  @Test func `a least input runs it where it is dearer`() throws {
    // 0.1·150 MW at 125 make 6 of power.
    let solved = try model {
      $0.cost = .constant(105)
      $0.minimumInput = .constant(0.1)
    }.solve()
    #expect(solved.values(.flow, of: "turbine") == [15])
    #expect(solved.cost == 15 * 125 + 34 * 300)
  }

  @Test func `its ramp holds back what it may rise by`() throws {
    // From 25 MW of fuel for 10 of power it may rise by 0.3·150 = 45 to 70, which make 28 of 40.
    let solved = try model(home: [10, 40]) { $0.rampUp = 0.3 }.solve()
    #expect(solved.values(.flow, of: "turbine") == [25, 70])
    #expect(solved.power("import") == [0, 12])
  }

  @Test func `an output below 0 is taken`() throws {
    // Each MW of fuel gives home 0.4 and takes 0.1 of steam at 10: (20 + 1)/0.4 a MWh.
    var model = model {
      $0.to2 = "steam"
      $0.efficiency2 = .constant(-0.1)
    }
    model.addZone("steam", load: [0])
    model.add(Generator.self, in: "steam") {
      $0.name = "kettle"
      $0.capacity = Power(megawatts: 50)
      $0.marginalCost = .constant(10)
    }
    let solved = try model.solve()
    #expect(solved.power("kettle") == [10])
    #expect(solved.cost == 2100)
  }

  @Test func `running backward is for what gives as much as it takes`() {
    var plant = Converter()
    (plant.from, plant.to, plant.capacity) = ("fuel", "home", Power(megawatts: 10))
    plant.minimumInput = .constant(-1)
    #expect(plant.complaints(in: Setting()).isEmpty)
    plant.efficiency = .constant(0.9)
    #expect(plant.complaints(in: Setting()).map(\.field) == ["minimum_input_pu"])
  }

  @Test func `an output needs a zone, and another than the input's`() {
    var plant = Converter()
    (plant.from, plant.to, plant.capacity) = ("fuel", "fuel", Power(megawatts: 10))
    plant.efficiency3 = .constant(0.2)
    #expect(plant.complaints(in: Setting()).map(\.field) == ["to", "efficiency_3_pu"])
  }
}
