import Tables

extension Coal {
  package func complaints(in setting: Setting) -> [Complaint] {
    let isAllFlexible = flexibilityShare == 1
    var result = commitmentComplaints(
      least: isAllFlexible ? minimumOutputRetrofitted : minimumOutput,
      start: startOutput,
      stop: shutdownOutput
    )
    if flexibilityShare > 0, minimumOutputRetrofitted > minimumOutput {
      result.append(
        Complaint(
          "minimum_output_retrofitted_pu",
          "must not exceed minimum_output_pu (\(minimumOutput)): a retrofit lowers the minimum",
          fix: "Swap the two, or set retrofit_share_pu to 0."
        )
      )
    }
    return result
      + captureComplaints(
        fuel: fuel,
        fuelPerGross: coalRate / 1000 * (1 - ownUse),
        ownUse: ownUse,
        in: setting
      )
  }
}
