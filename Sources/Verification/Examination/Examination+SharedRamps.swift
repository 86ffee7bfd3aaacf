import GridFormulation

extension Examination {
  /// The reserve of an owner that shares its ramps, before own use; none where the policy keeps them apart.
  mutating func sharedReserve(
    of owner: Owner,
    isHeld: Bool,
    ownUse: Double = 0
  ) -> (up: [Double], down: [Double]) {
    let policy = setting.reserve(in: owner.zone)
    let none = [Double](repeating: 0, count: hours)
    guard isHeld, policy.sharesRamp else { return (none, none) }
    let up = policy.isRequired(.up) ? series(.reserveUp, of: owner) : none
    let down = policy.isRequired(.down) ? series(.reserveDown, of: owner) : none
    return (up.map { $0 / (1 - ownUse) }, down.map { $0 / (1 - ownUse) })
  }
}
