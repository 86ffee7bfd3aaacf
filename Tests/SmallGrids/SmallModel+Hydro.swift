import GridFormulation
import Hourly
import Tables

extension SmallModel {
  /// The model with a series of its own.
  package func with(_ name: String, _ values: [Double]) -> SmallModel {
    var changed = self
    _ = changed.series(name, values)
    return changed
  }
}
