import GridFormulation
import Tables

/// Wind farms deliver what the wind offers, less what is curtailed.
extension Wind: CheckedAsset {
  func check(in examination: inout Examination) {
    RenewableCheck(
      owner: owner,
      capacity: capacity.megawatts,
      availability: examination.values(of: availability),
      curtailableShare: curtailableShare,
      variableCost: variableCost,
      tieBreak: kind == .offshore ? .offshoreWind : .onshoreWind,
      providesReserve: providesReserve
    ).run(in: &examination)
  }
}

/// PV delivers what the sun offers, less what is curtailed.
extension Solar: CheckedAsset {
  func check(in examination: inout Examination) {
    RenewableCheck(
      owner: owner,
      capacity: capacity.megawatts,
      availability: examination.values(of: availability),
      curtailableShare: curtailableShare,
      variableCost: variableCost,
      tieBreak: kind == .distributed ? .distributedSolar : .centralSolar,
      providesReserve: providesReserve
    ).run(in: &examination)
  }
}

/// The rules that wind and PV share.
private struct RenewableCheck {
  let owner: Owner
  let capacity: Double
  let availability: [Double]
  let curtailableShare: Double
  let variableCost: Double
  let tieBreak: TieBreak
  let providesReserve: Bool

  func run(in examination: inout Examination) {
    guard capacity > 0 else { return }
    let size = 1 + capacity
    let offered = availability.map { capacity * $0 }
    let kept = 1 - curtailableShare
    let power = examination.injection(of: owner)
    let available = examination.series(.available, of: owner)
    let curtailed = examination.series(.curtailed, of: owner)
    examination.identify("available", of: owner, size: size) { available[$0] - offered[$0] }
    examination.identify("curtailed", of: owner, size: size) {
      offered[$0] - power[$0] - curtailed[$0]
    }
    examination.require("delivered range", of: owner, size: size) { step in
      larger(kept * offered[step] - power[step], power[step] - offered[step])
    }
    examination.add(power, to: \.windAndSolar, of: owner)
    examination.ledger.charge(.operation, of: owner.name, price: variableCost, for: power)
    examination.ties.add(tieBreak, of: owner.name, power)
    examination.note(
      Margin(
        owner: owner,
        name: "output",
        size: size,
        amounts: power,
        lower: offered.map { kept * $0 },
        upper: offered,
        costs: examination.constant(variableCost),
        gains: [examination.gain(inZone: owner.zone, examination.constant(1))]
          + examination.reserveGains(ofWeatherIn: owner.zone, holdsReserve: providesReserve)
      )
    )
    guard providesReserve else { return }
    if examination.setting.reserve(in: owner.zone).isRequired(.up) {
      let held = examination.reserve(.up, of: owner)
      examination.identify("reserve up", of: owner, size: size) {
        held[$0] - offered[$0] + power[$0]
      }
    }
    if examination.setting.reserve(in: owner.zone).isRequired(.down) {
      let held = examination.reserve(.down, of: owner)
      examination.identify("reserve down", of: owner, size: size) {
        held[$0] - power[$0] + kept * offered[$0]
      }
    }
  }
}
