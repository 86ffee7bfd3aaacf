package import Tables

/// How much of a product power gives, by load: a concave curve through 0, as `load:yield` pairs.
///
/// Each pair has a share of full load and the mean yield there, such as an efficiency; the last stands at 1.
/// Each further MWh gives less than the one before, so pieces fill in order by themselves.
package struct YieldCurve: Sendable, Hashable {
  /// A load and the mean yield there.
  package struct Point: Sendable, Hashable {
    /// Share of full load.
    package let load: Double
    /// Product per energy drawn, up to there.
    package let yield: Double

    package init(load: Double, yield: Double) {
      self.load = load
      self.yield = yield
    }
  }

  /// A part of the load with the yield of each MWh in it.
  package struct Piece: Sendable, Hashable {
    /// Share of full load.
    package let width: Double
    /// Product per energy drawn.
    package let yield: Double
  }

  package let points: [Point]

  package init(points: [Point]) { self.points = points }

  /// The same yield at every load.
  package init(_ yield: Double) { points = [Point(load: 1, yield: yield)] }

  /// The parts from no load to full.
  package var pieces: [Piece] {
    var last = Point(load: 0, yield: 0)
    return points.map { point in
      defer { last = point }
      let width = point.load - last.load
      return Piece(
        width: width,
        yield: (point.load * point.yield - last.load * last.yield) / width
      )
    }
  }

  /// Product of an hour per MW of full load.
  package var most: Double { points.last?.yield ?? 0 }

  /// The share of each piece that is used to make a product, per MW of full load.
  package func loads(making product: Double) -> [Double] {
    var left = product
    return pieces.map { piece in
      let used = piece.yield > 0 ? min(piece.width, max(0, left / piece.yield)) : 0
      left -= used * piece.yield
      return used
    }
  }

  /// The curve as it is written in a cell.
  package var text: String {
    if points.count == 1 { return NumberText.shortest(points[0].yield) }
    return points.map { "\(NumberText.shortest($0.load)):\(NumberText.shortest($0.yield))" }
      .joined(separator: ";")
  }

  /// Reads one number or pairs; yields may be up to the given number.
  package static func read(_ text: String, upTo most: Double) -> Result<YieldCurve, FieldFault> {
    if let yield = NumberText.parse(text.filter({ $0 != " " })), yield > 0, yield <= most {
      return .success(YieldCurve(yield))
    }
    let example = "Write one number, or load:efficiency pairs: 0.3:0.74;0.6:0.72;1:0.68."
    var points: [Point] = []
    for part in text.split(separator: ";", omittingEmptySubsequences: true) {
      let numbers = part.split(separator: ":", omittingEmptySubsequences: false)
        .map { NumberText.parse(String($0.filter { $0 != " " })) }
      guard numbers.count == 2, let load = numbers[0], let yield = numbers[1], yield > 0,
        yield <= most
      else {
        let rule = "must be above 0 and at the most \(NumberText.shortest(most)), or pairs of it"
        return .failure(FieldFault(rule: rule, fix: example))
      }
      guard load > points.last?.load ?? 0 else {
        return .failure(FieldFault(rule: "must rise in load from pair to pair", fix: example))
      }
      points.append(Point(load: load, yield: yield))
    }
    guard points.last?.load == 1 else {
      return .failure(FieldFault(rule: "must end at full load, 1", fix: example))
    }
    let pieces = YieldCurve(points: points).pieces
    guard pieces.allSatisfy({ $0.yield > 0 }),
      zip(pieces, pieces.dropFirst()).allSatisfy({ $0.yield >= $1.yield - 1e-9 })
    else {
      return .failure(
        FieldFault(
          rule: "must be concave: each further MWh gives less than the one before, and not nothing",
          fix: "Leave out the point where the yield of a further MWh rises."
        )
      )
    }
    return .success(YieldCurve(points: points))
  }
}

extension YieldCurve: FieldValue {
  /// A yield of at most 1, or a curve of it by load.
  package static var form: FieldForm<YieldCurve> { .yield(upTo: 1) }
}

extension FieldForm<YieldCurve> {
  /// A yield, or a curve of it by load.
  package static func yield(upTo most: Double) -> FieldForm<YieldCurve> {
    FieldForm(numbers: "number or load:yield pairs", unit: .share) { text, _ in
      YieldCurve.read(text, upTo: most)
    } show: {
      $0.text
    }
  }
}
