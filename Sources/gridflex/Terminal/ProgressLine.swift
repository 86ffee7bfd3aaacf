import Grid
import Synchronization

/// One line on the terminal that tells how far a solve is and how good its result is so far.
///
/// Drawn on stderr where that is a terminal and the user did not ask for quiet; otherwise nothing.
/// Parts of the work that run beside each other share the line.
final class ProgressLine: Sendable {
  private struct State {
    var parts: [(name: String, fraction: Double)] = []
    var gap: Double?
    var drawn: ContinuousClock.Instant?
    var width = 0
  }

  private static let cells = 24
  private let isShown: Bool
  private let state = Mutex(State())

  init(quiet: Bool) {
    isShown = !quiet && Console.isTerminal
  }

  /// Takes the news of one part and draws the line anew, at most ten times a second.
  ///
  /// - Parameters:
  ///   - part: The part of the work.
  ///   - fraction: The share of it that is done, 0…1.
  ///   - gap: The certified gap so far, nil while there is none.
  func show(_ part: String, fraction: Double, gap: Double?) {
    guard isShown else { return }
    state.withLock { state in
      let fraction = min(max(fraction, 0), 1)
      if let index = state.parts.firstIndex(where: { $0.name == part }) {
        state.parts[index].fraction = fraction
      } else {
        state.parts.append((part, fraction))
      }
      state.gap = gap ?? state.gap
      let now = ContinuousClock.now
      if let drawn = state.drawn, now - drawn < .milliseconds(100) { return }
      let line = Self.line(state.parts, state.gap)
      let padding = String(repeating: " ", count: max(0, state.width - line.count))
      Console.draw("\r" + line + padding)
      state.drawn = now
      state.width = line.count
    }
  }

  /// Wipes the line.
  func clear() {
    guard isShown else { return }
    state.withLock { state in
      guard state.width > 0 else { return }
      Console.draw("\r" + String(repeating: " ", count: state.width) + "\r")
      state = State()
    }
  }

  /// A bar for the parts under way, then each part with its share, then the gap.
  private static func line(_ parts: [(name: String, fraction: Double)], _ gap: Double?) -> String {
    let begun = parts.filter { $0.fraction > 0 }
    let open = (begun.isEmpty ? parts : begun).filter { $0.fraction < 1 }
    let mean = open.isEmpty ? 1 : open.reduce(0) { $0 + $1.fraction } / Double(open.count)
    let full = WholeNumber.nearest(mean * Double(cells), in: 0...cells)
    var line = String(repeating: "█", count: full) + String(repeating: "·", count: cells - full)
    for part in begun {
      line += "  \(part.name) \(NumberText.fixed(100 * part.fraction, decimals: 0)) %"
    }
    if let gap { line += "  gap \(NumberText.fixed(100 * gap, decimals: 3)) %" }
    return line
  }
}
