import Tables

extension ToleranceSet {
  /// What `gridflex describe` says in its list.
  public static let summary =
    "What `gridflex compare` calls the same, as a tolerance file may set it."

  /// The page of `gridflex describe tolerance`.
  public static var description: String {
    let head = """
      tolerance: \(summary)
      A YAML file for --tolerance, such as `energy: {absolute: 10, relative: 0.001}`. The larger of both parts
      counts; what the certified gaps leave open is allowed for beside it.


      """
    let rows = ComparedQuantity.allCases.map { quantity in
      let tolerance = standard[quantity]
      return
        "\(quantity.rawValue)\n    absolute, default \(NumberText.shortest(tolerance.absolute)); "
        + "relative, a share of the larger value, range 0...1, default "
        + "\(NumberText.shortest(tolerance.relative))\n    \(quantity.summary)\n"
    }
    return head + rows.joined()
      + "\(judgeKey)\n    list of \(Judged.allCases.map(\.rawValue).joined(separator: ", "))\n"
      + "    What is judged though ties leave it free: plants of a kind one by one, single hours.\n"
  }
}
