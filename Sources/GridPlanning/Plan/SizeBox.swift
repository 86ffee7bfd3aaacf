import GridFormulation

/// The shares of the options that a branch of the search allows.
struct SizeBox {
  private(set) var least: [Double]
  private(set) var most: [Double]

  /// All that the options allow.
  init(_ options: [CapacityOption]) {
    (least, most) = (options.map(\.extent.least), options.map(\.extent.most))
  }

  /// The two branches beside a number of whole parts: no more than those below it, and no fewer than those above it.
  func split(_ option: Int, at parts: Double, of count: Double) -> [SizeBox] {
    var (below, above) = (self, self)
    below.most[option] = max(least[option], parts.rounded(.down) / count)
    above.least[option] = min(most[option], (parts.rounded(.down) + 1) / count)
    return [below, above]
  }

  /// The same with some shares held.
  func holding(_ shares: [Double?]) -> SizeBox {
    var box = self
    for (index, share) in shares.enumerated() {
      guard let share else { continue }
      (box.least[index], box.most[index]) = (share, share)
    }
    return box
  }

  /// The same where a little is left of what is to be all gone: at its most an option leaves nothing to move, and the
  /// interior point no room.
  func loosened(_ little: Double, of options: [CapacityOption]) -> SizeBox {
    var box = self
    for (index, option) in options.enumerated() {
      box.least[index] = min(least[index], option.extent.most * (1 - little))
    }
    return box
  }

  /// The values of the program's columns that it allows.
  var values: [ClosedRange<Double>] {
    zip(SizedProgram.values(of: least), SizedProgram.values(of: most)).map { $0...max($0, $1) }
  }
}
