import GridFormulation
import Hourly
import Tables

extension SmallModel {
  /// The model with a series `first hour` that is 1 there and 0 after it.
  package func withFirstHourOnly() -> SmallModel {
    var changed = self
    _ = changed.series("first hour", setting.horizon.steps.map { $0 == 0 ? 1 : 0 })
    return changed
  }
}
