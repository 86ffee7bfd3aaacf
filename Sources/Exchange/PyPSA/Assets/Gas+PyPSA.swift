import GridFormulation

/// A cluster is a generator with linear commitment.
extension Gas: PyPSAAsset {
  func map(in mapping: inout PyPSAMapping) {
    thermalUnits(in: mapping.setting).map(carrier: facts.technology, in: &mapping)
  }
}
