import Foundation

/// What a PV panel would give under a clear sky, per unit, at one place.
///
/// A panel facing south at latitude tilt, whose clocks show UTC+8:
/// ```
/// sin h = sin φ · sin δ + cos φ · cos δ · cos ω
/// y = 0.76^(1 / sin h) · cos δ · cos ω + 0.12 · sin h
/// ```
/// h height of the sun, φ latitude, δ declination (Cooper 1969), ω hour angle. The beam's
/// transmission 0.76 and the diffuse share 0.12 are fixed; the clearness table, fitted to the
/// same curve, carries whatever they leave out.
enum ClearSky {
  /// Below this the clearness is not known and the curve's own value is used.
  static let dark = 0.08

  static func series(latitude: Double, longitude: Double) -> [Double] {
    let phi = latitude * .pi / 180
    let ahead = (longitude - 120) / 15
    var values: [Double] = []
    values.reserveCapacity(8760)
    for day in 1...365 {
      let declination = -23.44 * .pi / 180 * cos(2 * .pi * Double(day + 10) / 365)
      for hour in 0..<24 {
        let angle = (Double(hour) + 0.5 + ahead - 12) * 15 * .pi / 180
        let incidence = cos(declination) * cos(angle)
        let height = sin(phi) * sin(declination) + cos(phi) * incidence
        guard height > 0 else {
          values.append(0)
          continue
        }
        let beam = pow(0.76, 1 / max(height, 0.05)) * max(incidence, 0)
        values.append(beam + 0.12 * height)
      }
    }
    return values
  }
}
