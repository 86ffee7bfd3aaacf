import Hourly
import Tables

/// Capture of CO2 at thermal units, with the power and the money that it takes.
///
/// With E the CO2 that the fuel burnt in the hour gives, c what of it is captured and p the net power:
///
///     c[t] = κ·E[t]                        captured; flexible: 0 ≤ c[t] ≤ κ·E[t]
///     x[t] = E[t] − c[t]                   emitted: what goals, the carbon price and reports count
///     p[t] = (1−own use)·gross[t] − ω·c[t]
///     cost[t] = ς·c[t]                     solvent, transport and storage
///
/// A cluster with a share of its units fitted is two groups of units, as with a retrofit. Capture that is not
/// flexible needs no column.
///
/// symbol | property | unit | default | source
/// --- | --- | --- | --- | ---
/// κ | `rate` | pu | 0.9 | usual design of post-combustion capture (Rubin, Davis and Herzog 2015)
/// ω | `energy` | MWh/t | 0.3 | assumed; a fifth of the net output at κ = 0.9, as Rubin et al. 2015 tell of coal units
/// ς | `cost` | currency/t | 100 | assumed; Yang et al. 2022 have 165 to 219 CNY/t about 2030, energy included
package struct CarbonCapture: Sendable, Hashable {
  /// Share of the units that are fitted.
  package var share = 0.0
  /// Share κ of the CO2 that a fitted unit can capture.
  package var rate = 0.9
  /// Power ω that a tonne captured takes, MWh.
  package var energy = 0.3
  /// Cost ς of a tonne captured, its power apart.
  package var cost = 100.0
  /// Whether what is captured is decided hour by hour.
  package var isFlexible = false

  package init() {}

  /// Splits the CO2 of the fuel burnt into what is captured and what is emitted.
  ///
  /// - Parameters:
  ///   - produced: CO2 of the fuel burnt, t an hour.
  ///   - most: The most that it can be, t an hour.
  ///   - desk: Where it writes.
  /// - Returns: What is captured, t an hour.
  func formulate(
    _ produced: HourlySum,
    most: HourlyValue,
    in desk: inout Desk
  ) -> HourlySum {
    var captured = rate * produced
    if isFlexible {
      let chosen = desk.variable("captured", to: rate * most)
      desk.require("capture rate", chosen <= captured)
      captured = chosen
    }
    desk.record(.carbonCaptured, captured)
    desk.charge(.carbonStorage, .constant(cost), for: captured)
    return captured
  }
}

/// An asset whose units can capture CO2.
package protocol Capturing: Asset {
  /// How they capture it.
  var capture: CarbonCapture { get set }
}

extension Column where Kind: Capturing {
  /// The columns of an asset whose units can capture CO2.
  package static var capture: [Column] {
    [
      Column(
        "capture_share_pu",
        \.capture.share,
        in: 0...1,
        limit: .none(.conversion),
        "Share of units that capture CO2."
      ),
      Column(
        "capture_rate_pu",
        \.capture.rate,
        in: 0...1,
        limit: .none(.conversion),
        "Share of its CO2 that a fitted unit captures."
      ),
      Column(
        "capture_energy_mwh_per_t",
        \.capture.energy,
        in: 0...2,
        unit: .megawattHour.per(.tonne),
        limit: .none(.conversion),
        "Power that a tonne captured takes."
      ),
      Column(
        "capture_cost_per_t",
        \.capture.cost,
        in: 0...10_000,
        unit: .money(per: .tonne),
        limit: .none(.price),
        "Solvent, transport and storage of a tonne captured."
      ),
      Column(
        "capture_flexible",
        \.capture.isFlexible,
        limit: .none(.conversion),
        "Whether what is captured is decided hour by hour; otherwise it is all that can be."
      ),
    ]
  }
}

extension Capturing {
  /// What is wrong with the capture of units that burn so much fuel a gross MWh, tce.
  package func captureComplaints(
    fuel name: String,
    fuelPerGross: Double,
    ownUse: Double,
    in setting: Setting
  ) -> [Complaint] {
    guard capture.share > 0, let fuel = setting.fuel(named: name) else { return [] }
    if fuel.carbonPerTonne == 0 {
      return [
        Complaint(
          "capture_share_pu",
          "has no effect: the fuel \(name) holds no CO2",
          fix: "Write the co2 of the fuel, or set capture_share_pu to 0.",
          severity: .warning
        )
      ]
    }
    let taken = capture.energy * capture.rate * fuel.carbonPerTonne * fuelPerGross
    guard taken >= 1 - ownUse else { return [] }
    return [
      Complaint(
        "capture_energy_mwh_per_t",
        "takes more power than the units give (\(NumberText.fixed(taken, decimals: 2)) MWh a gross MWh)",
        fix: "Write MWh per tonne captured, usually 0.2 to 0.4."
      )
    ]
  }
}
