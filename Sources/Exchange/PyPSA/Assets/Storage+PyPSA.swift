import GridFormulation
import Tables

/// A store of any kind as a storage unit.
extension Storage: PyPSAAsset {
  func map(in mapping: inout PyPSAMapping) {
    guard dischargingCapacity.megawatts > 0 else { return }
    storageUnit(in: mapping.setting).map(carrier: carrier ?? kind.rawValue, in: &mapping)
    if expansion.isExpandable {
      mapping.leaveOut("expandable", of: name, "The network runs the capacity that is there.")
    }
  }
}
