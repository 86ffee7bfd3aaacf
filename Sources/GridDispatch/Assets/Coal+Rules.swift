import Grid

extension Coal {
  package var fuelName: String? { fuel }

  package func unknownNames(in setting: Setting) -> [Complaint] {
    setting.complaints(aboutFuel: fuel, field: "fuel")
  }

  package func complaints(in setting: Setting) -> [Complaint] {
    let isAllFlexible = flexibilityShare == 1
    let lowest = isAllFlexible ? minimumOutputRetrofitted : minimumOutput
    let rules: [(isBroken: Bool, complaint: Complaint)] = [
      (
        flexibilityShare > 0 && minimumOutputRetrofitted > minimumOutput,
        Complaint(
          "minimum_output_retrofitted_pu",
          "must not exceed minimum_output_pu (\(minimumOutput)): a retrofit lowers the minimum",
          mend: "Swap the two, or set retrofit_share_pu to 0."
        )
      ),
      (
        (startOutput ?? 1) < lowest,
        Complaint(
          "start_output_pu",
          "must not lie below the minimum stable output",
          mend: "Leave it empty to start at the minimum."
        )
      ),
      (
        shutdownOutput < lowest,
        Complaint(
          "shutdown_output_pu",
          "must not lie below the minimum stable output",
          mend: "Write 1 where a unit may stop from any output."
        )
      ),
      (
        maintenanceShare > 0 && maintenance.isEmpty,
        Complaint(
          "maintenance_share_pu",
          "has no effect without dates of maintenance",
          mend: "Fill in the column maintenance.",
          severity: .warning
        )
      ),
    ]
    return rules.filter(\.isBroken).map(\.complaint)
      + captureComplaints(
        fuel: fuel,
        fuelPerGross: coalRate / 1000 * (1 - ownUse),
        ownUse: ownUse,
        in: setting
      )
  }
}
