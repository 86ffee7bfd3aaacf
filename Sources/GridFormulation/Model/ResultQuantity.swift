/// What a series of the schedule holds, with its unit; its file name is `<name>_<unit>.csv`.
public struct ResultQuantity: Sendable, Hashable {
  /// The field's term, in lower case with underscores.
  public let name: String
  /// The unit as it stands in the file name.
  public let unit: String
  /// One line for the reader of the result folder.
  public let summary: String
  /// The name in Chinese, as planners of grids write it.
  public let chinese: String
  /// What its sign tells.
  public let sign: Sign
  /// Of what it is told, and where it is written.
  public let when: String

  /// What the sign of a quantity tells.
  public enum Sign: Sendable, Hashable {
    /// It is never below zero.
    case notNegative
    /// It may be both, which means this.
    case either(String)
  }

  /// The stem of the series file, such as `power_mw`.
  public var stem: String { name + "_" + unit }

  package init(
    _ name: String,
    _ unit: String,
    _ summary: String,
    chinese: String,
    sign: Sign,
    when: String
  ) {
    (self.name, self.unit, self.summary) = (name, unit, summary)
    (self.chinese, self.sign, self.when) = (chinese, sign, when)
  }
}

extension ResultQuantity {
  /// Net injection at the terminals; charging, pumping and export are negative.
  public static let power = Self(
    "power",
    "mw",
    "net injection at the terminals after own use",
    chinese: "上网功率",
    sign: .either(
      "what is given to the grid is positive; charging, pumping, load and export are negative"
    ),
    when:
      "always; an asset a column, a corridor one at each end (NAME.ZONE), the lines of a zone one together (lines.ZONE)"
  )
  /// What wind, sun or water would have given.
  public static let available = Self(
    "available",
    "mw",
    "output that the weather offered",
    chinese: "可发功率",
    sign: .notNegative,
    when: "of wind, PV and other plants whose output an hourly series bounds"
  )
  /// Offered and not taken.
  public static let curtailed = Self(
    "curtailed",
    "mw",
    "available output that was not delivered",
    chinese: "弃电功率",
    sign: .notNegative,
    when: "of what available_mw tells of"
  )
  /// Capacity of the units that run.
  public static let online = Self(
    "online",
    "mw",
    "gross capacity online",
    chinese: "在线容量",
    sign: .notNegative,
    when:
      "of units that start and stop, where the model has commitment; of the pumps of a store with a least load"
  )
  /// Capacity started in the hour.
  public static let started = Self(
    "started",
    "mw",
    "gross capacity started in the hour",
    chinese: "启动容量",
    sign: .notNegative,
    when: "of units for which a start costs something or is limited"
  )
  /// Output at the generator, before own use.
  public static let gross = Self(
    "gross_power",
    "mw",
    "output at the generator before own use",
    chinese: "毛出力",
    sign: .notNegative,
    when: "of thermal and nuclear units"
  )
  /// Fuel burnt for output and starts.
  public static let fuel = Self(
    "fuel",
    "tce",
    "fuel burnt in the hour, starts included",
    chinese: "耗标煤量",
    sign: .notNegative,
    when: "of plants that burn fuel; a tonne of coal equivalent is 8.141 MWh of heat"
  )
  /// CO2 emitted by the fuel burnt, less what is captured.
  public static let carbonDioxide = Self(
    "co2",
    "t",
    "CO2 emitted in the hour, less what is captured",
    chinese: "二氧化碳排放量",
    sign: .notNegative,
    when: "of plants whose fuel has a CO2 factor"
  )
  /// CO2 captured.
  public static let carbonCaptured = Self(
    "co2_captured",
    "t",
    "CO2 captured in the hour",
    chinese: "二氧化碳捕集量",
    sign: .notNegative,
    when: "of plants with carbon capture"
  )
  /// SO2 emitted.
  public static let sulphurDioxide = Self(
    "so2",
    "kg",
    "SO2 emitted in the hour",
    chinese: "二氧化硫排放量",
    sign: .notNegative,
    when: "of thermal plants"
  )
  /// Nitrogen oxides emitted.
  public static let nitrogenOxides = Self(
    "nox",
    "kg",
    "nitrogen oxides emitted in the hour",
    chinese: "氮氧化物排放量",
    sign: .notNegative,
    when: "of thermal plants"
  )
  /// Output forgone below the baseline of a deep-peak tier, counted from 1.
  public static func deepTier(_ number: Int) -> Self {
    Self(
      "deep_tier_\(number)",
      "mw",
      "output forgone below the baseline of deep-peak tier \(number)",
      chinese: "深度调峰电力(第\(number)档)",
      sign: .notNegative,
      when: "of coal units where the model has deep-peak tiers; a file a tier"
    )
  }
  /// The output below which the first deep-peak tier begins.
  public static let deepPeakBaseline = Self(
    "deep_peak_baseline",
    "mw",
    "gross output below which the first deep-peak tier begins",
    chinese: "深度调峰基准出力",
    sign: .notNegative,
    when: "of coal units where the model has deep-peak tiers"
  )
  /// Output within a piece of a cost curve, counted from 1.
  public static func costStep(_ number: Int) -> Self {
    Self(
      "cost_step_\(number)",
      "mw",
      "output within piece \(number) of the cost curve",
      chinese: "成本曲线第\(number)段出力",
      sign: .notNegative,
      when: "of generators with a cost curve of several pieces; a file a piece"
    )
  }
  /// Stored energy at the end of the hour.
  public static let storedEnergy = Self(
    "stored_energy",
    "mwh",
    "stored energy at the hour's end",
    chinese: "储能电量",
    sign: .notNegative,
    when: "of every store, at the end of the hour"
  )
  /// Stored energy before the first hour where it is a decision; the same number in every hour.
  public static let storedAtStart = Self(
    "stored_energy_at_start",
    "mwh",
    "stored energy before the first hour",
    chinese: "起始储能电量",
    sign: .notNegative,
    when: "of stores whose level before the first hour is decided; the same in every hour"
  )
  /// Power taken into a store.
  public static let charging = Self(
    "charging",
    "mw",
    "power taken in by a store",
    chinese: "充电(抽水)功率",
    sign: .notNegative,
    when: "of batteries, pumped hydro, heat tanks and vehicles"
  )
  /// Power given by a store.
  public static let discharging = Self(
    "discharging",
    "mw",
    "power given by a store",
    chinese: "放电(发电)功率",
    sign: .notNegative,
    when: "of batteries, pumped hydro, heat tanks and vehicles that give back"
  )
  /// Water or energy let go unused.
  public static let spilled = Self(
    "spilled",
    "mw",
    "inflow let go unused, as power",
    chinese: "弃水功率",
    sign: .notNegative,
    when: "of hydropower and stores with inflow"
  )
  /// Load, with the network's loss on what of it is served.
  public static let demand = Self(
    "demand",
    "mw",
    "load, and the network's loss on what of it is served",
    chinese: "负荷(含网损)",
    sign: .notNegative,
    when: "always; a zone a column"
  )
  /// Load that was not served.
  public static let unserved = Self(
    "unserved",
    "mw",
    "load that was not served, without losses",
    chinese: "切负荷",
    sign: .notNegative,
    when: "always; a zone a column"
  )
  /// Marginal cost of demand.
  public static let price = Self(
    "price",
    "per_mwh",
    "change in cost per MWh more demand",
    chinese: "边际电价",
    sign: .either("negative where more demand saves cost"),
    when: "always; a zone a column"
  )
}
