import GridDispatch
import GridFormulation
import Hourly
import Tables

/// Units with a deep-peak baseline, by the hour.
struct RegulatedUnits {
  let owner: Owner
  /// Gross output, MW.
  let gross: [Double]
  /// The output below which each tier begins, MW.
  let baselines: [[Double]]
  /// One plus the capacity.
  let size: Double

  /// Output forgone within a tier in an hour: between its baseline and the next one below.
  func forgone(within tier: Int, at step: Int) -> Double {
    let bottom = tier + 1 < baselines.count ? baselines[tier + 1][step] : 0
    return max(0, baselines[tier][step] - max(gross[step], bottom))
  }
}
