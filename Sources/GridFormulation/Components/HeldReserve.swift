/// The reserve that a unit holds, and what of its ramps that takes.
///
/// Reserve is called within the hour, on top of what the schedule changes from the hour before. Where the
/// policy lets both share the ramp, output and upward reserve together rise no further than the ramp allows,
/// and likewise downward. All the room of a unit that no ramp limits takes nothing of it and is not noted.
struct HeldReserve {
  /// Whether reserve and the hour's change of output share the ramp.
  let sharesRamp: Bool
  private(set) var up = HourlySum()
  private(set) var down = HourlySum()

  init(sharesRamp: Bool) { self.sharesRamp = sharesRamp }

  /// The reserve that shares the ramp up.
  var climbing: HourlySum { sharesRamp ? up : HourlySum() }
  /// The reserve that shares the ramp down.
  var falling: HourlySum { sharesRamp ? down : HourlySum() }

  /// Notes what is held.
  mutating func take(_ direction: ReserveDirection, _ held: HourlySum) {
    switch direction {
    case .up: up = held
    case .down: down = held
    }
  }
}
