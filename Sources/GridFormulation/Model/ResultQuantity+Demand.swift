extension ResultQuantity {
  /// Water that a plant of a cascade lets go.
  public static let released = Self(
    "released",
    "mw",
    "water let go to the next plant, as power of this one"
  )
  /// Load that a bundle of loads calls off the grid.
  public static let aggregated = Self("aggregated", "mw", "load that a bundle calls off the grid")
  /// Output of a plant behind a meter.
  public static let captiveOutput = Self(
    "captive_output",
    "mw",
    "output of a plant behind the meter, after own use"
  )
  /// Hydrogen made.
  public static let hydrogenMade = Self(
    "hydrogen_made",
    "mwh",
    "hydrogen made, lower heating value"
  )
  /// Hydrogen in tanks at the hour's end.
  public static let storedHydrogen = Self(
    "stored_hydrogen",
    "mwh",
    "hydrogen in tanks, and made for what is due, at the hour's end"
  )
  /// Hydrogen that was due and not delivered.
  public static let unmetHydrogen = Self(
    "unmet_hydrogen",
    "mwh",
    "hydrogen that was due and not delivered"
  )
  /// Water used to make a product.
  public static let waterUsed = Self("water_used", "m3", "water used to make hydrogen")
  /// Fresh water made.
  public static let waterMade = Self("water_made", "m3", "fresh water made")
  /// Fresh water in basins at the hour's end.
  public static let storedWater = Self(
    "stored_water",
    "m3",
    "fresh water in basins, and made for what is due, at the hour's end"
  )
  /// Fresh water that was due and not delivered.
  public static let unmetWater = Self(
    "unmet_water",
    "m3",
    "fresh water that was due and not delivered"
  )
}
