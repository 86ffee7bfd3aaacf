package import GridFormulation
import GridGoals
import Hourly
import Tables
import WeatherSeries

/// A random zone whose load holds the baselines of random flexible loads.
package struct RandomFleet {
  /// The zone with import, and a goal of each variant of peak response.
  package private(set) var model: SmallModel
  /// The loads, each by its kind.
  package private(set) var loads: [any Asset] = []
  private var random: SeededRandom
  private let hours: Int

  /// The fleet of a seed.
  package init(seed: UInt64) {
    random = SeededRandom(seed: seed)
    hours = 24 + Int(random.next() % 49)
    var load = [Double](repeating: 0, count: hours)
    for step in load.indices { load[step] = 400 + 300 * random.uniform() }
    model = SmallModel(load: load)
    for variant in ["registered", "verified"] {
      var goal = Goal()
      goal.id = variant
      goal.metric = "peak-response"
      goal.variant = variant
      goal.threshold = 0.05
      goal.alsoCounts = PeakResource.allCases.map(\.rawValue)
      model.goals.append(goal)
    }
    let price = series("price", 50...900)
    model.add(Interchange.self) {
      $0.name = "import"
      $0.importLimit = Power(megawatts: 5000)
      $0.importPrice = price
    }
    loads = [vehicles(), works(), shops(), mill(), electrolyser(), waterworks()]
  }

  /// The zone with some of its loads managed.
  package func with(_ loads: [any Asset]) -> SmallModel {
    var changed = model
    for load in loads {
      var placed = load
      placed.zone = SmallModel.zone
      changed.assets.append(placed)
    }
    return changed
  }

  private mutating func number(_ range: ClosedRange<Double>) -> Double {
    range.lowerBound + (range.upperBound - range.lowerBound) * random.uniform()
  }

  private mutating func series(_ name: String, _ range: ClosedRange<Double>) -> Profile {
    var values = [Double](repeating: 0, count: hours)
    for step in values.indices { values[step] = number(range) }
    return model.series(name, values)
  }

  private mutating func vehicles() -> any Asset {
    var cars = EVCharging()
    cars.name = "cars"
    cars.chargers = Power(megawatts: number(20...60))
    cars.pluggedIn = series("plugged", 0.3...1)
    cars.windowStart = Int(random.next() % 24)
    cars.windowEnd = (cars.windowStart + 8 + Int(random.next() % 12)) % 24
    cars.dailyEnergy = .constant(number(10...48))
    cars.managedShare = number(0.2...1)
    cars.unmanaged = random.next() % 2 == 0 ? .even : .onArrival
    cars.givingCapacity = random.next() % 2 == 0 ? 0 : number(1...20)
    cars.fleetBattery = 60
    cars.wear = number(0...100)
    return cars
  }

  private mutating func works() -> any Asset {
    var smelter = Industry()
    smelter.name = "smelter"
    smelter.capacity = Power(megawatts: number(20...100))
    smelter.operation = series("operation", 0.75...0.9)
    smelter.minimumLoad = number(0.4...0.75)
    smelter.ramp = number(0.16...0.5)
    smelter.dayStart = Int(random.next() % 24)
    smelter.price = number(0...150)
    return smelter
  }

  private mutating func shops() -> any Asset {
    var shops = PriceResponsiveLoad()
    shops.name = "shops"
    let first = number(100...400)
    shops.steps = PriceSteps([
      .init(power: number(1...20), price: first),
      .init(power: number(1...20), price: first + number(1...500)),
    ])
    shops.availability = series("running", 0...1)
    return shops
  }

  private mutating func mill() -> any Asset {
    var mill = CaptivePlant()
    mill.name = "mill"
    mill.capacity = Power(megawatts: number(20...60))
    mill.minimumOutput = number(0.2...0.4)
    mill.load = series("own", 30...90)
    mill.unmanagedOutput = random.next() % 2 == 0 ? nil : .constant(number(0.5...0.9))
    mill.sheddable = number(0...20)
    mill.shedPrice = number(100...500)
    mill.sellLimit = number(0...20)
    // Its own output costs nothing, so that managing it never adds fuel that was not counted before.
    mill.fuel = "free"
    mill.variableCost = 0
    return mill
  }

  private mutating func electrolyser() -> any Asset {
    var electrolyser = Hydrogen()
    electrolyser.name = "electrolyser"
    electrolyser.capacity = Power(megawatts: number(10...50))
    electrolyser.efficiency = YieldCurve(points: [
      .init(load: 0.4, yield: 0.74), .init(load: 1, yield: 0.66),
    ])
    electrolyser.tank = Energy(megawattHours: number(0...100))
    electrolyser.demand = series("hydrogen", 0...6)
    electrolyser.delivery = Delivery.allCases[Int(random.next() % 3)]
    electrolyser.powerBack = random.next() % 2 == 0 ? 0 : number(1...10)
    electrolyser.isInLoad = true
    return electrolyser
  }

  private mutating func waterworks() -> any Asset {
    var waterworks = Desalination()
    waterworks.name = "waterworks"
    waterworks.capacity = Power(megawatts: number(5...10))
    waterworks.tank = number(0...5000)
    waterworks.demand = .constant(number(500...1400))
    waterworks.isInLoad = true
    return waterworks
  }

  /// A bundle of all loads within a limit.
  package func bundle(limit: Double) -> any Asset {
    var bundle = VirtualPowerPlant()
    bundle.name = "bundle"
    bundle.members = loads.map(\.name)
    bundle.limit = Power(megawatts: limit)
    bundle.price = 10
    bundle.callsPerDay = 2
    return bundle
  }
}
