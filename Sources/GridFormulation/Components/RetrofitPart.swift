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
  /// Whether its units had energy-saving retrofit.
  let isSaving: Bool
  /// Relative cut of the coal rate.
  let saving: Double
  /// Whether its CO2 is captured.
  let isCapturing: Bool

  /// A cluster by its flexibility and its energy-saving retrofit and by capture of its CO2; the three fall
  /// on units independently.
  ///
  /// Parts that hold no units are left out.
  static func parts(
    flexibility: (share: Double, minimumOutput: Double, ramp: Double),
    before: (minimumOutput: Double, ramp: Double),
    energySaving: (share: Double, saving: Double),
    captureShare: Double = 0
  ) -> [RetrofitPart] {
    var result: [RetrofitPart] = []
    for isCapturing in [false, true] {
      for isFlexible in [false, true] {
        for isSaving in [false, true] {
          let share =
            (isFlexible ? flexibility.share : 1 - flexibility.share)
            * (isSaving ? energySaving.share : 1 - energySaving.share)
            * (isCapturing ? captureShare : 1 - captureShare)
          guard share > 0 else { continue }
          let name = partName(
            isFlexible: isFlexible,
            isSaving: isSaving,
            isCapturing: isCapturing
          )
          result.append(
            RetrofitPart(
              name: share == 1 ? nil : name,
              share: share,
              minimumOutput: isFlexible ? flexibility.minimumOutput : before.minimumOutput,
              ramp: isFlexible ? flexibility.ramp : before.ramp,
              isSaving: isSaving,
              saving: isSaving ? energySaving.saving : 0,
              isCapturing: isCapturing
            )
          )
        }
      }
    }
    return result
  }

  private static func partName(isFlexible: Bool, isSaving: Bool, isCapturing: Bool) -> String {
    let words = [
      isFlexible ? "retrofitted" : nil, isSaving ? "energy-saving" : nil,
      isCapturing ? "capture" : nil,
    ].compactMap { $0 }
    return words.isEmpty ? "original" : words.joined(separator: "-")
  }
}
