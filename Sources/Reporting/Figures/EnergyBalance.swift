import GridDispatch
import GridFormulation

/// Where the energy came from and went, kind by kind: the rows add up to the demand.
public struct EnergyBalance: Sendable {
  /// What all of a kind injected less what it drew.
  public struct Row: Sendable {
    /// The kind.
    public let name: String
    /// Its capacity, MW; nil where it has none.
    public let capacity: Double?
    /// Energy injected less energy drawn, MWh.
    public let energy: Double
  }

  /// Every kind that makes no electricity and is there, what was not served last.
  public let rows: [Row]

  /// Adds up what is there besides generation.
  init(of assets: [AssetFigures], in schedule: Schedule, totals: SystemTotals) {
    var rows: [Row] = []
    for technology in Technology.allCases where !technology.isGeneration {
      let group = assets.filter { $0.asset.facts.technology == technology }
      guard !group.isEmpty, technology != .line else { continue }
      let net = group.reduce(0) { $0 + $1.injected - $1.withdrawn }
      let capacity = group.reduce(0) { $0 + $1.asset.facts.capacity }
      switch technology {
      case .exchange: rows += Self.trade(net, totals)
      case .corridor: rows.append(Row(name: "lost in corridors", capacity: nil, energy: net))
      case .heatBoiler, .heatStorage, .heatTransfer:
        if net != 0 { rows.append(Row(name: technology.rawValue, capacity: nil, energy: net)) }
      default: rows.append(Row(name: technology.rawValue, capacity: capacity, energy: net))
      }
    }
    if assets.contains(where: { $0.asset.facts.technology == .line }) {
      let net = schedule.total(.power) { $0 == NodalBalance.linesName }
      rows.append(Row(name: "lost in lines", capacity: nil, energy: net))
    }
    self.rows = rows + [Row(name: "unserved", capacity: nil, energy: totals.unserved)]
  }

  /// Import and export, and buyers that a table gives as plants.
  private static func trade(_ net: Double, _ totals: SystemTotals) -> [Row] {
    let others = net - totals.imported + totals.exported
    let accuracy = Accuracy.share * (totals.imported + totals.exported)
    return [
      Row(name: "import", capacity: nil, energy: totals.imported),
      Row(name: "export", capacity: nil, energy: -totals.exported),
      Row(name: "other buyers", capacity: nil, energy: others.settled(to: accuracy)),
    ].filter { $0.energy != 0 }
  }
}
