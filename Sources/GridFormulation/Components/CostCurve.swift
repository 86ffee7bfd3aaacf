package import Tables

/// A convex cost of output, piecewise linear between points of power and cost per hour.
///
///     C(p) = C₁ + Σₖ cₖ·δₖ,    p = P₁ + Σₖ δₖ,    0 ≤ δₖ ≤ Pₖ₊₁ − Pₖ,    c₁ ≤ c₂ ≤ …
///
/// Written as `MW:cost/h` pairs with `;` between; the first point is the minimum output. One point alone is a unit
/// whose least output is its most: it has no pieces.
package struct CostCurve: Sendable, Hashable {
  /// A point of the curve.
  package struct Point: Sendable, Hashable {
    /// Output, MW.
    package let power: Double
    /// Cost of an hour at that output.
    package let cost: Double

    package init(power: Double, cost: Double) {
      self.power = power
      self.cost = cost
    }
  }

  /// A piece between two points.
  package struct Step: Sendable, Hashable {
    /// Power from point to point, MW.
    package let width: Double
    /// Cost of a MWh within it.
    package let slope: Double
  }

  /// The points by rising power.
  package let points: [Point]

  /// A curve through points of rising power and slope.
  package init(points: [Point]) { self.points = points }

  /// The pieces between the points.
  package var steps: [Step] {
    zip(points, points.dropFirst()).map { low, high in
      Step(width: high.power - low.power, slope: (high.cost - low.cost) / (high.power - low.power))
    }
  }

  /// The cheapest cost of output where the unit may be on for any share of an hour.
  ///
  /// The lower convex hull of the origin and the points, for a unit whose online share costs nothing
  /// beyond `onlineCost` an hour.
  package func hull(onlineCost: Double) -> CostCurve {
    var result = [Point(power: 0, cost: 0)]
    for point in points where point.power > 0 {
      let next = Point(power: point.power, cost: point.cost + onlineCost)
      while result.count > 1,
        Self.slope(result[result.count - 2], result[result.count - 1])
          >= Self.slope(result[result.count - 1], next)
      {
        result.removeLast()
      }
      result.append(next)
    }
    return CostCurve(points: result)
  }

  private static func slope(_ low: Point, _ high: Point) -> Double {
    (high.cost - low.cost) / (high.power - low.power)
  }
}

// MARK: - As text

extension CostCurve {
  /// The curve as it is written in a cell.
  package var text: String {
    points.map { "\(NumberText.shortest($0.power)):\(NumberText.shortest($0.cost))" }
      .joined(separator: ";")
  }

  /// Reads a curve, or tells what is wrong with the text.
  package static func read(_ text: String) -> Result<CostCurve, FieldFault> {
    var points: [Point] = []
    for part in text.split(separator: ";", omittingEmptySubsequences: true) {
      let numbers = part.split(separator: ":", omittingEmptySubsequences: false)
        .map { NumberText.parse(String($0.filter { $0 != " " })) }
      guard numbers.count == 2, let power = numbers[0], let cost = numbers[1] else {
        return .failure(
          FieldFault(
            rule: "must be pairs of MW and cost per hour",
            fix: "Write MW:cost pairs with `;` between: 50:900;75:1200;100:1550."
          )
        )
      }
      points.append(Point(power: power, cost: cost))
    }
    if let fault = fault(of: points) { return .failure(fault) }
    return .success(CostCurve(points: points))
  }

  /// What is wrong with the points of a curve, nil if nothing.
  private static func fault(of points: [Point]) -> FieldFault? {
    guard let first = points.first, first.power >= 0 else {
      return FieldFault(
        rule: "must have points of output and cost, the first at the minimum output",
        fix: "Write the cost at minimum output and at capacity: 50:900;100:1550."
      )
    }
    for (low, high) in zip(points, points.dropFirst()) where low.power >= high.power {
      return FieldFault(
        rule: "must rise in MW from point to point",
        fix: "\(shown(high)) follows \(shown(low)): sort the points and drop doubles."
      )
    }
    for (index, middle) in points.dropFirst().dropLast().enumerated() {
      let (before, after) = (slope(points[index], middle), slope(middle, points[index + 2]))
      guard after < before - 1e-9 * abs(before) else { continue }
      return FieldFault(
        rule: "must be convex: a further MWh may not become cheaper",
        fix: "At \(shown(middle)) the cost of a MWh falls from \(rounded(before)) to "
          + "\(rounded(after)): leave that point out or raise the cost after it."
      )
    }
    return nil
  }

  private static func shown(_ point: Point) -> String { CostCurve(points: [point]).text }

  private static func rounded(_ number: Double) -> String {
    NumberText.shortest((number * 1e4).rounded() / 1e4)
  }
}

extension CostCurve: FieldValue {
  /// Cost by output.
  package static var form: FieldForm<CostCurve> {
    FieldForm(numbers: "MW:cost pairs", unit: .money(per: .hour)) { text, _ in
      read(text)
    } show: {
      $0.text
    }
  }
}
