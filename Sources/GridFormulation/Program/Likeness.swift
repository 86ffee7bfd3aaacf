import Tables

/// What an asset has in common with its likes, and how large it is among them.
///
/// Assets of one kind and of the same key obey the same rules up to their size: what one of scale s may do, at
/// what cost, is s times what one of scale 1 may.
package struct Likeness: Sendable, Hashable {
  /// What must be equal, as text.
  package let key: [String]
  /// The size; above 0.
  package let scale: Double

  package init(key: [String], scale: Double = 1) {
    self.key = key
    self.scale = scale
  }
}

/// An asset that stands for others, or is stood for, and its size beside the one that is formulated.
struct Like: Sendable {
  let name: String
  let weight: Double
}

extension Asset {
  /// Its kind and every parameter but the name and those left out, as text.
  package func likenessKey(without columns: Set<String> = []) -> [String] {
    [Self.type.name, zone]
      + Self.fields.filter { $0.name != "name" && !columns.contains($0.name) }
      .map { $0.text(in: self) ?? "" }
  }
}
