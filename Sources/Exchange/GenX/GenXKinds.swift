import GridFormulation

/// What resources are made of, by the words of their names, types and fuels.
enum GenXKinds {
  /// The kind of plant; the words of the type count before those of the fuel and the name.
  static func plant(_ texts: [String?]) -> Generator.Kind {
    for text in texts {
      let words = words(text)
      if !words.isDisjoint(with: ["offshore"]) { return .offshoreWind }
      if let kind = plants.first(where: { !words.isDisjoint(with: $0.words) })?.kind { return kind }
    }
    return .other
  }

  /// The kind of store.
  static func store(_ texts: [String?]) -> Storage.Kind {
    for text in texts {
      let words = words(text)
      if !words.isDisjoint(with: ["battery", "batteries", "lithium", "liion"]) { return .battery }
      if !words.isDisjoint(with: ["pumped", "phs", "psh", "hydro", "hydroelectric"]) {
        return .pumpedHydro
      }
    }
    return .other
  }

  private static let plants: [(kind: Generator.Kind, words: Set<String>)] = [
    (.distributedSolar, ["rooftop", "distributed"]),
    (.centralSolar, ["solar", "pv", "photovoltaic", "utilitypv"]),
    (.onshoreWind, ["wind", "onshore", "landbasedwind"]),
    (.nuclear, ["nuclear", "uranium"]),
    (.coal, ["coal", "lignite"]),
    (.gas, ["gas", "ng", "naturalgas", "ccgt", "ocgt", "ngcc", "ngct"]),
    (.biomass, ["biomass", "biogas", "wood", "landfill", "waste"]),
    (.hydro, ["hydro", "hydroelectric", "hydropower", "river"]),
  ]

  private static func words(_ text: String?) -> Set<String> {
    Set((text ?? "").lowercased().split { !$0.isLetter }.map(String.init))
  }
}
