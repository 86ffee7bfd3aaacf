import GridFormulation
import Tables

/// What `gridflex describe` tells of the quantities of a result, one a file in `series/`.
enum QuantityText {
  /// The stems of all quantities.
  static let names = ResultQuantity.all.map(\.stem)

  /// The quantity that a word stands for: `power_mw`, `power`, or the path of its file.
  static func quantity(named word: String) -> ResultQuantity? {
    var stem = FileSource.name(of: word)
    if stem.hasSuffix(".csv") { stem.removeLast(4) }
    return ResultQuantity.named(stem) ?? ResultQuantity.all.first { $0.name == stem }
  }

  /// All of one quantity.
  static func text(of quantity: ResultQuantity) -> String {
    let sign =
      switch quantity.sign {
      case .notNegative: "never below zero"
      case .either(let meaning): meaning
      }
    let unit = quantity.unitText(in: "currency of the model")
    return """
      \(quantity.stem): \(quantity.summary)

      unit     \(unit)\(quantity.unit == "mw" ? ", mean of the hour" : "")
      sign     \(sign)
      written  \(quantity.when)
      file     series/\(quantity.stem).csv
      Chinese  \(quantity.chinese)

      """
  }
}
