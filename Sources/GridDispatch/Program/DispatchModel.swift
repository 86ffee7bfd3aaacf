package import Grid
package import LinearProgramming

/// The program under construction: what an asset writes its variables, rules and shares to.
///
/// An asset never sees columns and rows. It declares decisions (``variable(_:of:in:)``), states rules
/// (``require(_:of:_:from:)``), adds itself to shared sums (``inject(_:of:)``, ``offer(_:_:of:)``),
/// to the objective (``charge(_:_:for:of:)``, ``burn(_:of:fuel:)``) and to the results
/// (``record(_:of:_:)``). Everything that is read out later is one of these expressions, so no later
/// step needs to know an asset.
package struct DispatchModel: Sendable {
  /// How closely units are followed.
  package enum Detail: String, Sendable, CaseIterable {
    /// Online capacity, starts and ramps as continuous shares of a cluster.
    case linear
    /// Output between floor and capacity only.
    case none
  }

  /// A result that is read out of the solution.
  package struct Record: Sendable {
    package let quantity: ResultQuantity
    package let owner: Owner
    package let sum: HourlySum
  }

  /// A part of the objective.
  package struct Charge: Sendable {
    package let kind: CostKind
    package let owner: Owner
    package let price: HourlyValue
    package let sum: HourlySum
  }

  package let setting: Setting
  package let detail: Detail
  /// Whether what is due may be left undone at a price; not where it is asked what load can give.
  package let allowsShortfall: Bool
  package var horizon: Horizon { setting.horizon }
  package private(set) var records: [Record] = []
  package private(set) var charges: [Charge] = []
  package private(set) var sums: [ZoneSums]
  /// Lines and transformers, for the rules that tie their flows together.
  package private(set) var branches: [Branch] = []
  /// Of an asset that stands for several alike: the names of all of them.
  private var likeNames: [String: [String]] = [:]
  /// What the assets of each heat zone give, less what they take, MW.
  package private(set) var heat: [String: HourlySum] = [:]
  /// What each asset takes off the grid, by its name.
  private var takenOffGrid: [String: HourlySum] = [:]
  /// The decisions that do not rest at 0: their first columns, and the values at rest.
  private var resting: [(first: Int, values: HourlyValue)] = []
  private var builder = LinearProgramBuilder()

  package init(setting: Setting, detail: Detail, allowsShortfall: Bool = true) {
    self.setting = setting
    self.detail = detail
    self.allowsShortfall = allowsShortfall
    sums = setting.zones.map { ZoneSums(zone: $0.name) }
  }

  /// The steps of the horizon.
  package var steps: Range<Int> { 0..<horizon.hours }

  /// Formulates an asset once for itself and others that are alike in all but the name.
  package mutating func formulate(_ asset: any Asset, for names: [String]) {
    if names.count > 1 { likeNames[asset.name] = names }
    asset.formulate(in: &self)
  }

  /// The finished program.
  package consuming func build() -> LinearProgram { builder.build() }

  /// The finished program, its parts given up; the expressions stay, to read results by.
  package mutating func takeProgram() -> LinearProgram {
    let taken = builder
    builder = LinearProgramBuilder()
    return taken.build()
  }
}

// MARK: - Decisions and rules

extension DispatchModel {
  /// Declares a decision an hour with its bounds; returns it as an expression.
  ///
  /// At rest is its value in hours in which nobody asks anything of its owner.
  package mutating func variable(
    _ name: String,
    of owner: Owner,
    from lower: HourlyValue = 0,
    to upper: HourlyValue,
    atRest: HourlyValue = 0
  ) -> HourlySum {
    builder.beginColumns("\(owner.label) \(name)")
    let first = builder.columnCount
    if !atRest.isEverywhere(0) { resting.append((first, atRest)) }
    for step in steps {
      builder.addColumn(lower: lower[step], upper: upper[step], stage: step)
    }
    return HourlySum(firstColumn: first)
  }

  /// Declares one decision for all hours, such as a capacity.
  package mutating func scalar(
    _ name: String,
    of owner: Owner,
    from lower: Double = 0,
    to upper: Double,
    cost: Double = 0
  ) -> HourlySum {
    builder.beginColumns("\(owner.label) \(name)")
    return HourlySum(
      column: builder.addColumn(
        cost: cost,
        lower: lower,
        upper: upper,
        stage: Int(LinearProgram.global)
      )
    )
  }

  /// Declares one decision that belongs to a step, such as a level before the first hour.
  package mutating func single(
    _ name: String,
    of owner: Owner,
    in range: ClosedRange<Double>,
    at step: Int
  ) -> HourlySum {
    builder.beginColumns("\(owner.label) \(name)")
    return HourlySum(
      column: builder.addColumn(lower: range.lowerBound, upper: range.upperBound, stage: step)
    )
  }

  /// States a rule for every step from the given one on.
  package mutating func require(
    _ rule: String,
    of owner: Owner,
    _ relation: HourlyRelation,
    from firstStep: Int = 0
  ) {
    guard firstStep < horizon.hours else { return }
    builder.beginRows("\(owner.label) \(rule)")
    let first = builder.rowCount
    for step in firstStep..<horizon.hours {
      let constant = relation.sum.constant[step]
      builder.addRow(
        lower: relation.lower[step] - constant,
        upper: relation.upper[step] - constant,
        stage: step
      )
    }
    for term in relation.sum.terms {
      for step in max(firstStep, term.lag)..<max(horizon.hours, max(firstStep, term.lag)) {
        builder.add(
          term.coefficient[step],
          column: term.column(at: step),
          row: first + step - firstStep
        )
      }
    }
  }

  /// States a rule on the sum over several hours, such as a day or the whole horizon.
  ///
  /// The sum's constant counts in each hour. A rule that is global belongs to no hour; any other
  /// stands at the last hour of its range.
  package mutating func requireTotal(
    _ rule: String,
    of owner: Owner,
    _ sum: HourlySum,
    over range: Range<Int>,
    atLeast lower: Double = -.infinity,
    atMost upper: Double = .infinity,
    isGlobal: Bool
  ) {
    guard !range.isEmpty else { return }
    builder.beginRows("\(owner.label) \(rule)")
    let constant = range.reduce(0) { $0 + sum.constant[$1] }
    let stage = isGlobal ? Int(LinearProgram.global) : range.upperBound - 1
    let row = builder.addRow(lower: lower - constant, upper: upper - constant, stage: stage)
    for term in sum.terms {
      for step in range where step >= term.lag {
        builder.add(term.coefficient[step], column: term.column(at: step), row: row)
      }
    }
  }
}

// MARK: - Shares in what all have in common

extension DispatchModel {
  /// Injects power into the asset's zone, after own use; withdrawals are negative.
  package mutating func inject(_ sum: HourlySum, of owner: Owner) {
    guard let zone = zoneIndex(owner.zone) else { return }
    sums[zone].injection += count(of: owner) * sum
    record(.power, of: owner, sum)
  }

  /// Gives heat to a heat zone; heat taken from it is negative.
  package mutating func giveHeat(_ sum: HourlySum, to heatZone: String, of owner: Owner) {
    heat[heatZone, default: HourlySum()] += count(of: owner) * sum
    record(.heat, of: owner, sum)
  }

  /// What an asset that has formulated before injects, all its parts together.
  package func output(of asset: String) -> HourlySum {
    records.reduce(HourlySum()) { sum, record in
      record.quantity == .power && record.owner.name == asset ? sum + record.sum : sum
    }
  }

  /// Offers reserve to the asset's zone.
  package mutating func offer(
    _ direction: ReserveDirection,
    _ sum: HourlySum,
    of owner: Owner
  ) {
    guard let zone = zoneIndex(owner.zone) else { return }
    switch direction {
    case .up:
      sums[zone].reserveUp += count(of: owner) * sum
      record(.reserveUp, of: owner, sum)
    case .down:
      sums[zone].reserveDown += count(of: owner) * sum
      record(.reserveDown, of: owner, sum)
    }
  }

  /// Adds to a sum that a balance or policy of the zone uses.
  package mutating func contribute(
    _ sum: HourlySum,
    to path: WritableKeyPath<ZoneSums, HourlySum>,
    of owner: Owner
  ) {
    guard let zone = zoneIndex(owner.zone) else { return }
    sums[zone][keyPath: path] += count(of: owner) * sum
  }

  /// Takes load off the grid, what is made up for deducted.
  package mutating func takeOffGrid(_ sum: HourlySum, of owner: Owner) {
    contribute(sum, to: \.takenOffGrid, of: owner)
    takenOffGrid[owner.name, default: HourlySum()] += sum
  }

  /// What an asset that has formulated takes off the grid.
  package func takenOffGrid(by asset: String) -> HourlySum {
    takenOffGrid[asset] ?? HourlySum()
  }

  /// The value of every column when all assets are at rest.
  package func columnsAtRest(_ count: Int) -> [Double] {
    var values = [Double](repeating: 0, count: count)
    for family in resting {
      for step in steps { values[family.first + step] = family.values[step] }
    }
    return values
  }

  /// Adds a price times an expression to the objective.
  package mutating func charge(
    _ kind: CostKind,
    _ price: HourlyValue,
    for sum: HourlySum,
    of owner: Owner
  ) {
    guard !price.isEverywhere(0) else { return }
    for like in likes(of: owner) {
      charges.append(Charge(kind: kind, owner: like, price: price, sum: sum))
    }
    let count = count(of: owner)
    for term in sum.terms {
      for step in term.lag..<max(horizon.hours, term.lag) {
        builder.addCost(
          count * price[step] * term.coefficient[step],
          column: term.column(at: step)
        )
      }
    }
    for step in steps { builder.addConstant(count * price[step] * sum.constant[step]) }
  }

  /// Drops every cost and minimises the sum of an expression over all hours instead.
  package mutating func replaceObjective(by sum: HourlySum) {
    builder.clearObjective()
    charges = []
    charge(.operation, 1, for: sum, of: Owner("objective", zone: ""))
  }

  /// Burns fuel: its cost, its CO2 with the price of it, and the result series.
  ///
  /// - Parameters:
  ///   - fuelName: The fuel.
  ///   - sum: What is burnt, tce an hour.
  ///   - owner: Who burns it.
  ///   - unpriced: What of it the objective pays for otherwise, tce an hour.
  ///   - capture: How its CO2 is captured; nil where it is not.
  ///   - most: The most that can be burnt in an hour; asked for only where CO2 is captured.
  /// - Returns: The power that capture takes, MW.
  @discardableResult
  package mutating func burn(
    _ fuelName: String,
    _ sum: HourlySum,
    of owner: Owner,
    unpriced: HourlySum = HourlySum(),
    capture: CarbonCapture? = nil,
    most: HourlyValue = 0
  ) -> HourlySum {
    guard let fuel = setting.fuel(named: fuelName) else { return HourlySum() }
    record(.fuel, of: owner, sum)
    var emitted = fuel.carbonPerTonne * sum
    var taken = HourlySum()
    if let capture {
      let most = fuel.carbonPerTonne * most
      let captured = capture.formulate(emitted, most: most, of: owner, in: &self)
      emitted = emitted - captured
      taken = capture.energy * captured
    }
    record(.carbonDioxide, of: owner, emitted)
    let paid = unpriced.terms.isEmpty ? sum : sum - unpriced
    charge(.fuel, setting.value(of: fuel.price), for: paid, of: owner)
    charge(.carbon, setting.pricedCarbon, for: emitted, of: owner)
    return taken
  }

  /// Adds a line or transformer: what flows in at one end and out at the other, losses shared by both.
  package mutating func connect(_ branch: Branch, loss: HourlySum = HourlySum()) {
    branches.append(branch)
    let ends = [(branch.from, HourlyValue.constant(-1)), (branch.to, 1)]
    for (name, sign) in ends {
      guard let zone = zoneIndex(name) else { continue }
      sums[zone].lines += sign * branch.flow - 0.5 * loss
    }
    record(.flow, of: branch.owner, branch.flow)
  }

  /// Makes an expression a result series.
  package mutating func record(_ quantity: ResultQuantity, of owner: Owner, _ sum: HourlySum) {
    for like in likes(of: owner) {
      records.append(Record(quantity: quantity, owner: like, sum: sum))
    }
  }

  /// How many assets alike an owner stands for.
  private func count(of owner: Owner) -> Double {
    Double(likeNames[owner.name]?.count ?? 1)
  }

  /// The owner in each of the assets that it stands for.
  private func likes(of owner: Owner) -> [Owner] {
    guard let names = likeNames[owner.name] else { return [owner] }
    return names.map { Owner($0, part: owner.part, zone: owner.zone) }
  }

  /// Remembers a unit that could fail, for the reserve that covers the largest.
  package mutating func noteUnit(of size: Double, isPresent: Bool, in zone: String) {
    guard isPresent, let index = sums.firstIndex(where: { $0.zone == zone }) else { return }
    sums[index].largestUnit = max(sums[index].largestUnit, size)
  }

  private func zoneIndex(_ name: String) -> Int? { sums.firstIndex { $0.zone == name } }
}
