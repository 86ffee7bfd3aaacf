import Foundation
import LinearProgramming
import Synchronization

/// What a person sees while waiting: one line on the terminal, or a line a minute where stderr is none.
///
/// Nothing where the user asked for quiet. It is drawn anew every second, so that a long step that tells nothing is
/// seen to go on.
final class ProgressLine: Sendable {
  private struct State {
    var work: ProgressState
    var isUnderWay = false
    var drawn: ContinuousClock.Instant?
    var width = 0
    var hasTicker = false
    /// The minute of which a log was told last.
    var minute = 0
  }

  private let isShown: Bool
  private let isTerminal = Console.isTerminal
  private let start = ContinuousClock.now
  private let state: Mutex<State>

  /// A line that is silent where the user asked for quiet.
  ///
  /// A command that solves once can tell how much of its work is done.
  init(quiet: Bool, solvesOnce: Bool = false) {
    isShown = !quiet
    state = Mutex(State(work: ProgressState(solvesOnce: solvesOnce)))
  }

  /// Takes where a solve stands.
  func show(_ progress: SolveProgress) {
    let share = progress.total > 0 ? Double(progress.done) / Double(progress.total) : 0
    show(.init(progress.phase), fraction: share, gap: progress.gap, task: progress.task)
  }

  /// Takes the news of one part and draws the line anew, at most ten times a second.
  ///
  /// - Parameters:
  ///   - step: The part of the work.
  ///   - fraction: The share of it that is done, 0…1.
  ///   - gap: The certified gap so far, nil while there is none.
  ///   - task: What the solve is for, where the command has several.
  func show(
    _ step: ProgressState.Step,
    fraction: Double = 0,
    gap: Double? = nil,
    task: String? = nil
  ) {
    guard isShown else { return }
    state.withLock { state in
      state.work.take(step, fraction: fraction, gap: gap, task: task)
      state.isUnderWay = true
      if !state.hasTicker { startTicker(&state) }
      if let drawn = state.drawn, .now - drawn < .milliseconds(100) { return }
      draw(&state)
    }
  }

  /// Wipes the line; what was told of the work stays known.
  func clear() {
    guard isShown else { return }
    state.withLock { state in
      if state.width > 0 {
        Console.draw("\r" + String(repeating: " ", count: state.width) + "\r")
      }
      (state.width, state.isUnderWay, state.drawn) = (0, false, nil)
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
      guard state.isUnderWay else { return }
      if let drawn = state.drawn, .now - drawn <= .milliseconds(900) { return }
      draw(&state)
    }
  }

  private func draw(_ state: inout State) {
    let now = ContinuousClock.now
    let seconds = Int(Stopwatch.seconds(now - start))
    state.drawn = now
    guard isTerminal else {
      guard seconds / 60 > state.minute else { return }
      state.minute = seconds / 60
      return Console.message("gridflex: \(state.work.text(seconds: seconds))\n")
    }
    let line = state.work.line(seconds: seconds, width: Console.width - 1)
    let padding = String(repeating: " ", count: max(0, state.width - line.count))
    Console.draw("\r" + line + padding)
    state.width = line.count
  }
}
