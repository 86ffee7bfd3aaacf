/// What is told of exchanges, corridors and lines.
extension ResultQuantity {
  /// Power bought from outside.
  public static let imported = Self(
    "imported",
    "mw",
    "power bought from outside",
    chinese: "外购电力",
    sign: .notNegative,
    when: "of exchanges that may import"
  )
  /// The renewable part of what is bought.
  public static let importedRenewable = Self(
    "imported_renewable",
    "mw",
    "renewable part of what is bought from outside",
    chinese: "外购新能源电力",
    sign: .notNegative,
    when: "of exchanges whose imports have a renewable share"
  )
  /// Hydropower in what is bought.
  public static let importedHydro = Self(
    "imported_hydro",
    "mw",
    "hydropower in what is bought from outside",
    chinese: "外购水电电力",
    sign: .notNegative,
    when: "of exchanges whose imports have a share of hydropower"
  )
  /// Power sold to the outside.
  public static let exported = Self(
    "exported",
    "mw",
    "power sold to the outside",
    chinese: "外送电力",
    sign: .notNegative,
    when: "of exchanges that may export"
  )
  /// Power on a corridor or line.
  public static let flow = Self(
    "flow",
    "mw",
    "power sent from the first zone to the second, net",
    chinese: "线路潮流",
    sign: .either("positive from the first zone to the second"),
    when: "of corridors, lines and converters"
  )
  /// Power lost on a line.
  public static let lost = Self(
    "lost",
    "mw",
    "power lost on a line, half at each end",
    chinese: "线路损耗",
    sign: .notNegative,
    when: "of lines with losses"
  )
  /// Power that a zone sends into a corridor.
  public static let sent = Self(
    "sent",
    "mw",
    "power sent into a corridor by the zone at its end",
    chinese: "送入通道电力",
    sign: .notNegative,
    when: "of corridors; a column at each end (NAME.ZONE)"
  )
  /// Power that a zone takes from a corridor.
  public static let received = Self(
    "received",
    "mw",
    "power received from a corridor by the zone at its end",
    chinese: "通道受入电力",
    sign: .notNegative,
    when: "of corridors; a column at each end (NAME.ZONE)"
  )
}
