public import GridFormulation
import GridGoals
import Tables

/// Sizes of options that somebody takes by hand.
public struct TakenSizes: Sendable {
  /// An option with the size that is taken of it.
  public struct Size: Sendable {
    /// The option.
    public let option: String
    /// How much, in ``unit``.
    public let size: Double
    /// `MW`, `MWh`, `units` or another unit.
    public let unit: String
    /// What it costs a year, currency.
    public let costPerYear: Double
  }

  /// What is wrong with a size that was asked for.
  public struct Fault: Error, CustomStringConvertible {
    /// The sentence.
    public let description: String
  }

  /// What is taken, in the order of the model.
  public let sizes: [Size]
  /// What changes in the model's files, as `--set` takes it.
  public let settings: [String]

  /// What they cost a year together, currency.
  public var costPerYear: Double { sizes.reduce(0) { $0 + $1.costPerYear } }

  /// Sizes by the names of options, each in the unit that its option counts in.
  public init(
    _ asked: [(option: String, size: Double)],
    of grid: GridModel
  ) throws(Fault) {
    let sized = SizedGrid(grid)
    var shares = sized.options.map { _ in 0.0 }
    var sizes: [Size] = []
    for (name, size) in asked {
      let names = sized.options.map(\.name)
      guard let index = names.firstIndex(of: name) else {
        throw Fault(
          description: "the model has no option '\(name)'. " + NearestName.fix(name, among: names)
        )
      }
      let option = sized.options[index]
      guard shares[index] == 0 else {
        throw Fault(description: "'\(name)' is taken twice. Write one size of it.")
      }
      let most = option.extent.most * option.extent.full
      guard size >= 0, size <= most * (1 + 1e-9) else {
        throw Fault(
          description: "\(NumberText.shortest(size)) of '\(name)' cannot be taken: "
            + "0 to \(NumberText.shortest(most)) \(option.extent.unit)"
        )
      }
      let parts = option.extent.parts.map { size / option.extent.full * $0 } ?? 0
      guard abs(parts - parts.rounded()) <= 1e-6 * max(1, parts) else {
        let part = option.extent.parts.map { option.extent.full / $0 } ?? 1
        throw Fault(
          description:
            "\(NumberText.shortest(size)) of '\(name)' is no whole number of its parts of "
            + "\(NumberText.shortest(part)) \(option.extent.unit)"
        )
      }
      shares[index] = min(size / option.extent.full, option.extent.most)
    }
    for tie in sized.ties {
      let sum = zip(tie.weights, shares).reduce(0) { $0 + $1.0 * $1.1 }
      guard sum <= tie.most + 1e-9 * max(1, abs(tie.most)) else {
        throw Fault(description: "these sizes break a tie between options: \(tie.name)")
      }
    }
    for (option, share) in zip(sized.options, shares) where share > 0 {
      sizes.append(
        Size(
          option: option.name,
          size: share * option.extent.full,
          unit: option.extent.unit,
          costPerYear: share * option.cost.perYear
        )
      )
    }
    self.sizes = sizes
    settings = PlannedChanges(sized, taking: shares).settings
  }
}
