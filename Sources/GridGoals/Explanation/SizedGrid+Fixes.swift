import GridFormulation
import Hourly
import LinearProgramming
import Tables

/// Sizes as fixes of a goal.
extension SizedGrid {
  /// What options share so that all of one leaves nothing for the others: units, a site, or nothing.
  var subjects: [String] {
    let converted = Set(options.filter(\.isConversion).map(\.asset))
    return options.map { option in
      converted.contains(option.asset)
        ? "units of \(option.asset)" : option.group.map { "group \($0)" } ?? option.name
    }
  }

  /// The most of each option, in thousandths.
  var limits: [Int] {
    options.map {
      WholeNumber.nearest(
        Double(SizeSearch.parts) * $0.extent.most,
        .down,
        in: 0...SizeSearch.parts
      )
    }
  }
}

extension SizedGrid {
  /// Every figure that changes, as `--set` takes it.
  func figures(taking shares: [Double]) -> [Explanation.Figure] {
    grid.assets.flatMap { asset in
      TakenOptions(of: asset, options, shares).variants.flatMap { variant in
        variant.figures.map { column, value in
          Explanation.Figure(
            path: "assets/\(type(of: asset).type.name)/\(variant.name)/\(column)",
            unit: asset.unit(of: column),
            before: asset.number(of: column) ?? 0,
            after: value
          )
        }
      }
    }
  }

  /// What shares are as a fix.
  func fix(
    taking shares: [Double],
    runningCostPerYear: Double?,
    followsCommitment: Bool,
    best: Double?,
    cheapest: Double?
  ) -> Explanation.Fix {
    let taken = zip(options, shares).filter { $0.1 > 0 }
    return Explanation.Fix(
      options: taken.map { ($0.0.name, $0.1, $0.1 * $0.0.cost.perYear) },
      figures: figures(taking: shares),
      costPerYear: taken.reduce(0) { $0 + $1.1 * $1.0.cost.perYear },
      runningCostPerYear: runningCostPerYear,
      followsCommitment: followsCommitment,
      best: best,
      cheapest: cheapest
    )
  }
}

extension SizedGrid {
  /// The sizes, in thousandths and no less than some, at which options and running cost least together.
  @available(*, noasync)
  func sizes(
    atLeast least: [Int],
    holding goals: [Goal],
    _ detail: CommitmentDetail,
    by explainer: Explainer
  ) throws(SolverError) -> [Int]? {
    var (model, columns) = formulated(enforcing: goals, detail)
    for (column, size) in zip(columns, least) where size > 0 {
      model.requireTotal(
        "least share",
        of: Owner("options", zone: ""),
        HourlySum(column: column),
        over: 0..<1,
        atLeast: Double(size) / Double(SizeSearch.parts) * Self.parts,
        isGlobal: true
      )
    }
    let solved = try explainer.attainable(grid, detail).solve(model.build(), gap: 1e-6)
    return solved.hasValues ? sizes(columns, in: solved) : nil
  }

  /// The sizes of a solved program, in thousandths rounded up.
  func sizes(_ columns: [Int], in solved: SolveResult) -> [Int] {
    columns.map { column in
      let size = solved.values[column] / Self.parts * Double(SizeSearch.parts)
      return size < 0.1 ? 0 : WholeNumber.nearest(size - 1e-6, .up, in: 0...SizeSearch.parts)
    }
  }
}
