import Foundation
import Hourly
import LinearProgramming
import SmallGrids
import Tables
import Testing

@testable import GridFormulation

/// Small models as readable programs, so that a changed formulation shows in review.
///
/// With `GRIDFLEX_GOLDEN=write` in the environment the files are written instead of compared.
struct GoldenTests {
  private static let folder =
    URL(fileURLWithPath: #filePath).deletingLastPathComponent().path
    + "/Golden"

  @Test func `two hours of coal and wind`() throws {
    var model = SmallModel(load: [60, 90])
    let wind = model.series("wind", [0.5, 0.2])
    model.setting.zones[0].reserve.upShareOfLoad = 0.05
    model.add(Coal.self) {
      $0.name = "coal"
      $0.unitSize = Power(megawatts: 100)
      $0.ramp = 0.4
      $0.minimumUpHours = 2
      $0.minimumDownHours = 2
      $0.ownUse = 0
      $0.forcedOutage = 0
    }
    model.add(Wind.self) {
      $0.name = "wind"
      $0.capacity = Power(megawatts: 100)
      $0.availability = wind
    }
    try compare(model, with: "coal-and-wind")
  }

  @Test func `two hours of heat and power with a tank and an electric boiler`() throws {
    var model = SmallModel(load: [60, 90])
    model.addHeatZone(demand: [80, 50]) { $0.loss = 0.2 }
    model.setting.zones[0].reserve.downShareOfLoad = 0.05
    model.addPlainChp {
      $0.cutoutShare = 0.5
      $0.tankShare = 1
      $0.boilerShare = 1
    }
    model.addPlainHeatBoiler(cost: 130)
    try compare(model, with: "heat-and-power")
  }

  @Test func `two hours of a generator and a store by their cost`() throws {
    var model = SmallModel(load: [60, 90])
    let share = model.series("share", [0.2, 0.6])
    model.addGenerator {
      $0.minimumOutput = .constant(0.4)
      $0.marginalCost = .constant(0)
      $0.setCurve("40:900;80:1500;100:2000")
      $0.commitment = .linear
      $0.startCost = 700
      $0.stopCost = 50
      $0.minimumUpHours = 2
      $0.rampUp = 30
      $0.startOutput = 50
      $0.isInitiallyOnline = true
      $0.initialOutput = 55
    }
    model.add(Generator.self) {
      $0.name = "farm"
      $0.kind = .onshoreWind
      $0.capacity = Power(megawatts: 50)
      $0.maximumOutput = share
    }
    model.add(Storage.self) {
      $0.name = "store"
      $0.chargingCapacity = Power(megawatts: 10)
      $0.dischargingCapacity = Power(megawatts: 10)
      $0.energy = Energy(megawattHours: 20)
      $0.inflow = .constant(3)
      $0.endRule = .cyclic
    }
    try compare(model, with: "generator-and-store")
  }

  @Test func `two hours of storage, flexible load and trade`() throws {
    var model = SmallModel(load: [60, 90])
    model.add(Battery.self) {
      $0.name = "battery"
      $0.power = Power(megawatts: 10)
      $0.energy = Energy(megawattHours: 20)
      $0.cyclesPerDay = 2
    }
    model.add(Hydro.self) {
      $0.name = "hydro"
      $0.capacity = Power(megawatts: 10)
      $0.inflow = .constant(0.5)
      $0.reservoir = Energy(megawattHours: 40)
      $0.minimumFlow = 0.1
    }
    model.add(InterruptibleLoad.self) {
      $0.name = "works"
      $0.capacity = Power(megawatts: 5)
    }
    model.add(ShiftableLoad.self) {
      $0.name = "stores"
      $0.capacity = Power(megawatts: 5)
    }
    model.addImport(at: 300, 100)
    try compare(model, with: "storage-and-load")
  }

  @Test func `two hours of coal that captures CO2, is paid to run low and holds allowances`() throws
  {
    var model = SmallModel(load: [40, 90])
    var tier = DeepPeakPolicy.Tier()
    tier.baseline = 0.5
    tier.priceCap = 400
    model.setting.deepPeak.tiers = [tier]
    model.setting.deepPeak.bid = .market
    var market = CarbonMarket()
    market.price = .constant(100)
    market.bid = .netOfAllowance
    market.benchmarks = [CarbonMarket.Benchmark()]
    market.benchmarks[0].rate = 0.8
    model.setting.carbonMarket = market
    model.addPlainCoal(cost: 10) {
      $0.fuel = "coal"
      $0.coalRate = 300
      $0.minimumOutput = 0.3
      $0.capture.share = 0.5
      $0.capture.isFlexible = true
    }
    try compare(model, with: "capture-and-markets")
  }

  private func compare(_ model: SmallModel, with name: String) throws {
    var text = ""
    LPWriter.write(model.grid.formulated().build(), to: &text)
    let path = "\(Self.folder)/\(name).lp"
    if ProcessInfo.processInfo.environment["GRIDFLEX_GOLDEN"] == "write" {
      try text.write(toFile: path, atomically: true, encoding: .utf8)
    }
    let golden = try String(contentsOfFile: path, encoding: .utf8)
    let lines = golden.split(separator: "\n", omittingEmptySubsequences: false)
    let found = text.split(separator: "\n", omittingEmptySubsequences: false)
    let first = zip(lines, found).first { $0 != $1 }
    #expect(first == nil, "the program differs from Golden/\(name).lp")
    #expect(lines.count == found.count)
  }
}
