/// What is told of flexible loads and products.
extension ResultQuantity {
  /// Load called off the grid.
  public static let called = Self(
    "called",
    "mw",
    "interruptible load called off the grid",
    chinese: "可中断负荷调用功率",
    sign: .notNegative,
    when: "of interruptible loads"
  )
  /// Load whose calling begins in the hour.
  public static let callStarted = Self(
    "call_started",
    "mw",
    "interruptible load newly called",
    chinese: "本时段新调用功率",
    sign: .notNegative,
    when: "of interruptible loads and bundles whose calls are counted"
  )
  /// Load put off to a later hour.
  public static let deferred = Self(
    "deferred",
    "mw",
    "load put off to a later hour",
    chinese: "转移出负荷",
    sign: .notNegative,
    when: "of shiftable loads"
  )
  /// Load put off earlier and served now.
  public static let recovered = Self(
    "recovered",
    "mw",
    "load put off earlier and served now",
    chinese: "补充用电功率",
    sign: .notNegative,
    when: "of shiftable loads"
  )
  /// Load put off and not yet served.
  public static let backlog = Self(
    "backlog",
    "mwh",
    "load put off and not yet served",
    chinese: "待补电量",
    sign: .notNegative,
    when: "of shiftable loads, at the end of the hour"
  )
  /// Load drawn less than the baseline.
  public static let reduced = Self(
    "reduced",
    "mw",
    "load drawn less than the baseline",
    chinese: "压减负荷",
    sign: .notNegative,
    when: "of price-responsive loads, industry and captive plants"
  )
  /// Power that a flexible load draws.
  public static let consumption = Self(
    "consumption",
    "mw",
    "power that a flexible load draws",
    chinese: "用电功率",
    sign: .notNegative,
    when: "of industry, hydrogen and desalination"
  )
  /// Water that a plant of a cascade lets go.
  public static let released = Self(
    "released",
    "mw",
    "water let go to the next plant, as power of this one",
    chinese: "下泄水量(折电力)",
    sign: .notNegative,
    when: "of hydropower with a plant below it in a cascade"
  )
  /// Load that a bundle of loads calls off the grid.
  public static let aggregated = Self(
    "aggregated",
    "mw",
    "load that a bundle calls off the grid",
    chinese: "虚拟电厂调用功率",
    sign: .notNegative,
    when: "of virtual power plants"
  )
  /// Output of a plant behind a meter.
  public static let captiveOutput = Self(
    "captive_output",
    "mw",
    "output of a plant behind the meter, after own use",
    chinese: "自备电厂出力",
    sign: .notNegative,
    when: "of captive plants"
  )
  /// Hydrogen made.
  public static let hydrogenMade = Self(
    "hydrogen_made",
    "mwh",
    "hydrogen made, lower heating value",
    chinese: "制氢量(低位热值)",
    sign: .notNegative,
    when: "of hydrogen plants"
  )
  /// Hydrogen in tanks at the hour's end.
  public static let storedHydrogen = Self(
    "stored_hydrogen",
    "mwh",
    "hydrogen in tanks, and made for what is due, at the hour's end",
    chinese: "储氢量",
    sign: .notNegative,
    when: "of hydrogen plants, at the end of the hour"
  )
  /// Hydrogen that was due and not delivered.
  public static let unmetHydrogen = Self(
    "unmet_hydrogen",
    "mwh",
    "hydrogen that was due and not delivered",
    chinese: "缺氢量",
    sign: .notNegative,
    when: "of hydrogen plants"
  )
  /// Water used to make a product.
  public static let waterUsed = Self(
    "water_used",
    "m3",
    "water used to make hydrogen",
    chinese: "制氢用水量",
    sign: .notNegative,
    when: "of hydrogen plants"
  )
  /// Fresh water made.
  public static let waterMade = Self(
    "water_made",
    "m3",
    "fresh water made",
    chinese: "海水淡化产水量",
    sign: .notNegative,
    when: "of desalination plants"
  )
  /// Fresh water in basins at the hour's end.
  public static let storedWater = Self(
    "stored_water",
    "m3",
    "fresh water in basins, and made for what is due, at the hour's end",
    chinese: "蓄水量",
    sign: .notNegative,
    when: "of desalination plants, at the end of the hour"
  )
  /// Fresh water that was due and not delivered.
  public static let unmetWater = Self(
    "unmet_water",
    "m3",
    "fresh water that was due and not delivered",
    chinese: "缺水量",
    sign: .notNegative,
    when: "of desalination plants"
  )
}
