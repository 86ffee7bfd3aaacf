/// An asset as results name it.
public struct AssetSummary: Sendable {
  /// The asset's name.
  public let name: String
  /// The kind of asset, such as `coal`.
  public let type: String
  /// The zone it stands in.
  public let zone: String
  /// What it is made of and how large it is.
  public let facts: AssetFacts
  /// What the model's fuel that it burns counts as; nil where it burns none or that is not known.
  public var fuel: FuelKind?

  package init(
    name: String,
    type: String,
    zone: String,
    facts: AssetFacts,
    fuel: FuelKind? = nil
  ) {
    (self.name, self.type, self.zone) = (name, type, zone)
    (self.facts, self.fuel) = (facts, fuel)
  }

  /// What the fuel that it burns counts as, by its technology where nothing more is known.
  public var burntFuel: FuelKind { fuel ?? FuelKind(burntBy: facts.technology) }
}
