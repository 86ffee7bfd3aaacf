/// A class of physical limits that can stand between a grid and a goal.
///
/// Each can be relaxed for all assets at once: the limit is then twenty times as wide or gone, nothing else changes.
public enum PhysicalCause: String, Sendable, CaseIterable {
  /// Units that must run for heat, and the heat demand itself.
  case heatingFloor = "heating floor"
  /// What a running unit gives at the least.
  case minimumOutput = "minimum output"
  /// Ramps, start-up and minimum times.
  case ramps = "ramps and minimum times"
  /// Reserve.
  case reserve = "reserve"
  /// The least synchronous capacity.
  case synchronous = "minimum synchronous capacity"
  /// How much stores can hold.
  case storageEnergy = "energy of storage"
  /// How fast stores fill and empty.
  case storagePower = "power of storage"
  /// What corridors, lines and exchanges carry.
  case corridorLimit = "corridor limits"
  /// Fuel and energy limits of a year.
  case fuelLimit = "fuel limits"
  /// How long, how often and at what notice flexible load can be called.
  case callLimits = "limits of calls"
  /// How far flexible load can go up and down, and until when its product is due.
  case loadLimits = "limits of flexible load"

  /// How many times as wide a limit becomes.
  package static let factor = 20.0
}
