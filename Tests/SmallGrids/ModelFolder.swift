import Foundation
package import GridFormulation
import GridGoals
package import Tables

/// A model folder of its own for a test: four hours, coal and wind; removed when the test ends.
package final class ModelFolder {
  /// The folder that holds the model's.
  package let root: String
  /// The path of the model folder.
  package var path: String { root + "/model" }

  package static let yaml = """
    name: small
    year: 2030
    hours: 4
    zones:
      - {name: home, load: load}
    fuels:
      - {name: coal, price: 800}
    series:
      load: {file: series/hours.csv, column: load_mw, unit: MW}
      wind: {file: series/hours.csv, column: wind_pu, unit: pu}
    goals:
      - {id: curtailment, metric: curtailment, at-most: 0.05, source: a test}

    """
  package static let coal = "name,unit_size_mw,units\nold,300,1\n"
  package static let wind = "name,capacity_mw,availability\nridge,100,wind\n"
  package static let hours = """
    time,load_mw,wind_pu
    2030-01-01T00:00,150,0.1
    2030-01-01T01:00,160,0.2
    2030-01-01T02:00,170,0.3
    2030-01-01T03:00,180,0.4

    """

  /// Makes the folder with the files of the small model, some of them changed or added.
  package init(_ changes: KeyValuePairs<String, String> = [:]) throws {
    root = NSTemporaryDirectory() + "gridflex-model-" + UUID().uuidString
    try write(Self.yaml, to: "model.yaml")
    try write(Self.coal, to: "assets/coal.csv")
    try write(Self.wind, to: "assets/wind.csv")
    try write(Self.hours, to: "series/hours.csv")
    for (file, text) in changes { try write(text, to: file) }
  }

  /// Writes a file of the model; a path may lead out of it.
  package func write(_ text: String, to name: String) throws {
    try write(Array(text.utf8), to: name)
  }

  /// Writes a file of the model as bytes.
  package func write(_ bytes: [UInt8], to name: String) throws {
    let file = URL(fileURLWithPath: path + "/" + name)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(),
      withIntermediateDirectories: true
    )
    try Data(bytes).write(to: file)
  }

  /// Takes a file or folder of the model away.
  package func remove(_ name: String) throws {
    try FileManager.default.removeItem(atPath: path + "/" + name)
  }

  /// Reads the model.
  package func read(_ change: (inout ModelOptions) -> Void = { _ in }) throws(InputError)
    -> GridModel
  {
    var options = ModelOptions()
    change(&options)
    return try ModelReader.read(folder: path, options: options)
  }

  /// What reading fails with, the path of the folder left out; nil where it does not fail.
  package func failure(_ change: (inout ModelOptions) -> Void = { _ in }) -> (
    code: Int32, texts: [String]
  )? {
    do {
      _ = try read(change)
      return nil
    } catch {
      return (error.exitCode, error.issues.map { shown($0.description) })
    }
  }

  /// A text without the path of the folder.
  package func shown(_ text: String) -> String {
    text.replacing(path + "/", with: "").replacing(path, with: "MODEL")
  }

  deinit {
    try? FileManager.default.removeItem(atPath: root)
  }
}

extension String {
  /// The text with one part changed for another.
  package func with(_ part: String, _ other: String) -> String { replacing(part, with: other) }
}
