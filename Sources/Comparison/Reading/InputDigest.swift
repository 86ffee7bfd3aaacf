import Tables

/// A short digest of each file of a resolved model, by which a baseline tells that its model has changed.
enum InputDigest {
  /// The files below a folder that bear on the result, sorted by path.
  static func files(in folder: String) -> [(file: String, digest: String)] {
    paths(in: folder).compactMap { path in
      var log = IssueLog()
      guard let bytes = FileSource.bytes(of: "\(folder)/\(path)", log: &log) else { return nil }
      return (path, digest(of: bytes))
    }
  }

  /// `model.yaml`, the tables and the series; not the options of the run.
  static func paths(in folder: String) -> [String] {
    let tables = FileSource.names(in: folder + "/assets", suffix: ".csv").map { "assets/" + $0 }
    let series = FileSource.names(in: folder + "/series", suffix: ".csv").map { "series/" + $0 }
    let model = FileSource.isFile(folder + "/model.yaml") ? ["model.yaml"] : []
    return model + tables.sorted() + series.sorted()
  }

  /// FNV-1a over the bytes, 64 bits, the same on every machine.
  private static func digest(of bytes: [UInt8]) -> String {
    var state: UInt64 = 14_695_981_039_346_656_037
    for byte in bytes { state = (state ^ UInt64(byte)) &* 1_099_511_628_211 }
    let hex = String(state, radix: 16)
    return String(repeating: "0", count: 16 - hex.count) + hex
  }
}
