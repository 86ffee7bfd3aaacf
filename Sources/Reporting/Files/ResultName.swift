public import GridFormulation
import Hourly
import Tables

/// The folder that a result goes to where none is named: another one for every variant.
///
///     results/jilin-2030
///     results/jilin-2030+battery-grid.power_mw=3000
///     results/jilin-2030+battery-grid.power_mw=3000+2030-01-15+48h
public enum ResultName {
  /// The bytes that a variant may take in the name of a folder.
  private static let room = 100

  /// The default folder of a model's result.
  ///
  /// It is told by the model's name; where `--set` changes it, also by each value set and by the hours solved.
  /// What a file name cannot hold is written as `-`, and what is too long is cut; a digest of the whole then
  /// tells variants apart.
  public static func folder(of model: GridModel) -> String {
    let changes = model.changes.filter { $0.path != "name" && $0.path != "title" }
    guard !changes.isEmpty else { return "results/\(model.name)" }
    var parts = changes.map { "\($0.shortPath)=\($0.value)" }
    if model.isWindow {
      let start = model.horizon.start
      let day = String(start.description.prefix(10))
      let isMidnight = start.hour == 0 && start.minute == 0
      parts.append(isMidnight ? day : start.description.replacing(":", with: ""))
      parts.append("\(model.horizon.hours)h")
    }
    let whole = parts.joined(separator: "+")
    var name = ""
    for scalar in whole.unicodeScalars {
      let shown = isPlain(scalar) ? String(scalar) : scalar == "*" ? "all" : "-"
      guard name.utf8.count + shown.utf8.count <= room else { break }
      name += shown
    }
    if name != whole { name += "+" + digest(of: whole) }
    return "results/\(model.name)+\(name)"
  }

  private static func isPlain(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isAlphabetic || ("0"..."9").contains(scalar)
      || "-_.=+".unicodeScalars.contains(scalar)
  }

  /// A short digest of a text (FNV-1a, 32 bits), the same on every machine.
  private static func digest(of text: String) -> String {
    var state: UInt32 = 2_166_136_261
    for byte in text.utf8 { state = (state ^ UInt32(byte)) &* 16_777_619 }
    let hex = String(state, radix: 16)
    return String(repeating: "0", count: 8 - hex.count) + hex
  }
}
