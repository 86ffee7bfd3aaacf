/// Units of a cluster that had the same retrofits.
struct RetrofitPart: Sendable {
  /// The part's name in results; nil where it is the whole cluster.
  let name: String?
  /// Its share of the cluster.
  let share: Double
  /// Minimum stable output, share of the capacity online.
  let minimumOutput: Double
  /// Ramp limit, share of the capacity online an hour.
  let ramp: Double
  /// Relative cut of the coal rate.
  let saving: Double

  /// A cluster by its flexibility and its energy-saving retrofit; the two fall on units independently.
  ///
  /// Parts that hold no units are left out.
  static func parts(
    flexibility: (share: Double, minimumOutput: Double, ramp: Double),
    before: (minimumOutput: Double, ramp: Double),
    energySaving: (share: Double, saving: Double)
  ) -> [RetrofitPart] {
    var result: [RetrofitPart] = []
    for isFlexible in [false, true] {
      for isSaving in [false, true] {
        let share =
          (isFlexible ? flexibility.share : 1 - flexibility.share)
          * (isSaving ? energySaving.share : 1 - energySaving.share)
        guard share > 0 else { continue }
        result.append(
          RetrofitPart(
            name: share == 1 ? nil : partName(isFlexible: isFlexible, isSaving: isSaving),
            share: share,
            minimumOutput: isFlexible ? flexibility.minimumOutput : before.minimumOutput,
            ramp: isFlexible ? flexibility.ramp : before.ramp,
            saving: isSaving ? energySaving.saving : 0
          )
        )
      }
    }
    return result
  }

  private static func partName(isFlexible: Bool, isSaving: Bool) -> String {
    switch (isFlexible, isSaving) {
    case (false, false): "original"
    case (true, false): "retrofitted"
    case (false, true): "energy-saving"
    case (true, true): "retrofitted-energy-saving"
    }
  }
}
