/// Reads a YAML file through libyaml's events.
package enum YAMLReader {
  /// The most bytes a file may have.
  package static let sizeLimit = 50 << 20
  /// The deepest nesting.
  package static let depthLimit = 32

  /// Reads the one document of a file; nil if anything is wrong, which is logged.
  package static func read(path: String, log: inout IssueLog) -> YAMLNode? { nil }

  /// Reads the one document in bytes; nil if anything is wrong, which is logged.
  package static func read(_ bytes: [UInt8], file: String, log: inout IssueLog) -> YAMLNode? { nil }
}
