import Foundation

/// The repository that the tests stand in, its models and the data beside it.
package enum Repository {
  /// Its folder.
  package static let folder = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().path

  /// The models that need no data from elsewhere.
  package static let models = [
    "jilin-2019", "jilin-2019-heat", "jilin-2025", "jilin-2030", "jilin-2030-demand",
    "jilin-2030-full", "jilin-2030-heat", "jilin-2030-peer", "jilin-2030-plants", "liaoning-2019",
    "liaoning-2019-heat", "liaoning-2025", "liaoning-2030", "liaoning-2030-ccus",
    "liaoning-2030-demand", "liaoning-2030-full", "liaoning-2030-heat", "liaoning-2030-market",
    "liaoning-2030-peer",
    "liaoning-2030-plants", "northeast-2030", "northeast-2030-edges", "songyuan-2025",
    "songyuan-2025-two-zones", "tutorial",
  ]

  /// The open data, in `GRIDFLEX_DATA` or beside the repository.
  package static let data: String? = {
    let named = ProcessInfo.processInfo.environment["GRIDFLEX_DATA"]
    let candidates = [named, folder + "/../shared/data"].compactMap { $0 }
    return candidates.first { FileManager.default.fileExists(atPath: $0 + "/pypsa-china") }
  }()
}
