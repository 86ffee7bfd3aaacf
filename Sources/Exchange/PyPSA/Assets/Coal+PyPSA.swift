import GridFormulation

/// Each part of a cluster is a generator with linear commitment.
extension Coal: PyPSAAsset {
  func map(in mapping: inout PyPSAMapping) {
    for part in thermalUnits(in: mapping.setting) {
      part.map(carrier: facts.technology, in: &mapping)
    }
  }
}
