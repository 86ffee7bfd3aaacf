import Tables

/// What joins several columns of `chp.csv`.
extension Chp {
  package func complaints(in setting: Setting) -> [Complaint] {
    (regionRules + retrofitRules).filter(\.isBroken).map(\.complaint)
      + commitmentComplaints(
        least: parts.map(\.region.leastSteam).min() ?? 0,
        start: startOutput,
        stop: shutdownOutput
      )
      + captureComplaints(
        fuel: fuel,
        fuelPerGross: fuelRate / 1000 * (1 - ownUse),
        ownUse: ownUse,
        in: setting
      )
  }

  private typealias Rule = (isBroken: Bool, complaint: Complaint)

  /// The region is told once, and no output goes beyond the capacity.
  private var regionRules: [Rule] {
    let besideCorners: [(String, Bool)] = [
      ("minimum_output_pu", minimumOutput != nil), ("heat_capacity_pu", heatCapacity != nil),
      ("backpressure_power_per_heat", backpressure != nil),
      ("turbine", turbine != .extraction),
      ("retrofit_share_pu", flexibilityShare > 0), ("cutout_share_pu", cutoutShare > 0),
    ]
    let most = region(minimum: minimumOutput ?? 0.5, isCutOut: false).mostSteam
    return besideCorners.map { field, isGiven in
      (
        corners != nil && isGiven,
        Complaint(
          field,
          "has no effect beside region, which says all of the units",
          fix: "Leave it out, or give heat_capacity_pu, power_loss_per_heat and "
            + "backpressure_power_per_heat in place of region."
        )
      )
    } + [
      (
        corners != nil && most > 1 + 1e-9,
        Complaint(
          "region",
          "goes beyond the steam of rated output: power + power_loss_per_heat·heat reaches "
            + NumberText.shortest((1000 * most).rounded() / 1000),
          fix: "Lower power or heat of that corner, or power_loss_per_heat."
        )
      ),
      (
        corners == nil && turbine == .backpressure && backpressure == 0,
        Complaint(
          "backpressure_power_per_heat",
          "must be above 0 for back-pressure units",
          fix: "Write the power per heat, such as 0.4."
        )
      ),
      (
        corners == nil && turbine == .backpressure && (heatCapacity != nil || powerLoss != nil),
        Complaint(
          heatCapacity != nil ? "heat_capacity_pu" : "power_loss_per_heat",
          "has no effect on back-pressure units, whose heat follows power",
          fix: "Leave it out, or write turbine extraction."
        )
      ),
    ]
  }

  private var retrofitRules: [Rule] {
    [
      (
        flexibilityShare > 0 && minimumOutputRetrofitted > minimumOutput ?? 0.5,
        Complaint(
          "minimum_output_retrofitted_pu",
          "must not exceed minimum_output_pu: a retrofit lowers the minimum",
          fix: "Swap the two, or set retrofit_share_pu to 0."
        )
      ),
      (
        cutoutShare > 0 && turbine == .backpressure,
        Complaint(
          "cutout_share_pu",
          "back-pressure units have no low-pressure cylinder to cut out",
          fix: "Set it to 0, or write turbine extraction."
        )
      ),
      (
        cutoutShare > 0 && corners == nil
          && (cutoutHeatCapacity < heatCapacity ?? 1 || cutoutBackpressure > backpressure ?? 0.55),
        Complaint(
          "cutout_heat_capacity_pu",
          "must widen the region: no less heat than heat_capacity_pu, no more power per heat than "
            + "backpressure_power_per_heat",
          fix: "Raise cutout_heat_capacity_pu or lower cutout_power_per_heat."
        )
      ),
    ]
  }
}
