import GridFormulation
import Tables

/// What the names of carriers stand for.
///
/// A name is matched whole, without case, with spaces for `-` and `_`: "hydrogen storage" is no hydropower and
/// "gas boiler" no gas turbine. The names are those of PyPSA's own examples, PyPSA-Eur, PyPSA-Earth and
/// PyPSA-China, beside our own; any other name is a generic plant or store that keeps its carrier.
enum CarrierNames {
  /// The kind of plant that a carrier drives.
  static func plant(_ carrier: String) -> Generator.Kind {
    Generator.Kind(rawValue: carrier) ?? plants[plain(carrier)] ?? .other
  }

  /// The kind of store that a carrier is held in.
  static func store(_ carrier: String) -> Storage.Kind {
    Storage.Kind(rawValue: carrier) ?? stores[plain(carrier)] ?? .other
  }

  private static let plants: [String: Generator.Kind] = table([
    (
      .coal,
      ["coal", "hard coal", "brown coal", "lignite", "coal power plant", "coal cc", "chp coal"]
    ),
    (.gas, ["gas", "natural gas", "ng", "ocgt", "ccgt", "ocgt gas", "ccgt gas", "chp gas"]),
    (.nuclear, ["nuclear", "uranium"]),
    (.biomass, ["biomass", "solid biomass", "biogas", "bioenergy", "waste"]),
    (.onshoreWind, ["wind", "onwind", "onshore wind", "wind onshore", "onshore", "wind land"]),
    (
      .offshoreWind,
      [
        "offwind", "offshore wind", "wind offshore", "offshore", "offwind ac", "offwind dc",
        "offwind float",
      ]
    ),
    (
      .centralSolar,
      [
        "solar", "pv", "solar pv", "photovoltaic", "photovoltaics", "central pv", "solar hsat",
        "solar utility", "utility pv",
      ]
    ),
    (
      .distributedSolar,
      [
        "solar rooftop", "rooftop solar", "rooftop pv", "rtpv", "distributed pv",
        "distributed solar",
      ]
    ),
    (
      .hydro,
      [
        "hydro", "hydropower", "hydroelectricity", "hydroelectric", "ror", "run of river",
        "storage hydro", "reservoir",
      ]
    ),
  ])

  private static let stores: [String: Storage.Kind] = table([
    (
      .battery,
      [
        "battery", "batteries", "battery storage", "home battery", "li ion", "lithium ion",
        "li ion battery", "lithium ion battery",
      ]
    ),
    (
      .pumpedHydro,
      [
        "phs", "pumped hydro", "pumped hydro storage", "pumped storage", "hydro pumped storage",
        "pumped hydropower",
      ]
    ),
    (
      .hydro,
      [
        "hydro", "hydropower", "hydroelectricity", "hydroelectric", "storage hydro",
        "hydro storage",
        "reservoir", "hydro reservoir", "hydro dam", "dam",
      ]
    ),
  ])

  private static func table<Kind>(_ names: [(Kind, [String])]) -> [String: Kind] {
    var result: [String: Kind] = [:]
    for (kind, names) in names {
      for name in names { result[name] = kind }
    }
    return result
  }

  private static func plain(_ carrier: String) -> String {
    carrier.lowercased().map { $0 == "-" || $0 == "_" ? " " : String($0) }.joined()
      .split(separator: " ").joined(separator: " ")
  }
}
