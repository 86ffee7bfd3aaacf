import LinearProgramming

/// A small generator of random numbers (Steele, Lea, Flood 2014: SplitMix64).
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// A number between 0 and 1.
  mutating func unit() -> Double { Double(next() >> 11) * 0x1p-53 }
}

/// A made-up grid of one zone: coal clusters, wind, solar, hydro, storage, reserve, a yearly limit.
struct StagedYear {
  var hours = 8760
  var clusters = 6
  var wind = 12_000.0
  var solar = 8_000.0
  var hasCommitment = true
  var gasEnergyShare: Double? = 0.01
  /// A reservoir of a season, which only guidance keeps from running dry before the end.
  var hasReservoir = true
  var seed: UInt64 = 1

  struct Profile {
    var load: [Double] = []
    var wind: [Double] = []
    var solar: [Double] = []
    var inflow: [Double] = []
  }

  func profile() -> Profile {
    var random = SeededGenerator(seed: seed)
    var profile = Profile()
    var (gust, cloud) = (0.0, 0.0)
    for hour in 0..<hours {
      let day = Double(hour / 24)
      let ofDay = Double(hour % 24)
      let season = _cosine(2 * .pi * (day - 15) / 365)
      gust = 0.97 * gust + 0.25 * (random.unit() - 0.5)
      if hour % 24 == 0 { cloud = 0.4 + 0.6 * random.unit() }
      let evening = _cosine(2 * .pi * (ofDay - 19) / 24)
      profile.load.append(15_000 * (0.8 + 0.08 * season + 0.1 * evening + 0.02 * random.unit()))
      profile.wind.append(min(0.95, max(0.01, 0.33 + 0.06 * season + gust)))
      let sun = max(0, _cosine(2 * .pi * (ofDay - 12.5) / 24) - 0.1 - 0.1 * season)
      profile.solar.append(min(0.9, sun * cloud))
      profile.inflow.append(200 + 600 * max(0, _cosine(2 * .pi * (day - 200) / 365)))
    }
    return profile
  }

  /// Cosine by its series, so that the tests need no other library.
  private func _cosine(_ angle: Double) -> Double {
    let turn = 2 * Double.pi
    let x = angle - turn * (angle / turn).rounded()
    var (term, sum) = (1.0, 1.0)
    for order in 1...14 {
      term *= -x * x / Double((2 * order - 1) * (2 * order))
      sum += term
    }
    return sum
  }

  func program() -> LinearProgram {
    let profile = profile()
    var builder = LinearProgramBuilder()
    var injection: [[(column: Int, coefficient: Double)]] = Array(repeating: [], count: hours)
    var reserve: [[(column: Int, coefficient: Double)]] = Array(repeating: [], count: hours)

    func hourly(_ name: String, cost: Double = 0, upper: (Int) -> Double) -> [Int] {
      builder.beginColumns(name)
      return (0..<hours).map { builder.addColumn(cost: cost, upper: upper($0), stage: $0) }
    }
    func inject(_ columns: [Int], _ sign: Double = 1) {
      for hour in 0..<hours { injection[hour].append((columns[hour], sign)) }
    }
    func hourlyRows(
      _ name: String,
      lower: Double,
      upper: Double,
      _ body: (Int) -> [(Int, Double)]
    ) {
      builder.beginRows(name)
      for hour in 0..<hours {
        let row = builder.addRow(lower: lower, upper: upper, stage: hour)
        for (column, coefficient) in body(hour) {
          builder.add(coefficient, column: column, row: row)
        }
      }
    }

    for cluster in 0..<clusters {
      let capacity = 2_400.0 - 100 * Double(cluster)
      let cost = 230.0 + 12 * Double(cluster)
      let (name, floor, ramp) = ("coal\(cluster)", 0.4, 0.25)
      if hasCommitment {
        let online = hourly(name + "/online", cost: 20) { _ in capacity }
        let start = hourly(name + "/start", cost: 150) { _ in capacity }
        let above = hourly(name + "/above", cost: cost) { _ in capacity * (1 - floor) }
        let deep = hourly(name + "/deep", cost: 40) { _ in capacity * 0.1 }
        let stop = hourly(name + "/stop") { _ in capacity }
        hourlyRows(name + "/state", lower: 0, upper: 0) { hour in
          hour == 0
            ? [] : [(online[hour], 1), (online[hour - 1], -1), (start[hour], -1), (stop[hour], 1)]
        }
        hourlyRows(name + "/headroom", lower: -.infinity, upper: 0) { hour in
          [(above[hour], 1), (online[hour], -(1 - floor))]
        }
        hourlyRows(name + "/up", lower: -.infinity, upper: 0) { hour in
          hour == 0
            ? []
            : [(above[hour], 1), (above[hour - 1], -1), (online[hour], -ramp), (start[hour], 0.1)]
        }
        hourlyRows(name + "/down", lower: -.infinity, upper: 0) { hour in
          hour == 0 ? [] : [(above[hour - 1], 1), (above[hour], -1), (online[hour - 1], -ramp)]
        }
        hourlyRows(name + "/uptime", lower: -.infinity, upper: 0) { hour in
          (max(0, hour - 7)...hour).map { (start[$0], 1.0) } + [(online[hour], -1)]
        }
        hourlyRows(name + "/tier", lower: -.infinity, upper: 0) { hour in
          [(deep[hour], 1), (online[hour], -0.1)]
        }
        hourlyRows(name + "/used", lower: 0, upper: .infinity) { hour in
          [(above[hour], 1), (deep[hour], 1), (online[hour], -0.1)]
        }
        for hour in 0..<hours {
          injection[hour] += [(above[hour], 1), (online[hour], floor)]
          reserve[hour] += [(online[hour], 1 - floor), (above[hour], -1)]
        }
        builder.beginRows(name + "/heat")
        for hour in 0..<hours {
          let winter = hour < 2_400 || hour > 7_200
          let row = builder.addRow(
            lower: winter ? capacity * 0.35 : 0,
            upper: .infinity,
            stage: hour
          )
          builder.add(1, column: online[hour], row: row)
        }
      } else {
        builder.beginColumns(name + "/output")
        for hour in 0..<hours {
          let winter = hour < 2_400 || hour > 7_200
          let column = builder.addColumn(
            cost: cost + 20,
            lower: winter ? capacity * 0.35 * floor : 0,
            upper: capacity,
            stage: hour
          )
          injection[hour].append((column, 1))
          reserve[hour].append((column, -1))
        }
      }
    }
    inject(hourly("wind", cost: 0.1) { wind * profile.wind[$0] })
    inject(hourly("solar", cost: 0.2) { solar * profile.solar[$0] })
    inject(hourly("nuclear", cost: 60) { _ in 1_000 })
    let gas = hourly("gas", cost: 420) { _ in 1_500 }
    inject(gas)
    inject(hourly("unserved", cost: 8_000) { profile.load[$0] })
    inject(hourly("export", cost: -100) { _ in 1_000 }, -1)
    func store(_ name: String, power: Double, energy: Double, efficiency: Double, inflow: Bool) {
      let level = hourly(name + "/level") { _ in energy }
      let out = hourly(name + "/out", cost: 1) { _ in power }
      let into = hourly(name + "/in", cost: inflow ? 2 : 1) { _ in inflow ? 1e5 : power }
      builder.beginRows(name + "/balance")
      for hour in 0..<hours {
        // A cycle over the year: the level before the first hour is half of what it can be.
        let before = (hour == 0 ? energy / 2 : 0) + (inflow ? profile.inflow[hour] : 0)
        let row = builder.addRow(lower: before, upper: before, stage: hour)
        builder.add(1, column: level[hour], row: row)
        if hour > 0 { builder.add(-1, column: level[hour - 1], row: row) }
        builder.add(1 / efficiency, column: out[hour], row: row)
        builder.add(inflow ? 1 : -efficiency, column: into[hour], row: row)
      }
      builder.beginRows(name + "/end")
      let last = builder.addRow(lower: energy / 2, upper: .infinity, stage: hours - 1)
      builder.add(1, column: level[hours - 1], row: last)
      inject(out)
      if inflow { return }
      inject(into, -1)
      hourlyRows(name + "/share", lower: -.infinity, upper: power) { hour in
        [(out[hour], 1), (into[hour], 1)]
      }
    }
    if hasReservoir { store("hydro", power: 1_500, energy: 1_200_000, efficiency: 1, inflow: true) }
    store("pumped", power: 1_700, energy: 10_000, efficiency: 0.87, inflow: false)
    store("battery", power: 500, energy: 1_000, efficiency: 0.93, inflow: false)
    let scarce = hourly("scarcity", cost: 1_000) { _ in 5_000 }
    builder.beginRows("balance")
    for hour in 0..<hours {
      let row = builder.addRow(lower: profile.load[hour], upper: profile.load[hour], stage: hour)
      for term in injection[hour] { builder.add(term.coefficient, column: term.column, row: row) }
    }
    builder.beginRows("reserve")
    for hour in 0..<hours {
      let spare = hasCommitment ? 0.0 : (0..<clusters).reduce(0) { $0 - 2_400 + 100 * Double($1) }
      let need = 0.05 * profile.load[hour] + 0.05 * wind * profile.wind[hour] + spare
      let row = builder.addRow(lower: need, upper: .infinity, stage: hour)
      for term in reserve[hour] { builder.add(term.coefficient, column: term.column, row: row) }
      builder.add(1, column: scarce[hour], row: row)
    }
    if let gasEnergyShare {
      builder.beginRows("gas/year")
      let limit = gasEnergyShare * 1_500 * Double(hours)
      let row = builder.addRow(lower: -.infinity, upper: limit, stage: -1)
      for hour in 0..<hours { builder.add(1, column: gas[hour], row: row) }
    }
    return builder.build()
  }
}
