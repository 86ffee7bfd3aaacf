import Tables

extension Battery {
  package func complaints(in setting: Setting) -> [Complaint] {
    var found: [Complaint] = []
    if power.megawatts > 0, energy.megawattHours == 0 {
      found.append(
        Complaint(
          "energy_mwh",
          "must hold energy where there is power",
          fix: "Write the usable energy, such as 2 h or 4 h times power_mw."
        )
      )
    }
    return found + complaintsAboutPlace
  }

  /// Columns that say where it stands and do not fit each other.
  private var complaintsAboutPlace: [Complaint] {
    if place != .generation, !beside.isEmpty {
      return [
        Complaint(
          "beside",
          "names a plant, but `place` is \(place.rawValue)",
          fix: "Write `place` as generation, or leave `beside` empty."
        )
      ]
    }
    var found: [Complaint] = []
    if place == .generation, beside.isEmpty {
      found.append(
        Complaint(
          "place",
          "is beside a plant that nothing names, so it charges and discharges at the grid",
          fix: "Name the plant in `beside`, or write `place` as grid.",
          severity: .warning
        )
      )
    }
    let idle = [
      ("charges_from_grid", chargesFromGrid && plant == nil, "beside a plant named in `beside`"),
      ("connection_mw", connection != nil && plant == nil, "beside a plant named in `beside`"),
      ("counts_in_peak_response", countsInResponse && place != .user, "where `place` is user"),
    ]
    for (field, hasNoEffect, condition) in idle where hasNoEffect {
      found.append(
        Complaint(
          field,
          "has an effect only \(condition)",
          fix: "Correct `place` and `beside`, or leave it empty.",
          severity: .warning
        )
      )
    }
    return found
  }

  package func complaints(among assets: [any Asset], in setting: Setting) -> [Complaint] {
    let connection = PlantConnection.all(of: assets).first { $0.plant.name == plant }
    return connection?.complaints(about: self) ?? []
  }
}
