package import GridFormulation
import Hourly
import Tables
import WeatherSeries

/// A random small system that always has a schedule: any surplus can be curtailed or sold.
package struct RandomSystem {
  /// The seeds that laws are tried with.
  package static let seeds: [UInt64] = Array(1...12)

  /// The model.
  package private(set) var model: SmallModel
  private var random: SeededRandom
  private let hours: Int

  /// The system of a seed.
  package init(seed: UInt64) {
    random = SeededRandom(seed: seed)
    hours = 12 + Int(random.next() % 37)
    var load = [Double](repeating: 0, count: hours)
    for step in load.indices { load[step] = 300 + 200 * random.uniform() }
    model = SmallModel(load: load)
    setReserve()
    addCoal()
    addWind()
    addStores()
    addFlexibleLoad()
    addTrade()
    var goal = Goal()
    goal.id = "peak"
    goal.metric = "peak-response"
    goal.variant = "verified"
    goal.threshold = 0.05
    model.goals = [goal]
  }

  private mutating func number(_ range: ClosedRange<Double>) -> Double {
    range.lowerBound + (range.upperBound - range.lowerBound) * random.uniform()
  }

  private mutating func series(_ name: String, _ range: ClosedRange<Double>) -> Profile {
    var values = [Double](repeating: 0, count: hours)
    for step in values.indices { values[step] = number(range) }
    return model.series(name, values)
  }

  private mutating func setReserve() {
    model.setting.zones[0].reserve.upShareOfLoad = number(0...0.1)
    model.setting.zones[0].reserve.upShareOfWindAndSolar = number(0...0.1)
    model.setting.zones[0].reserve.downShareOfLoad = number(0...0.05)
    var tier = DeepPeakPolicy.Tier()
    tier.baseline = 0.5
    tier.extraFuelRate = 20
    tier.wear = 15
    model.setting.deepPeak.tiers = [tier]
  }

  private mutating func addCoal() {
    for index in 0..<(2 + Int(random.next() % 2)) {
      let isHeat = index == 0
      var coal = Coal()
      coal.name = "coal \(index)"
      coal.kind = isHeat ? .chp : .condensing
      coal.unitSize = Power(megawatts: 100)
      coal.units = number(1...2.5).rounded()
      coal.minimumOutput = number(0.4...0.6)
      coal.minimumOutputRetrofitted = 0.3
      coal.ramp = number(0.2...0.8)
      coal.rampRetrofitted = 0.9
      coal.minimumUpHours = 1 + Int(random.next() % 8)
      coal.minimumDownHours = 1 + Int(random.next() % 8)
      coal.flexibilityShare = Double(Int(random.next() % 3)) / 2
      coal.coalRate = number(280...340)
      coal.minimumOnline = .constant(isHeat ? 0.5 : 0)
      model.add(Coal.self) { $0 = coal }
    }
  }

  private mutating func addWind() {
    var wind = Wind()
    wind.name = "wind"
    wind.capacity = Power(megawatts: number(100...500))
    wind.availability = series("wind", 0...1)
    model.add(Wind.self) { $0 = wind }
  }

  private mutating func addStores() {
    var battery = Battery()
    battery.name = "battery"
    battery.power = Power(megawatts: number(10...60))
    battery.energy = Energy(megawattHours: number(20...200))
    battery.selfDischarge = 0
    battery.cyclesPerDay = random.next() % 2 == 0 ? nil : number(0.5...2)
    model.add(Battery.self) { $0 = battery }
    var pumped = PumpedHydro()
    pumped.name = "pumped"
    pumped.turbineCapacity = Power(megawatts: number(10...80))
    pumped.reservoir = Energy(megawattHours: number(50...400))
    pumped.minimumTurbineOutput = number(0...0.3)
    model.add(PumpedHydro.self) { $0 = pumped }
  }

  private mutating func addFlexibleLoad() {
    var works = InterruptibleLoad()
    works.name = "works"
    works.capacity = Power(megawatts: number(5...30))
    works.hoursPerCall = 1 + Int(random.next() % 4)
    works.callsPerYear = number(50...2000)
    works.noticeHours = random.next() % 2 == 0 ? 0.5 : 2
    model.add(InterruptibleLoad.self) { $0 = works }
    var stores = ShiftableLoad()
    stores.name = "stores"
    stores.capacity = Power(megawatts: number(5...30))
    // So long that no chain of moves would reach further: the relaxation is then exact, as these laws ask.
    stores.windowHours = 24 + Int(random.next() % 8)
    stores.price = number(10...100)
    model.add(ShiftableLoad.self) { $0 = stores }
  }

  private mutating func addTrade() {
    var trade = Interchange()
    trade.name = "trade"
    trade.exportLimit = Power(megawatts: number(200...400))
    trade.exportPrice = series("sold", 0...250)
    trade.importLimit = Power(megawatts: number(0...100))
    trade.importPrice = series("bought", 300...900)
    model.add(Interchange.self) { $0 = trade }
  }
}

extension SmallModel {
  /// The model with every asset of a kind changed.
  package func changing<Kind: Asset>(_ kind: Kind.Type, _ change: (inout Kind) -> Void)
    -> SmallModel
  {
    var changed = self
    changed.assets = assets.map { asset in
      guard var found = asset as? Kind else { return asset }
      change(&found)
      return found
    }
    return changed
  }
}
