import Grid
import Synchronization

/// One line on the terminal that tells how far a solve is and how good its result is so far.
///
/// Drawn on stderr where that is a terminal and the user did not ask for quiet; otherwise nothing.
final class ProgressLine: Sendable {
  private struct State {
    var drawn: ContinuousClock.Instant?
    var width = 0
  }

  private static let cells = 30
  private let isShown: Bool
  private let state = Mutex(State())

  init(quiet: Bool) {
    isShown = !quiet && Console.isTerminal
  }

  /// Draws the line anew, at most ten times a second.
  ///
  /// - Parameters:
  ///   - text: What is being done.
  ///   - fraction: The share that is done, 0…1.
  ///   - gap: The certified gap so far, nil while there is none.
  func show(_ text: String, fraction: Double, gap: Double?) {
    guard isShown else { return }
    let full = Int((min(max(fraction, 0), 1) * Double(Self.cells)).rounded())
    var line =
      String(repeating: "█", count: full) + String(repeating: "·", count: Self.cells - full)
      + " " + NumberText.fixed(100 * fraction, decimals: 0) + " %  " + text
    if let gap { line += "  gap " + NumberText.fixed(100 * gap, decimals: 3) + " %" }
    draw(line)
  }

  /// Wipes the line.
  func clear() {
    guard isShown else { return }
    state.withLock { state in
      guard state.width > 0 else { return }
      Console.message("\r" + String(repeating: " ", count: state.width) + "\r")
      state = State()
    }
  }

  private func draw(_ line: String) {
    state.withLock { state in
      let now = ContinuousClock.now
      if let drawn = state.drawn, now - drawn < .milliseconds(100) { return }
      let padding = String(repeating: " ", count: max(0, state.width - line.count))
      Console.message("\r" + line + padding)
      state.drawn = now
      state.width = line.count
    }
  }
}
