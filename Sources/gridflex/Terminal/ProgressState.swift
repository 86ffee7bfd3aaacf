import LinearProgramming
import Tables

/// How far a command's work is, in the words of one line.
///
/// What is told never goes back: a bar only grows, and where a command solves more than once, as a plan does, the
/// solves are counted instead.
struct ProgressState {
  /// A part of the work, in the order in which the parts come.
  enum Step: String, CaseIterable, Comparable {
    case reading, building, guiding, solving, schedule, bound, refining, checking, writing

    /// The part of a solve.
    init(_ phase: SolveProgress.Phase) {
      switch phase {
      case .guidance: self = .guiding
      case .exact: self = .solving
      case .primal: self = .schedule
      case .dual: self = .bound
      case .refinement: self = .refining
      }
    }

    /// Whether it is a part of a solve, of which a command may have several.
    var isSolve: Bool { self > .building && self < .checking }

    static func < (left: Step, right: Step) -> Bool {
      left.span.lowerBound < right.span.lowerBound
    }

    /// Where the part lies in all of the work, as shares of its time.
    var span: ClosedRange<Double> {
      switch self {
      case .reading: 0...0.03
      case .building: 0.03...0.06
      case .guiding: 0.06...0.2
      case .solving: 0.06...0.95
      case .schedule, .bound: 0.2...0.8
      case .refining: 0.8...0.95
      case .checking: 0.95...0.98
      case .writing: 0.98...1
      }
    }
  }

  private static let cells = 20
  /// The parts under way, with the share of each that is done.
  private var parts: [Step: Double] = [:]
  /// The share of all work that is done; it never falls.
  private(set) var share = 0.0
  /// How many solves were begun.
  private(set) var solves = 0
  private var gap: Double?
  /// What the solve under way is for.
  private var task: String?
  /// Whether the command solves once, so that a share of all work can be told.
  private var hasBar: Bool

  /// Nothing told yet.
  init(solvesOnce: Bool) { hasBar = solvesOnce }

  /// Takes the news of one part.
  mutating func take(
    _ step: Step,
    fraction: Double = 0,
    gap: Double? = nil,
    task: String? = nil
  ) {
    self.task = task
    let fraction = fraction.isFinite ? min(max(fraction, 0), 1) : 0
    if step.isSolve {
      let isEarlier = parts.keys.contains {
        $0.isSolve && step.span.lowerBound < $0.span.lowerBound
      }
      // Parts that run beside each other tell of their shares in any order; a long way back is a new solve.
      let isBegun = step == .solving && fraction == 0
      let isAnew = isEarlier || isBegun || fraction < (parts[step] ?? 0) - 0.5
      if isAnew { parts = [:] }
      if isAnew || solves == 0 { solves += 1 }
      hasBar = hasBar && solves < 2
    }
    // Schedule and bound are found beside each other; what came before them is over.
    parts = parts.filter { $0.key.span == step.span }
    parts[step] = max(fraction, parts[step] ?? 0)
    self.gap = gap ?? self.gap
    let mean = parts.values.reduce(0, +) / Double(max(parts.count, step.span == 0.2...0.8 ? 2 : 1))
    let done = step.span.lowerBound + mean * (step.span.upperBound - step.span.lowerBound)
    share = max(share, done)
  }

  /// The line after so many seconds, cut to a width.
  func line(seconds: Int, width: Int) -> String {
    var words: [String] = []
    if hasBar {
      let full = WholeNumber.nearest(share * Double(Self.cells), in: 0...Self.cells)
      words.append(
        String(repeating: "█", count: full) + String(repeating: "·", count: Self.cells - full)
      )
    }
    words.append(text(seconds: seconds))
    return String(words.joined(separator: "  ").prefix(max(width, 1)))
  }

  /// The words alone, as a line of a log has them.
  func text(seconds: Int) -> String {
    let steps = Step.allCases.filter { parts[$0] != nil }.map(\.rawValue).joined(separator: " and ")
    var words: [String] = []
    if hasBar {
      let percent = WholeNumber.nearest(share * 100, .down, in: 0...99)
      words.append("\(steps) \(percent) %")
    } else {
      let isSolve = parts.keys.contains(where: \.isSolve) && solves > 1
      let what = task ?? (isSolve ? "solve \(solves)" : nil)
      words.append(what.map { "\($0): \(steps)" } ?? steps)
    }
    if let gap { words.append("gap \(NumberText.fixed(100 * gap, decimals: 3)) %") }
    words.append(Self.clock(seconds))
    if hasBar, share > 0.15, share < 0.95, seconds >= 3 {
      let left = Double(seconds) * (1 - share) / share
      words.append("about \(Self.clock(WholeNumber.nearest(left, in: 1...999_999))) left")
    }
    return words.joined(separator: ", ")
  }

  private static func clock(_ seconds: Int) -> String {
    if seconds < 120 { return "\(seconds) s" }
    if seconds < 7200 { return "\(seconds / 60) min" }
    return "\(seconds / 3600) h \(seconds / 60 % 60) min"
  }
}
