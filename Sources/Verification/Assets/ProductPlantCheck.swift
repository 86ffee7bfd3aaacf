import GridFormulation
import Hourly
import Tables

/// Plants make no more of their product than their power gives, keep it in the tank, and deliver what is due.
struct ProductPlantCheck {
  let plant: ProductPlant

  /// Power drawn when what is due is made evenly, MW.
  func even(in setting: Setting) -> [Double] {
    let rate = setting.value(of: plant.demand)
    var drawn = setting.horizon.steps.map { _ in 0.0 }
    for period in plant.periods(of: setting.horizon) {
      let mean = period.reduce(0) { $0 + rate[$1] } / Double(period.count)
      for step in period { drawn[step] = load(making: mean) }
    }
    return drawn
  }

  /// Checks the plant's series; returns what it made.
  func run(in examination: inout Examination) -> [Double] {
    let owner = plant.owner
    let size = 1 + plant.capacity + plant.powerBack
    let productSize = 1 + plant.capacity * plant.curve.most
    let even = even(in: examination.setting)
    let drawn = examination.series(.consumption, of: owner)
    let made = examination.series(plant.quantities.made, of: owner)
    let power = examination.injection(of: owner)
    let none = [Double](repeating: 0, count: examination.hours)
    let back = plant.powerBack > 0 ? examination.series(.discharging, of: owner) : none
    examination.identify("power", of: owner, size: size) { step in
      power[step] - back[step] + drawn[step] - (plant.isInLoad ? even[step] : 0)
    }
    examination.requireRange(
      "consumption",
      of: owner,
      size: size,
      drawn,
      from: 0,
      to: plant.capacity
    )
    examination.require("product", of: owner, size: productSize) { step in
      abs(made[step] - product(of: drawn[step]))
    }
    if plant.powerBack > 0 {
      examination.requireRange(
        "power back",
        of: owner,
        size: size,
        back,
        from: 0,
        to: plant.powerBack
      )
      examination.requireOneWay("power in or back", of: owner, size: size, drawn, back)
    }
    checkTank(made: made, back: back, size: productSize, in: &examination)
    return made
  }

  private func checkTank(
    made: [Double],
    back: [Double],
    size: Double,
    in examination: inout Examination
  ) {
    let owner = plant.owner
    let rate = examination.values(of: plant.demand)
    var due = made.map { _ in 0.0 }
    var room = due
    for period in plant.periods(of: examination.setting.horizon) {
      let total = rate[period].reduce(0, +)
      for step in period { room[step] = total }
      due[period.upperBound - 1] = total
      room[period.upperBound - 1] = 0
    }
    let unmet = examination.series(plant.quantities.unmet, of: owner)
    examination.require("unmet", of: owner, size: size) { step in
      larger(-unmet[step], unmet[step] - due[step])
    }
    examination.ledger.charge(
      .unmetProduct,
      of: owner.name,
      price: plant.unmetPrice,
      for: unmet
    )
    let most = plant.tank + (room.max() ?? 0)
    let level =
      most > 0
      ? examination.series(plant.quantities.stored, of: owner) : made.map { _ in 0 }
    let start = plant.startLevel * plant.tank
    examination.require("product balance", of: owner, size: size) { step in
      let before = step == 0 ? start : level[step - 1]
      let burnt = plant.powerBack > 0 ? back[step] / plant.backEfficiency : 0
      return abs(level[step] - before - made[step] + burnt - unmet[step] + due[step])
    }
    examination.require("tank", of: owner, size: size) { step in
      larger(-level[step], level[step] - plant.tank - room[step])
    }
    guard let last = level.last else { return }
    examination.requireTotal(
      "end rule",
      of: owner,
      size: size,
      at: level.count - 1,
      excess: start - last
    )
  }

  /// The most that power makes in an hour.
  private func product(of power: Double) -> Double {
    var (made, before) = (0.0, (load: 0.0, made: 0.0))
    let share = power / plant.capacity
    for point in plant.curve.points {
      let there = (load: point.load, made: point.load * point.yield)
      if share > before.load {
        let part = min((share - before.load) / (there.load - before.load), 1)
        made = before.made + part * (there.made - before.made)
      }
      before = there
    }
    return plant.capacity * made
  }

  /// The least power that makes so much in an hour, full load where none does.
  private func load(making wanted: Double) -> Double {
    var before = (load: 0.0, made: 0.0)
    for point in plant.curve.points {
      let there = (load: point.load, made: point.load * point.yield)
      let made = wanted / plant.capacity
      if made <= there.made {
        let part = (made - before.made) / (there.made - before.made)
        return plant.capacity * (before.load + part * (there.load - before.load))
      }
      before = there
    }
    return plant.capacity
  }
}

/// Electrolysers make hydrogen, and pay for their water.
extension Hydrogen: RespondingLoad {
  func registered(at step: Int, in setting: Setting) -> Double {
    capacity.megawatts > 0 ? ProductPlantCheck(plant: plant).even(in: setting)[step] : 0
  }

  func offGrid(in examination: inout Examination) -> [Double] {
    examination.reduction(of: owner, below: ProductPlantCheck(plant: plant))
  }

  func check(in examination: inout Examination) {
    guard capacity.megawatts > 0 else { return }
    let made = ProductPlantCheck(plant: plant).run(in: &examination)
    let water = examination.series(.waterUsed, of: owner)
    examination.identify("water", of: owner, size: 1 + capacity.megawatts) {
      water[$0] - waterUse * made[$0]
    }
    examination.ledger.charge(.operation, of: name, price: waterPrice, for: water)
  }
}

/// Desalination makes water.
extension Desalination: RespondingLoad {
  func registered(at step: Int, in setting: Setting) -> Double {
    capacity.megawatts > 0 ? ProductPlantCheck(plant: plant).even(in: setting)[step] : 0
  }

  func offGrid(in examination: inout Examination) -> [Double] {
    examination.reduction(of: owner, below: ProductPlantCheck(plant: plant))
  }

  func check(in examination: inout Examination) {
    guard capacity.megawatts > 0 else { return }
    _ = ProductPlantCheck(plant: plant).run(in: &examination)
  }
}

extension Examination {
  /// What a plant draws less than when it makes evenly what is due, MW.
  fileprivate mutating func reduction(
    of owner: Owner,
    below check: ProductPlantCheck
  ) -> [Double] {
    let drawn = seriesIfPresent(.consumption, of: owner) ?? []
    let even = check.even(in: setting)
    return drawn.indices.map { even[$0] - drawn[$0] }
  }
}
