/// How long the stages of a plan take, added up by name.
struct StageClock {
  private(set) var stages: [(name: String, seconds: Double)] = []
  private var last = ContinuousClock.now

  /// Ends a stage; the next begins.
  mutating func end(_ name: String) {
    let now = ContinuousClock.now
    let seconds = last.duration(to: now) / .seconds(1)
    last = now
    if let known = stages.firstIndex(where: { $0.name == name }) {
      stages[known].seconds += seconds
    } else {
      stages.append((name, seconds))
    }
  }
}
