/// What a series of the schedule holds, with its unit; its file name is `<name>_<unit>.csv`.
public struct ResultQuantity: Sendable, Hashable {
  /// The field's term, in lower case with underscores.
  public let name: String
  /// The unit as it stands in the file name.
  public let unit: String
  /// One line for the reader of the result folder.
  public let summary: String

  /// The stem of the series file, such as `power_mw`.
  public var stem: String { name + "_" + unit }

  package init(_ name: String, _ unit: String, _ summary: String) {
    self.name = name
    self.unit = unit
    self.summary = summary
  }
}

extension ResultQuantity {
  /// Net injection at the terminals; charging, pumping and export are negative.
  public static let power = Self("power", "mw", "net injection at the terminals after own use")
  /// What wind, sun or water would have given.
  public static let available = Self("available", "mw", "output that the weather offered")
  /// Offered and not taken.
  public static let curtailed = Self("curtailed", "mw", "available output that was not delivered")
  /// Capacity of the units that run.
  public static let online = Self("online", "mw", "gross capacity online")
  /// Capacity started in the hour.
  public static let started = Self("started", "mw", "gross capacity started in the hour")
  /// Output at the generator, before own use.
  public static let gross = Self("gross_power", "mw", "output at the generator before own use")
  /// Fuel burnt for output and starts.
  public static let fuel = Self("fuel", "tce", "fuel burnt in the hour, starts included")
  /// CO2 emitted by the fuel burnt, less what is captured.
  public static let carbonDioxide = Self(
    "co2",
    "t",
    "CO2 emitted in the hour, less what is captured"
  )
  /// CO2 captured.
  public static let carbonCaptured = Self("co2_captured", "t", "CO2 captured in the hour")
  /// SO2 emitted.
  public static let sulphurDioxide = Self("so2", "kg", "SO2 emitted in the hour")
  /// Nitrogen oxides emitted.
  public static let nitrogenOxides = Self("nox", "kg", "nitrogen oxides emitted in the hour")
  /// Output forgone below the baseline of a deep-peak tier, counted from 1.
  public static func deepTier(_ number: Int) -> Self {
    Self(
      "deep_tier_\(number)",
      "mw",
      "output forgone below the baseline of deep-peak tier \(number)"
    )
  }
  /// The output below which the first deep-peak tier begins.
  public static let deepPeakBaseline = Self(
    "deep_peak_baseline",
    "mw",
    "gross output below which the first deep-peak tier begins"
  )
  /// Output within a piece of a cost curve, counted from 1.
  public static func costStep(_ number: Int) -> Self {
    Self("cost_step_\(number)", "mw", "output within piece \(number) of the cost curve")
  }
  /// Stored energy at the end of the hour.
  public static let storedEnergy = Self("stored_energy", "mwh", "stored energy at the hour's end")
  /// Stored energy before the first hour where it is a decision; the same number in every hour.
  public static let storedAtStart = Self(
    "stored_energy_at_start",
    "mwh",
    "stored energy before the first hour"
  )
  /// Power taken into a store.
  public static let charging = Self("charging", "mw", "power taken in by a store")
  /// Power given by a store.
  public static let discharging = Self("discharging", "mw", "power given by a store")
  /// Water or energy let go unused.
  public static let spilled = Self("spilled", "mw", "inflow let go unused, as power")
  /// Reserve up held by an asset.
  public static let reserveUp = Self("reserve_up", "mw", "upward reserve held")
  /// Reserve down held by an asset.
  public static let reserveDown = Self("reserve_down", "mw", "downward reserve held")
  /// Load, with the network's loss on what of it is served.
  public static let demand = Self(
    "demand",
    "mw",
    "load, and the network's loss on what of it is served"
  )
  /// Load that was not served.
  public static let unserved = Self("unserved", "mw", "load that was not served, without losses")
  /// Reserve requirement.
  public static let reserveUpRequired = Self("reserve_up_required", "mw", "upward reserve required")
  /// Reserve requirement.
  public static let reserveDownRequired = Self(
    "reserve_down_required",
    "mw",
    "downward reserve required"
  )
  /// Synchronous capacity that runs in a zone.
  public static let synchronous = Self(
    "synchronous",
    "mw",
    "synchronous capacity online in the zone"
  )
  /// Upward reserve held by all assets of a zone.
  public static let reserveUpHeld = Self(
    "reserve_up_held",
    "mw",
    "upward reserve held by all assets of the zone"
  )
  /// Downward reserve held by all assets of a zone.
  public static let reserveDownHeld = Self(
    "reserve_down_held",
    "mw",
    "downward reserve held by all assets of the zone"
  )
  /// Reserve that could not be held.
  public static let reserveUpShort = Self("reserve_up_short", "mw", "upward reserve not held")
  /// Reserve that could not be held.
  public static let reserveDownShort = Self("reserve_down_short", "mw", "downward reserve not held")
  /// Marginal cost of demand.
  public static let price = Self("price", "per_mwh", "change in cost per MWh more demand")
  /// Marginal cost of upward reserve.
  public static let reserveUpPrice = Self(
    "reserve_up_price",
    "per_mw",
    "change in cost per MW more upward reserve in the hour"
  )
  /// Marginal cost of downward reserve.
  public static let reserveDownPrice = Self(
    "reserve_down_price",
    "per_mw",
    "change in cost per MW more downward reserve in the hour"
  )
  /// Load called off the grid.
  public static let called = Self("called", "mw", "interruptible load called off the grid")
  /// Load whose calling begins in the hour.
  public static let callStarted = Self("call_started", "mw", "interruptible load newly called")
  /// Load put off to a later hour.
  public static let deferred = Self("deferred", "mw", "load put off to a later hour")
  /// Load put off earlier and served now.
  public static let recovered = Self("recovered", "mw", "load put off earlier and served now")
  /// Load put off and not yet served.
  public static let backlog = Self("backlog", "mwh", "load put off and not yet served")
  /// Load drawn less than the baseline.
  public static let reduced = Self("reduced", "mw", "load drawn less than the baseline")
  /// Power that a flexible load draws.
  public static let consumption = Self("consumption", "mw", "power that a flexible load draws")
  /// Power bought from outside.
  public static let imported = Self("imported", "mw", "power bought from outside")
  /// The renewable part of what is bought.
  public static let importedRenewable = Self(
    "imported_renewable",
    "mw",
    "renewable part of what is bought from outside"
  )
  /// Hydropower in what is bought.
  public static let importedHydro = Self(
    "imported_hydro",
    "mw",
    "hydropower in what is bought from outside"
  )
  /// Power sold to the outside.
  public static let exported = Self("exported", "mw", "power sold to the outside")
  /// Power on a corridor or line.
  public static let flow = Self("flow", "mw", "power sent from the first zone to the second, net")
  /// Power lost on a line.
  public static let lost = Self("lost", "mw", "power lost on a line, half at each end")
  /// Power that a zone sends into a corridor.
  public static let sent = Self("sent", "mw", "power sent into a corridor by the zone at its end")
  /// Power that a zone takes from a corridor.
  public static let received = Self(
    "received",
    "mw",
    "power received from a corridor by the zone at its end"
  )
}
