package import GridFormulation
import Hourly
package import LinearProgramming
import Tables

/// What a network loses beyond the least loss that its zones' net positions need: energy burnt.
///
/// In each hour, with n_z what corridors and lines bring zone z in the schedule,
///
///     burnt = max Σ_z m_z − Σ_z n_z,   m_z ≥ n_z,   m from flows within their limits and the law of voltages
///
/// so that no zone gets less than it got and what need not have been lost is left. One corridor alone burns nothing,
/// since it never carries both ways; two beside each other or a ring can: power sent out by one way and back by
/// another.
package struct LeastLoss {
  /// Energy an hour that is rounding, MWh.
  private static let trace = 1e-5

  private let program: LinearProgram
  /// The row that holds each zone's net position at hour 0; hours follow it.
  private let zoneRows: [(zone: String, first: Int)]
  private let links: Set<String>
  private let hours: Int

  /// What the network between some zones burns in each hour, MWh; nothing where it cannot burn.
  ///
  /// Without zones the whole grid is meant.
  @available(*, noasync)
  package static func burnt(
    in schedule: Schedule,
    of grid: GridModel,
    among part: GridPart = .whole
  ) throws(SolverError) -> [Double] {
    let zones = part.zones ?? Set(grid.setting.zones.map(\.name))
    guard zones.count > 1, let network = LeastLoss(of: grid, among: zones) else { return [] }
    return try network.burnt(in: schedule, of: grid)
  }

  /// The network between some zones; nil where its net positions leave no choice, or nothing is lost.
  init?(of grid: GridModel, among zones: Set<String>) {
    let corridors = grid.assets.compactMap { $0 as? Corridor }
      .filter { zones.contains($0.from) && zones.contains($0.to) }
    let lines = grid.assets.compactMap { $0 as? Line }
      .filter { zones.contains($0.from) && zones.contains($0.to) }
    let ends = corridors.map { ($0.from, $0.to) } + lines.map { ($0.from, $0.to) }
    let isLossy = corridors.contains { $0.loss > 0 } || lines.contains { $0.loss > 0 }
    guard isLossy, Self.hasRing(ends) else { return nil }
    var model = DispatchModel(setting: grid.setting, detail: .none)
    for var corridor in corridors {
      (corridor.ramp, corridor.wheelingCost) = (nil, 0)
      model.formulate(corridor)
    }
    for line in lines { model.formulate(line) }
    VoltageLaw.formulate(in: &model)
    var rows: [(zone: String, first: Int)] = []
    var total = HourlySum()
    for sums in model.sums where zones.contains(sums.zone) {
      let brought = sums.injection + sums.lines
      guard !brought.terms.isEmpty else { continue }
      rows.append((sums.zone, model.builder.rowCount))
      model.require("net position", of: .zone(sums.zone), brought >= HourlySum())
      total += brought
    }
    model.replaceObjective(by: -total)
    program = model.takeProgram()
    zoneRows = rows
    links = Set(corridors.map(\.name) + lines.map(\.name))
    hours = grid.setting.horizon.hours
  }

  /// The energy burnt in each hour of a schedule, MWh.
  @available(*, noasync)
  func burnt(in schedule: Schedule, of grid: GridModel) throws(SolverError) -> [Double] {
    let positions = positions(in: schedule, of: grid)
    var result = [Double](repeating: 0, count: hours)
    let (columns, rows) = (
      Self.byStage(program.columnStage, hours), Self.byStage(program.rowStage, hours)
    )
    for step in 0..<hours {
      let brought = positions.map { $0[step] }
      let lost = -brought.reduce(0, +)
      guard lost > Self.trace else { continue }
      let least = try Simplex.solve(hour(columns[step], rows[step], brought, at: step))
      guard least.termination == .optimal else { continue }
      let kept = zip(columns[step], least.values).reduce(0) { $0 - program.cost[$1.0] * $1.1 }
      let burnt = kept + lost
      if burnt > Self.trace { result[step] = burnt }
    }
    return result
  }

  /// What the links bring each zone, less a trace, so that the schedule itself is within the limits.
  private func positions(in schedule: Schedule, of grid: GridModel) -> [[Double]] {
    zoneRows.map { row in
      var sum = [Double](repeating: 0, count: hours)
      for series in schedule.series where links.contains(series.owner) {
        if series.quantity == .power, series.zone == row.zone {
          for step in 0..<hours { sum[step] += series.values[step] }
        }
      }
      for line in grid.assets.compactMap({ $0 as? Line }) where links.contains(line.name) {
        guard line.from == row.zone || line.to == row.zone else { continue }
        let sign: Double = line.to == row.zone ? 1 : -1
        let flow = schedule.hourly(.flow) { $0 == line.name }
        let lost = schedule.hourly(.lost) { $0 == line.name }
        for step in 0..<hours { sum[step] += sign * flow[step] - lost[step] / 2 }
      }
      return sum
    }
  }

  /// The program of one hour.
  private func hour(
    _ columns: [Int],
    _ rows: [Int],
    _ brought: [Double],
    at step: Int
  ) -> FlatProgram {
    var flat = FlatProgram()
    var place: [Int: Int] = [:]
    for column in columns {
      place[column] = flat.addColumn(
        cost: program.cost[column],
        lower: program.columnLower[column],
        upper: program.columnUpper[column]
      )
    }
    var least: [Int: Double] = [:]
    for (row, brought) in zip(zoneRows, brought) { least[row.first + step] = brought - 1e-9 }
    for row in rows {
      let number = flat.addRow(
        lower: least[row] ?? program.rowLower[row],
        upper: program.rowUpper[row]
      )
      for entry in program.rows.starts[row]..<program.rows.starts[row + 1] {
        guard let column = place[Int(program.rows.indices[entry])] else { continue }
        flat.add(program.rows.values[entry], column: column, row: number)
      }
    }
    return flat
  }

  private static func byStage(_ stages: [Int32], _ hours: Int) -> [[Int]] {
    var result = [[Int]](repeating: [], count: hours)
    for (index, stage) in stages.enumerated() where stage >= 0 { result[Int(stage)].append(index) }
    return result
  }

  /// Whether some links close a ring; two between the same zones do.
  static func hasRing(_ links: [(String, String)]) -> Bool {
    var root: [String: String] = [:]
    func top(_ zone: String) -> String {
      var zone = zone
      while let next = root[zone] { zone = next }
      return zone
    }
    for (from, to) in links {
      let (one, other) = (top(from), top(to))
      if one == other { return true }
      root[one] = other
    }
    return false
  }
}
