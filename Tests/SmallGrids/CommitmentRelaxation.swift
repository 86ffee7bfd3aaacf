import GridFormulation
import Hourly
package import LinearProgramming
import Tables
import WeatherSeries

/// A unit with commitment in every form that its limits can take, and the relaxation of it written out in full.
///
/// The program here shares nothing with that of ``GeneratingUnit``: starts and stops are variables joined by an
/// equation, and every rule stands in every hour, whether it can bind or not. Limits that a unit lacks have the
/// value that says so: a ramp as large as any change, output of a start and before a stop as large as any output.
package struct CommitmentRelaxation {
  /// The limits that a unit may have, each by itself.
  package struct Limits: OptionSet, Sendable {
    package let rawValue: Int

    package init(rawValue: Int) { self.rawValue = rawValue }

    package static let startCost = Limits(rawValue: 1)
    package static let stopCost = Limits(rawValue: 2)
    package static let rampUp = Limits(rawValue: 4)
    package static let rampDown = Limits(rawValue: 8)
    package static let startOutput = Limits(rawValue: 16)
    package static let shutdownOutput = Limits(rawValue: 32)
    package static let upHours = Limits(rawValue: 64)
    package static let downHours = Limits(rawValue: 128)
    package static let noLoad = Limits(rawValue: 256)
    package static let derated = Limits(rawValue: 512)
    /// Every subset.
    package static let all = 0..<1024
  }

  private static let capacity = 100.0
  private static let hours = 9
  private let random: (load: [Double], price: [Double], most: [Double])
  private let limits: Limits
  private var unit = Generator()
  private let least: Double
  /// Reserve asked for in every hour, MW up and down.
  package var reserve = (up: 0.0, down: 0.0)
  /// Whether that shares the ramps.
  package var sharesRamp = false

  package init(_ limits: Limits, seed: UInt64) {
    self.limits = limits
    var source = SeededRandom(seed: seed)
    let number = { (range: ClosedRange<Double>) in
      range.lowerBound + (range.upperBound - range.lowerBound) * source.uniform()
    }
    let steps = 0..<Self.hours
    random.load = steps.map { _ in number(20...130) }
    random.price = steps.map { _ in number(-60...120) }
    random.most = steps.map { _ in number(0.6...1) }
    least = number(0...0.5)
    unit.startCost = number(1...900)
    unit.stopCost = number(1...400)
    unit.noLoadCost = .constant(number(0...600))
    (unit.rampUp, unit.rampDown) = (number(5...80), number(5...80))
    (unit.startOutput, unit.shutdownOutput) = (number(50...90), number(50...90))
    unit.minimumUpHours = 2 + Int(number(0...9.9))
    unit.minimumDownHours = 2 + Int(number(0...9.9))
    switch Int(number(0...2.99)) {
    case 0: unit.isInitiallyOnline = false
    case 1:
      unit.isInitiallyOnline = true
      unit.initialOutput = number(50...100)
    default: break
    }
    strip()
  }

  /// Takes away the limits that the unit is not to have.
  private mutating func strip() {
    unit.name = "plant"
    unit.capacity = Power(megawatts: Self.capacity)
    unit.minimumOutput = .constant(least)
    unit.marginalCost = .constant(20)
    unit.commitment = .linear
    if !limits.contains(.startCost) { unit.startCost = 0 }
    if !limits.contains(.stopCost) { unit.stopCost = 0 }
    if !limits.contains(.noLoad) { unit.noLoadCost = .constant(0) }
    if !limits.contains(.rampUp) { unit.rampUp = nil }
    if !limits.contains(.rampDown) { unit.rampDown = nil }
    if !limits.contains(.startOutput) { unit.startOutput = nil }
    if !limits.contains(.shutdownOutput) { unit.shutdownOutput = nil }
    if !limits.contains(.upHours) { unit.minimumUpHours = 0 }
    if !limits.contains(.downHours) { unit.minimumDownHours = 0 }
  }

  /// The model that gridflex is to formulate: the unit beside import.
  package var model: SmallModel {
    var model = SmallModel(load: random.load, importAt: random.price)
    var unit = unit
    if limits.contains(.derated) { unit.maximumOutput = model.series("most", random.most) }
    model.add(Generator.self) { $0 = unit }
    model.setting.zones[0].reserve.up = .constant(reserve.up)
    model.setting.zones[0].reserve.down = .constant(reserve.down)
    model.setting.zones[0].reserve.sharesRamp = sharesRamp
    return model
  }
}

extension CommitmentRelaxation {
  /// The columns of an hour.
  private struct Hour {
    let above, online, started, stopped, up, down: Int
  }

  /// The relaxation in full.
  package var program: LinearProgram {
    var builder = LinearProgramBuilder()
    var hours: [Hour] = []
    for step in 0..<Self.hours {
      hours.append(addColumns(at: step, &builder))
      addHour(hours[step], at: step, &builder)
      addStates(hours, &builder)
      addRamps(hours, &builder)
    }
    return builder.build()
  }

  private var most: [Double] {
    limits.contains(.derated) ? random.most : [Double](repeating: 1, count: Self.hours)
  }
  private var largest: Double { most.max() ?? 0 }
  private var isOnBefore: Bool? { unit.isInitiallyOnline }
  /// The share of the capacity that is reached in the minutes of reserve.
  private var reach: Double { (unit.rampUp ?? 1e9) / Self.capacity * 0.5 }

  private func addColumns(at step: Int, _ builder: inout LinearProgramBuilder) -> Hour {
    let isFree = step == 0 && isOnBefore == nil
    let size = Self.capacity
    let idle = unit.noLoadCost == .constant(0) ? 0 : constant(unit.noLoadCost)
    return Hour(
      above: builder.addColumn(cost: 20, upper: size, stage: step),
      online: builder.addColumn(cost: 20 * least + idle / size, upper: size, stage: step),
      started: builder.addColumn(cost: unit.startCost / size, upper: size, stage: step),
      stopped: builder.addColumn(
        cost: isFree ? 0 : unit.stopCost / size,
        upper: size,
        stage: step
      ),
      up: builder.addColumn(upper: size, stage: step),
      down: builder.addColumn(upper: size, stage: step)
    )
  }

  private func constant(_ profile: Profile) -> Double {
    guard case .constant(let value) = profile else { return .nan }
    return value
  }

  /// Balance, largest output and reserve.
  private func addHour(_ hour: Hour, at step: Int, _ builder: inout LinearProgramBuilder) {
    let load = random.load[step]
    let bought = builder.addColumn(cost: random.price[step], upper: 1000, stage: step)
    let unserved = builder.addColumn(cost: 10_000, upper: load, stage: step)
    require(
      [(1, hour.above), (least, hour.online), (1, bought), (1, unserved)],
      load...load,
      &builder
    )
    let start = min((unit.startOutput ?? 1e9) / Self.capacity, largest)
    let cut = max(0, most[step] - start)
    let room = [(1, hour.above), (least - most[step], hour.online), (cut, hour.started)]
    require(room + [(1, hour.up)], atMost: 0, &builder)
    require([(1, hour.down), (-1, hour.above)], atMost: 0, &builder)
    for (held, asked) in [(hour.up, reserve.up), (hour.down, reserve.down)] {
      require([(1, held), (-reach, hour.online)], atMost: 0, &builder)
      let short = builder.addColumn(cost: asked > 0 ? 3000 : 0, upper: 1000, stage: step)
      require([(1, held), (1, short)], asked...Double.infinity, &builder)
    }
  }

  /// What is on follows from what starts and stops; times of being on and off.
  private func addStates(_ hours: [Hour], _ builder: inout LinearProgramBuilder) {
    let step = hours.count - 1
    let (hour, size) = (hours[step], Self.capacity)
    var change = [(1.0, hour.online), (-1, hour.started), (1, hour.stopped)]
    if step > 0 { change.append((-1, hours[step - 1].online)) }
    let known = step > 0 || isOnBefore != nil
    let before = step == 0 && isOnBefore == true ? size : 0
    if known { require(change, before...before, &builder) }
    let up = hours.suffix(max(1, unit.minimumUpHours)).map { (1.0, $0.started) }
    require(up + [(-1, hour.online)], atMost: 0, &builder)
    guard known else { return }
    let counted = isOnBefore == nil ? hours.dropFirst() : hours[...]
    let down = counted.suffix(max(1, unit.minimumDownHours)).map { (1.0, $0.stopped) }
    require(down + [(1, hour.online)], atMost: size, &builder)
  }

  private func addRamps(_ hours: [Hour], _ builder: inout LinearProgramBuilder) {
    let step = hours.count - 1
    guard step > 0 || isOnBefore != nil else { return }
    let (hour, size) = (hours[step], Self.capacity)
    let initial = isOnBefore == true ? (unit.initialOutput ?? 0) / size : 0
    let before = step == 0 ? max(0, initial - least) * (isOnBefore == true ? size : 0) : 0
    let highest = max(largest, initial)
    let start = min((unit.startOutput ?? 1e9) / size, largest) - least
    let stop = min((unit.shutdownOutput ?? 1e9) / size, highest) - least
    let up = min((unit.rampUp ?? 1e9) / size, highest - least)
    let down = min((unit.rampDown ?? 1e9) / size, highest - least)
    var rise = [(1.0, hour.above), (-up, hour.online), (up - start, hour.started)]
    var fall = [
      (-1.0, hour.above), (-down, hour.online), (down, hour.started), (-stop, hour.stopped),
    ]
    if step > 0 {
      rise.append((-1, hours[step - 1].above))
      fall.append((1, hours[step - 1].above))
    }
    if sharesRamp {
      rise.append((1, hour.up))
      fall.append((1, hour.down))
    }
    require(rise, atMost: before, &builder)
    require(fall, atMost: -before, &builder)
  }

  private func require(
    _ terms: [(Double, Int)],
    atMost upper: Double,
    _ builder: inout LinearProgramBuilder
  ) {
    require(terms, -Double.infinity...upper, &builder)
  }

  private func require(
    _ terms: [(Double, Int)],
    _ range: ClosedRange<Double>,
    _ builder: inout LinearProgramBuilder
  ) {
    let row = builder.addRow(lower: range.lowerBound, upper: range.upperBound, stage: 0)
    for (coefficient, column) in terms { builder.add(coefficient, column: column, row: row) }
  }
}
