import GridDispatch
import GridFormulation
import Hourly
import Tables

/// What corridors and lines lose beyond the least loss that gives every zone what it got: energy burnt.
extension GoalFigures {
  /// Energy an hour that is rounding, MWh.
  private static let trace = 1e-5

  private struct Network {
    var corridors: [Corridor] = []
    var lines: [Line] = []
    var zones: [String] = []

    /// Whether there is more than one way between two zones, and something to lose on it.
    var hasChoice: Bool {
      var groups = zones.map { Set([$0]) }
      var hasRing = false
      for (from, to) in corridors.map({ ($0.from, $0.to) }) + lines.map({ ($0.from, $0.to) }) {
        guard let one = groups.firstIndex(where: { $0.contains(from) }),
          let other = groups.firstIndex(where: { $0.contains(to) })
        else { continue }
        if one == other {
          hasRing = true
        } else {
          groups[one].formUnion(groups[other])
          groups.remove(at: other)
        }
      }
      return hasRing && (corridors.contains { $0.loss > 0 } || lines.contains { $0.loss > 0 })
    }
  }

  /// The energy burnt between the zones that count, MWh.
  var burntByNetwork: Double {
    let network = Network(
      corridors: model.assets.compactMap { $0 as? Corridor }
        .filter { zones.contains($0.from) && zones.contains($0.to) },
      lines: model.assets.compactMap { $0 as? Line }
        .filter { zones.contains($0.from) && zones.contains($0.to) },
      zones: zones.sorted()
    )
    guard network.hasChoice else { return 0 }
    let brought = brought(by: network)
    return setting.horizon.steps.reduce(0) { sum, step in
      let lost = -brought.reduce(0) { $0 + $1[step] }
      guard lost > Self.trace else { return sum }
      let least = leastLoss(of: network, giving: brought.map { $0[step] }, at: step) ?? lost
      return lost - least > Self.trace ? sum + lost - least : sum
    }
  }

  /// What the links bring each zone in each hour, MW.
  private func brought(by network: Network) -> [[Double]] {
    var sums = [[Double]](
      repeating: [Double](repeating: 0, count: setting.horizon.hours),
      count: network.zones.count
    )
    func add(_ values: [Double], _ weight: Double, to zone: String) {
      guard let place = network.zones.firstIndex(of: zone) else { return }
      for step in values.indices { sums[place][step] += weight * values[step] }
    }
    for corridor in network.corridors {
      for zone in [corridor.from, corridor.to] {
        add(linkValues("power_mw", corridor.name, at: zone), 1, to: zone)
      }
    }
    for line in network.lines {
      let flow = linkValues("flow_mw", line.name, at: nil)
      let lost = linkValues("lost_mw", line.name, at: nil)
      add(flow, -1, to: line.from)
      add(flow, 1, to: line.to)
      for zone in [line.from, line.to] { add(lost, -0.5, to: zone) }
    }
    return sums
  }

  private func linkValues(_ stem: String, _ name: String, at zone: String?) -> [Double] {
    whole.series.first {
      $0.quantity.stem == stem && $0.owner == name && (zone == nil || $0.zone == zone)
    }?.values ?? []
  }

  /// The least that the links lose while each zone gets at least a number; nil where none is found.
  private func leastLoss(
    of network: Network,
    giving brought: [Double],
    at step: Int
  ) -> Double? {
    var program = BoxedDualSimplex()
    var entries = [[(column: Int, value: Double)]](repeating: [], count: brought.count)
    var fixed = [Double](repeating: 0, count: brought.count)
    var base = 0.0
    let place = { (zone: String) in network.zones.firstIndex(of: zone) ?? 0 }
    for corridor in network.corridors {
      for way in ways(of: corridor, at: step) {
        for piece in way.pieces {
          let column = program.addColumn(cost: piece.loss, upTo: piece.most - piece.least)
          entries[place(way.from)].append((column, -1))
          entries[place(way.to)].append((column, 1 - piece.loss))
          fixed[place(way.from)] -= piece.least
          fixed[place(way.to)] += (1 - piece.loss) * piece.least
          base += piece.loss * piece.least
        }
      }
    }
    addLines(of: network, at: step, to: &program, &entries)
    for zone in brought.indices where !entries[zone].isEmpty {
      program.addRow(entries[zone], brought[zone] - fixed[zone] - 1e-9, isEquation: false)
    }
    return program.solve().map { $0 + base }
  }

  private struct Way {
    var from: String
    var to: String
    var pieces: [(loss: Double, least: Double, most: Double)] = []
  }

  /// Both ways of a corridor in an hour, cut into pieces that lose more and more.
  private func ways(of corridor: Corridor, at step: Int) -> [Way] {
    let out = setting.horizon.steps.isEmpty ? 0 : maintained(corridor, at: step)
    func way(_ from: String, _ to: String, _ limit: Double, _ share: Profile, _ sign: Double) -> Way
    {
      let most = limit * setting.value(of: share)[step] * (1 - out)
      var range = (0.0, most)
      if let schedule = corridor.schedule {
        let target = sign * setting.value(of: schedule)[step]
        range.0 = min(limit * max(target - corridor.band, 0), most)
        range.1 = min(limit * min(max(target + corridor.band, 0), 1), most)
      }
      let count = corridor.loss > 0 ? max(1, corridor.lossPieces) : 1
      let width = limit / Double(count)
      var way = Way(from: from, to: to)
      for piece in 0..<count where limit > 0 {
        let start = Double(piece) * width
        let loss =
          count == 1 ? corridor.loss : corridor.loss * Double(2 * piece + 1) / Double(count)
        func inPiece(_ value: Double) -> Double {
          count == 1 ? value : min(max(value - start, 0), width)
        }
        way.pieces.append((loss, inPiece(range.0), inPiece(range.1)))
      }
      return way
    }
    return [
      way(corridor.from, corridor.to, corridor.forwardLimit.megawatts, corridor.forwardShare, 1),
      way(corridor.to, corridor.from, corridor.backwardLimit.megawatts, corridor.backwardShare, -1),
    ]
  }

  /// The share of a corridor's limits that maintenance takes in an hour.
  private func maintained(_ corridor: Corridor, at step: Int) -> Double {
    guard corridor.maintenanceShare > 0 else { return 0 }
    return setting.share(of: corridor.maintenance, weight: corridor.maintenanceShare)[step]
  }

  /// Adds lines with a voltage angle a zone: both ways in pieces, half of each loss taken from each end.
  private func addLines(
    of network: Network,
    at step: Int,
    to program: inout BoxedDualSimplex,
    _ entries: inout [[(column: Int, value: Double)]]
  ) {
    guard !network.lines.isEmpty else { return }
    let widest = network.lines.reduce(1) { sum, line in
      sum + abs(line.reactance) * line.tapRatio / 100 * line.limit.megawatts
        + abs(line.phaseShift) * .pi / 180
    }
    let angles = network.zones.map { _ in program.addColumn(cost: 0, upTo: 2 * widest) }
    var laws: [(row: [(column: Int, value: Double)], shift: Double)] = []
    for line in network.lines {
      let (from, to) =
        (
          network.zones.firstIndex(of: line.from) ?? 0, network.zones.firstIndex(of: line.to) ?? 0
        )
      let reactance = line.reactance * line.tapRatio / 100
      let usable =
        line.limit.megawatts * (1 - line.securityMargin) * setting.value(of: line.limitShare)[step]
      var law = [(column: angles[from], value: 1.0), (column: angles[to], value: -1.0)]
      let count = line.loss > 0 ? max(1, line.lossPieces) : 1
      let width = line.limit.megawatts / Double(count)
      for (sign, piece) in [1.0, -1.0].flatMap({ sign in (0..<count).map { (sign, $0) } }) {
        let loss = count == 1 ? line.loss : line.loss * Double(2 * piece + 1) / Double(count)
        let room = count == 1 ? usable : min(max(usable - Double(piece) * width, 0), width)
        let column = program.addColumn(cost: loss, upTo: room)
        entries[from].append((column, -sign - loss / 2))
        entries[to].append((column, sign - loss / 2))
        law.append((column, -sign * reactance))
      }
      laws.append((law, line.phaseShift * .pi / 180))
    }
    for law in laws { program.addRow(law.row, law.shift, isEquation: true) }
  }
}
