/// Where a certified gap sits: how much each family of rows and columns adds to it.
///
///     cost − L(y) = Σ_columns [dⱼ·xⱼ − min dⱼ·x over its bounds] + Σ_rows [yᵢ·rᵢ − min yᵢ·r over its bounds]
///
/// with d = c − Aᵀy. Every term is at least 0 for a feasible point, so the largest ones name what keeps cost
/// and bound apart.
public enum GapBreakdown {
  /// A family's share of `cost − L(y)`.
  public struct Share: Sendable {
    /// The family's name.
    public let family: String
    /// What it adds, in units of the objective.
    public let amount: Double
  }

  /// The families that add most, the largest first.
  public static func largest(
    _ count: Int,
    of program: LinearProgram,
    values: [Double],
    rowDuals: [Double]
  ) -> [Share] {
    guard values.count == program.columnCount, rowDuals.count == program.rowCount else { return [] }
    let duals = Certificate.sanitised(rowDuals, for: program)
    let reduced = Certificate.reducedCosts(program, cost: program.cost, rowDuals: duals)
    var shares: [Share] = []
    for family in program.columnFamilies {
      var amount = 0.0
      for column in family.range {
        amount +=
          reduced[column] * values[column]
          - Certificate.least(
            reduced[column],
            lower: program.columnLower[column],
            upper: program.columnUpper[column]
          )
      }
      shares.append(Share(family: family.name, amount: amount))
    }
    for family in program.rowFamilies {
      var amount = 0.0
      for row in family.range {
        let activity = program.activity(ofRow: row, at: values)
        amount +=
          duals[row] * activity
          - Certificate.least(
            duals[row],
            lower: program.rowLower[row],
            upper: program.rowUpper[row]
          )
      }
      shares.append(Share(family: family.name, amount: amount))
    }
    let ordered = shares.enumerated().sorted {
      ($1.element.amount, $0.offset) < ($0.element.amount, $1.offset)
    }
    return ordered.prefix(count).map(\.element)
  }
}
