/// Names of rows and columns that every reader of MPS and LP text accepts.
///
/// A name is the family's, with anything but ASCII letters, digits and `_` escaped, then the stage
/// (`g` where there is none) and, where a stage has several, the number within it.
struct ExportNames {
  private var names: [String] = []
  private var stage: [Int32]
  private var familyOf: [Int32]
  private var ordinal: [Int32]
  private let prefix: String

  init(_ families: [LinearProgram.Family], stage: [Int32], prefix: String) {
    self.stage = stage
    self.prefix = prefix
    familyOf = [Int32](repeating: -1, count: stage.count)
    ordinal = stage.indices.map { Int32($0) }
    var taken: Set<String> = []
    for (number, family) in families.enumerated() {
      var name = Self.escaped(family.name)
      while !taken.insert(name).inserted { name += "_\(number)" }
      names.append(name)
      // Those of a stage need not follow each other: bounds that move are one family over all hours for each column.
      var known: [Int32: Int32] = [:]
      for index in family.range {
        familyOf[index] = Int32(number)
        ordinal[index] = known[stage[index], default: 0]
        known[stage[index], default: 0] += 1
      }
    }
  }

  /// The name of a row or column.
  subscript(index: Int) -> String {
    let place = stage[index] < 0 ? "g" : "\(stage[index])"
    guard familyOf[index] >= 0 else { return "\(prefix).\(index).\(place)" }
    let name = "\(prefix)_\(names[Int(familyOf[index])]).\(place)"
    return ordinal[index] == 0 ? name : name + ".\(ordinal[index])"
  }

  /// Escapes a name; two names may become one, which the caller tells apart.
  static func escaped(_ name: String) -> String {
    var result = ""
    for scalar in name.unicodeScalars {
      switch scalar {
      case "a"..."z", "A"..."Z", "0"..."9", "_": result.unicodeScalars.append(scalar)
      case " ", "-", "/", ".": result += "_"
      default: result += "u" + String(scalar.value, radix: 16)
      }
    }
    return String(result.prefix(180))
  }
}
