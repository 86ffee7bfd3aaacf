import GridFormulation
import Tables

/// Whether angles exist that give every line its flow.
///
/// Angles are laid out from line to line until every zone has one; a line between two zones that have theirs
/// must agree with them. The formulation states loops instead, so the two have nothing in common.
extension Examination {
  /// Checks the flows of all lines in every hour.
  mutating func checkVoltages() {
    let lines = lines
    guard !lines.isEmpty else { return }
    let size = lines.reduce(0) { max($0, abs($1.reactance) * (1 + $1.limit)) }
    var angles: [String: [Double]] = [:]
    var isSettled = [Bool](repeating: false, count: lines.count)
    for seed in lines.indices where angles[lines[seed].from] == nil {
      angles[lines[seed].from] = [Double](repeating: 0, count: hours)
      var hasMoved = true
      while hasMoved {
        hasMoved = false
        for index in lines.indices where !isSettled[index] {
          let line = lines[index]
          switch (angles[line.from], angles[line.to]) {
          case (let here?, nil):
            angles[line.to] = here.indices.map {
              here[$0] - line.shift - line.reactance * line.flow[$0]
            }
          case (nil, let there?):
            angles[line.from] = there.indices.map {
              there[$0] + line.shift + line.reactance * line.flow[$0]
            }
          default: continue
          }
          isSettled[index] = true
          hasMoved = true
        }
      }
    }
    for index in lines.indices where !isSettled[index] {
      let line = lines[index]
      guard let here = angles[line.from], let there = angles[line.to] else { continue }
      require("voltage law", of: Owner(line.name, zone: line.from), size: size) {
        abs(here[$0] - there[$0] - line.shift - line.reactance * line.flow[$0])
      }
    }
  }
}
