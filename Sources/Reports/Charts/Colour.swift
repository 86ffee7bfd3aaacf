import GridFormulation

/// The colours of pictures: told apart by lightness where colour-blind readers do not tell the hue.
enum Colour {
  /// The ink of the page, light in the dark.
  static let ink = "ink"
  /// What was offered and not taken.
  static let curtailed = "#d55e00"
  /// What was asked for and not served.
  static let unserved = "#b3001b"
  /// Trade with the outside.
  static let trade = "#9a9a9a"

  /// The colour of a technology.
  static func of(_ technology: Technology) -> String {
    switch technology {
    case .nuclear: "#8f4a9e"
    case .biomass: "#8c6d31"
    case .coal: "#6b6b6b"
    case .gas: "#cc79a7"
    case .other: "#bdbdbd"
    case .hydro: "#0072b2"
    case .onshoreWind: "#56b4e9"
    case .offshoreWind: "#00868b"
    case .centralSolar: "#f0e442"
    case .distributedSolar: "#e69f00"
    case .pumpedHydro: "#009e73"
    case .battery: "#95d0a5"
    case .otherStorage: "#00513c"
    case .exchange: trade
    case .corridor, .line, .converter: "#7a7f9a"
    case .hydrogen, .desalination: "#a6cee3"
    default: "#e0a080"
    }
  }

  /// Colours for things of one kind, one after the other.
  static func series(_ place: Int) -> String {
    let colours = [
      "#0072b2", "#e69f00", "#009e73", "#cc79a7", "#56b4e9", "#d55e00", "#8c6d31", "#8f4a9e",
    ]
    return colours[place % colours.count]
  }
}
