import GridFormulation
import Hourly
import Tables

/// A battery is a store without a minimum output.
extension Battery: RespondingLoad, AccountedStore {
  var paidForPower: Double? { capacityPayment * power.megawatts * 1000 }

  var isAtCustomer: Bool { place == .user }

  func registered(at step: Int, in setting: Setting) -> Double {
    countsInResponse && place == .user ? power.megawatts : 0
  }

  func check(in examination: inout Examination) {
    guard power.megawatts > 0 else { return }
    StorageCheck(
      reservoir: ReservoirCheck(
        owner: owner,
        capacity: energy.megawattHours,
        start: startLevel,
        end: endRule,
        standingLoss: selfDischarge,
        power: power.megawatts
      ),
      chargingCapacity: power.megawatts,
      dischargingCapacity: power.megawatts,
      chargingEfficiency: chargingEfficiency,
      dischargingEfficiency: dischargingEfficiency,
      minimumDischarge: 0,
      cyclesPerDay: cyclesPerDay,
      providesReserve: providesReserve,
      networkLoss: place == .user
        ? examination.setting.zones.first { $0.name == zone }?.gridLoss ?? 0 : 0
    ).run(in: &examination)
    let discharging = examination.series(.discharging, of: owner)
    examination.ledger.charge(.storageWear, of: name, price: wear, for: discharging)
  }
}

/// Pumped hydro is a store with pump and turbine apart.
extension PumpedHydro: AccountedStore {
  var paidForPower: Double? { capacityPayment * turbineCapacity.megawatts * 1000 }

  func check(in examination: inout Examination) {
    guard turbineCapacity.megawatts > 0 else { return }
    let pump = pumpCapacity ?? turbineCapacity.megawatts
    StorageCheck(
      reservoir: ReservoirCheck(
        owner: owner,
        capacity: reservoir.megawattHours,
        start: startLevel,
        end: endRule,
        standingLoss: 0,
        power: max(pump, turbineCapacity.megawatts)
      ),
      chargingCapacity: pump,
      dischargingCapacity: turbineCapacity.megawatts,
      chargingEfficiency: pumpEfficiency,
      dischargingEfficiency: turbineEfficiency,
      minimumDischarge: minimumTurbineOutput,
      cyclesPerDay: nil,
      providesReserve: providesReserve
    ).run(in: &examination)
    if let units {
      examination.noteUnit(of: turbineCapacity.megawatts / Double(units), in: zone)
    }
    for quantity in [ResultQuantity.charging, .discharging] {
      let used = examination.series(quantity, of: owner)
      examination.ledger.charge(.operation, of: name, price: variableCost, for: used)
    }
  }
}

/// The rules that batteries and pumped hydro share.
struct StorageCheck {
  let reservoir: ReservoirCheck
  let chargingCapacity: Double
  let dischargingCapacity: Double
  let chargingEfficiency: Double
  let dischargingEfficiency: Double
  let minimumDischarge: Double
  let cyclesPerDay: Double?
  let providesReserve: Bool
  /// What flows in by nature, MW; nil where nothing does.
  var inflow: [Double]?
  var spillCost: [Double]?
  /// Shares of the charging and the discharging power that can be used; nil where all of it can.
  var limits: (charging: [Double], discharging: [Double])?
  /// Share of what is sent out that the network loses on the way to it, where it stands behind a meter.
  var networkLoss = 0.0

  private var owner: Owner { reservoir.owner }
  private var size: Double { 1 + reservoir.power }

  func run(in examination: inout Examination) {
    let charging = examination.series(.charging, of: owner)
    let discharging = examination.series(.discharging, of: owner)
    let power = examination.injection(of: owner)
    examination.identify("power", of: owner, size: size) {
      power[$0] * (1 - networkLoss) - discharging[$0] + charging[$0]
    }
    var net = zip(charging, discharging).map { taken, given in
      chargingEfficiency * taken - given / dischargingEfficiency
    }
    ZoneTotals.add(checkInflow(charging: charging, in: &examination), to: &net)
    let level = reservoir.run(net: net, in: &examination)
    checkPower("charging range", charging, to: usableCharging(in: examination), in: &examination)
    let running = checkTurbines(discharging: discharging, in: &examination)
    examination.requireOneWay("charging or discharging", of: owner, size: size, charging, running)
    checkCycles(discharging: discharging, in: &examination)
    guard providesReserve else { return }
    checkReserveUp(
      room: zip(minimumDischarge > 0 ? running : full(in: examination), discharging).map(-),
      charging: charging,
      level: level,
      in: &examination
    )
    checkReserveDown(
      power: zip(discharging, charging).map(-),
      level: level,
      in: &examination
    )
  }

  /// Checks what is spilled; returns what flows in less that.
  private func checkInflow(
    charging: [Double],
    in examination: inout Examination
  ) -> [Double] {
    guard let inflow, inflow.contains(where: { $0 > 0 }) else {
      return [Double](repeating: 0, count: examination.hours)
    }
    let spilled = examination.series(.spilled, of: owner)
    let none = [Double](repeating: 0, count: examination.hours)
    examination.requireRange("spill", of: owner, size: size, spilled, from: none, to: inflow)
    examination.requireOneWay("charging or spilling", of: owner, size: size, charging, spilled)
    examination.ledger.charge(
      .operation,
      of: owner.name,
      prices: spillCost ?? none,
      for: spilled
    )
    return zip(inflow, spilled).map(-)
  }

  private func full(in examination: Examination) -> [Double] {
    (0..<examination.hours).map { dischargingCapacity * (limits?.discharging[$0] ?? 1) }
  }

  private func usableCharging(in examination: Examination) -> [Double] {
    (0..<examination.hours).map { chargingCapacity * (limits?.charging[$0] ?? 1) }
  }

  private func checkPower(
    _ rule: String,
    _ power: [Double],
    to most: [Double],
    in examination: inout Examination
  ) {
    let none = [Double](repeating: 0, count: power.count)
    examination.requireRange(rule, of: owner, size: size, power, from: none, to: most)
  }

  /// Checks output against the running turbines; returns these, or the output where there is no minimum.
  private func checkTurbines(
    discharging: [Double],
    in examination: inout Examination
  ) -> [Double] {
    checkPower("discharging range", discharging, to: full(in: examination), in: &examination)
    guard minimumDischarge > 0 else { return discharging }
    let running = examination.series(.online, of: owner)
    examination.ties.add(.runningTurbines, of: owner.name, running)
    examination.requireRange(
      "running turbines",
      of: owner,
      size: size,
      discharging,
      from: running.map { minimumDischarge * $0 },
      to: running
    )
    return running
  }

  private func checkCycles(discharging: [Double], in examination: inout Examination) {
    guard let cyclesPerDay else { return }
    for day in examination.setting.horizon.dayRanges {
      let given = discharging[day].reduce(0, +)
      let cycle = reservoir.capacity * dischargingEfficiency
      examination.requireTotal(
        "cycles a day",
        of: owner,
        size: size,
        at: day.upperBound - 1,
        excess: given - cyclesPerDay * cycle * Double(day.count) / 24
      )
    }
  }

  private func checkReserveUp(
    room: [Double],
    charging: [Double],
    level: [Double],
    in examination: inout Examination
  ) {
    guard examination.setting.reserve(in: owner.zone).isRequired(.up) else { return }
    let sustained = examination.setting.reserve(in: owner.zone).sustainHours
    let held = examination.reserve(.up, of: owner)
    examination.require("reserve up", of: owner, size: size) { step in
      larger(-held[step], held[step] - room[step] - charging[step])
    }
    examination.require("reserve up energy", of: owner, size: size) { step in
      let least = reservoir.bounds?.lowest[step] ?? 0
      return sustained * held[step] - dischargingEfficiency * (level[step] - least)
    }
  }

  private func checkReserveDown(
    power: [Double],
    level: [Double],
    in examination: inout Examination
  ) {
    guard examination.setting.reserve(in: owner.zone).isRequired(.down) else { return }
    let sustained = examination.setting.reserve(in: owner.zone).sustainHours
    let held = examination.reserve(.down, of: owner)
    let usable = usableCharging(in: examination)
    examination.require("reserve down", of: owner, size: size) { step in
      larger(-held[step], held[step] - usable[step] - power[step])
    }
    examination.require("reserve down energy", of: owner, size: size) { step in
      let most = reservoir.bounds?.highest[step] ?? reservoir.capacity
      return sustained * chargingEfficiency * held[step] - most + level[step]
    }
  }
}
