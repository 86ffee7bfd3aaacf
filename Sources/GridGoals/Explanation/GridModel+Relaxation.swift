import GridFormulation
import Hourly
import Tables

extension GridModel {
  /// The grid without a class of limits; nil where it has none of them.
  func relaxed(_ cause: PhysicalCause) -> GridModel? {
    let changed = assets.map { $0.relaxed(cause) }
    var setting = setting
    let isSettingChanged = setting.relax(cause)
    guard isSettingChanged || changed.contains(where: { $0 != nil }) else { return nil }
    let relaxed = zip(assets, changed).map { $1 ?? $0 }
    return GridModel(
      setting: setting,
      assets: relaxed,
      goals: goals,
      options: options,
      issues: [],
      resolved: []
    )
  }
}

extension Setting {
  /// Takes a class of limits out of the setting; false where it has none.
  fileprivate mutating func relax(_ cause: PhysicalCause) -> Bool {
    let before = zones.map(\.reserve)
    for index in zones.indices {
      switch cause {
      case .reserve: zones[index].reserve.dropRequirements()
      case .synchronous: zones[index].reserve.dropSynchronous()
      default: return relaxHeat(cause)
      }
    }
    return zip(before, zones).contains { $0 != $1.reserve }
  }

  private mutating func relaxHeat(_ cause: PhysicalCause) -> Bool {
    guard cause == .heatingFloor, !heatZones.isEmpty else { return false }
    for index in heatZones.indices { heatZones[index].demand = .constant(0) }
    return true
  }
}
