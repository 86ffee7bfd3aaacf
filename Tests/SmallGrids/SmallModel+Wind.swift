import GridFormulation
import Tables

extension SmallModel {
  /// 60 MW of wind in the first of two hours, 40 MW of load in both, coal at 100 and a store with dear wear.
  ///
  /// The cheapest schedule curtails 20 of 60 MWh: wear of 200 is dearer than coal at 100.
  package static func windyHour(store megawatts: Double) -> SmallModel {
    var model = SmallModel(load: [40, 40])
    let wind = model.series("wind", [1, 0])
    model.addPlainCoal()
    model.add(Wind.self) {
      ($0.name, $0.capacity, $0.availability) = ("wind", Power(megawatts: 60), wind)
    }
    model.add(Battery.self) {
      $0.name = "store"
      ($0.power, $0.energy) = (Power(megawatts: megawatts), Energy(megawattHours: 100))
      ($0.chargingEfficiency, $0.dischargingEfficiency, $0.selfDischarge) = (1, 1, 0)
      ($0.wear, $0.startLevel, $0.endRule) = (200, 0, .equalStart)
    }
    return model
  }
}
