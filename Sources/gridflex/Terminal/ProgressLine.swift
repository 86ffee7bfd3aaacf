import Foundation
import LinearProgramming
import Synchronization
import Tables

/// One line on the terminal that tells how far the work is and how good its result is so far.
///
/// Drawn on stderr where that is a terminal and the user did not ask for quiet; otherwise nothing.
/// Parts of the work that run beside each other share the line. It is drawn anew every second, so that a long step
/// that tells nothing is seen to go on.
final class ProgressLine: Sendable {
  private struct State {
    var parts: [(name: String, fraction: Double)] = []
    var last = ""
    var gap: Double?
    var drawn: ContinuousClock.Instant?
    var width = 0
    var hasTicker = false
  }

  private static let cells = 24
  private let isShown: Bool
  private let start = ContinuousClock.now
  private let state = Mutex(State())

  init(quiet: Bool) {
    isShown = !quiet && Console.isTerminal
  }

  /// Takes where a solve stands.
  func show(_ progress: SolveProgress) {
    let share = progress.total > 0 ? Double(progress.done) / Double(progress.total) : 0
    show(progress.phase.rawValue, fraction: share, gap: progress.gap)
  }

  /// Takes the news of one part and draws the line anew, at most ten times a second.
  ///
  /// - Parameters:
  ///   - part: The part of the work.
  ///   - fraction: The share of it that is done, 0…1.
  ///   - gap: The certified gap so far, nil while there is none.
  func show(_ part: String, fraction: Double = 0, gap: Double? = nil) {
    guard isShown else { return }
    state.withLock { state in
      let fraction = min(max(fraction, 0), 1)
      if let index = state.parts.firstIndex(where: { $0.name == part }) {
        state.parts[index].fraction = fraction
      } else {
        state.parts.append((part, fraction))
      }
      state.last = part
      if !state.hasTicker { startTicker(&state) }
      state.gap = gap ?? state.gap
      if let drawn = state.drawn, .now - drawn < .milliseconds(100) { return }
      draw(&state)
    }
  }

  /// Wipes the line.
  func clear() {
    guard isShown else { return }
    state.withLock { state in
      if state.width > 0 {
        Console.draw("\r" + String(repeating: " ", count: state.width) + "\r")
      }
      let hasTicker = state.hasTicker
      state = State()
      state.hasTicker = hasTicker
    }
  }

  /// Begins to tick with the first news: a thread that was there before signals are blocked would be ended by them.
  private func startTicker(_ state: inout State) {
    let ticker = Thread { [weak self] in
      while self?.tick() != nil { Thread.sleep(forTimeInterval: 1) }
    }
    ticker.start()
    state.hasTicker = true
  }

  /// Draws the line where work is under way and nothing was told for a while.
  private func tick() {
    state.withLock { state in
      guard let drawn = state.drawn, .now - drawn > .milliseconds(900) else { return }
      draw(&state)
    }
  }

  private func draw(_ state: inout State) {
    let now = ContinuousClock.now
    let line = Self.line(state, seconds: Int(Stopwatch.seconds(now - start)))
    let padding = String(repeating: " ", count: max(0, state.width - line.count))
    Console.draw("\r" + line + padding)
    state.drawn = now
    state.width = line.count
  }

  /// A bar for the parts under way, then each part with its share, the gap, and the seconds since the start.
  private static func line(_ state: State, seconds: Int) -> String {
    let begun = state.parts.filter { $0.fraction > 0 }
    let open = (begun.isEmpty ? state.parts : begun).filter { $0.fraction < 1 }
    let mean = open.isEmpty ? 1 : open.reduce(0) { $0 + $1.fraction } / Double(open.count)
    let full = WholeNumber.nearest(mean * Double(cells), in: 0...cells)
    var line = String(repeating: "█", count: full) + String(repeating: "·", count: cells - full)
    for part in state.parts where part.fraction > 0 || part.name == state.last {
      line += "  \(part.name)"
      if part.fraction > 0 { line += " \(NumberText.fixed(100 * part.fraction, decimals: 0)) %" }
    }
    if let gap = state.gap { line += "  gap \(NumberText.fixed(100 * gap, decimals: 3)) %" }
    return line + "  \(seconds) s"
  }
}
