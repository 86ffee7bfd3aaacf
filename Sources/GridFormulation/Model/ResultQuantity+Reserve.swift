/// What is told of reserve and of what keeps the grid synchronous.
extension ResultQuantity {
  /// Reserve up held by an asset.
  public static let reserveUp = Self(
    "reserve_up",
    "mw",
    "upward reserve held",
    chinese: "上备用",
    sign: .notNegative,
    when: "of assets that may hold reserve, where the model asks for some"
  )
  /// Reserve down held by an asset.
  public static let reserveDown = Self(
    "reserve_down",
    "mw",
    "downward reserve held",
    chinese: "下备用",
    sign: .notNegative,
    when: "of assets that may hold reserve, where the model asks for some"
  )
  /// Reserve requirement.
  public static let reserveUpRequired = Self(
    "reserve_up_required",
    "mw",
    "upward reserve required",
    chinese: "上备用需求",
    sign: .notNegative,
    when: "where the model asks for upward reserve; a zone or area a column"
  )
  /// Reserve requirement.
  public static let reserveDownRequired = Self(
    "reserve_down_required",
    "mw",
    "downward reserve required",
    chinese: "下备用需求",
    sign: .notNegative,
    when: "where the model asks for downward reserve; a zone or area a column"
  )
  /// Synchronous capacity that runs in a zone.
  public static let synchronous = Self(
    "synchronous",
    "mw",
    "synchronous capacity online in the zone",
    chinese: "同步机组在线容量",
    sign: .notNegative,
    when: "of zones with synchronous plants; a zone or area a column"
  )
  /// Upward reserve held by all assets of a zone.
  public static let reserveUpHeld = Self(
    "reserve_up_held",
    "mw",
    "upward reserve held by all assets of the zone",
    chinese: "上备用合计",
    sign: .notNegative,
    when: "where the model asks for upward reserve; a zone or area a column"
  )
  /// Downward reserve held by all assets of a zone.
  public static let reserveDownHeld = Self(
    "reserve_down_held",
    "mw",
    "downward reserve held by all assets of the zone",
    chinese: "下备用合计",
    sign: .notNegative,
    when: "where the model asks for downward reserve; a zone or area a column"
  )
  /// Reserve that could not be held.
  public static let reserveUpShort = Self(
    "reserve_up_short",
    "mw",
    "upward reserve not held",
    chinese: "上备用缺额",
    sign: .notNegative,
    when: "where the model asks for upward reserve; a zone or area a column"
  )
  /// Reserve that could not be held.
  public static let reserveDownShort = Self(
    "reserve_down_short",
    "mw",
    "downward reserve not held",
    chinese: "下备用缺额",
    sign: .notNegative,
    when: "where the model asks for downward reserve; a zone or area a column"
  )
  /// Marginal cost of upward reserve.
  public static let reserveUpPrice = Self(
    "reserve_up_price",
    "per_mw",
    "change in cost per MW more upward reserve in the hour",
    chinese: "上备用边际价格",
    sign: .notNegative,
    when: "where the model asks for upward reserve; a zone or area a column"
  )
  /// Marginal cost of downward reserve.
  public static let reserveDownPrice = Self(
    "reserve_down_price",
    "per_mw",
    "change in cost per MW more downward reserve in the hour",
    chinese: "下备用边际价格",
    sign: .notNegative,
    when: "where the model asks for downward reserve; a zone or area a column"
  )
}
