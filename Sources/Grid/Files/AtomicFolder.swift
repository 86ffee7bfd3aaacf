/// A result folder that appears whole or not at all.
///
/// It is written beside its final place and renamed at the end; an older result is replaced.
package struct AtomicFolder: ~Copyable {
  /// The final place of the folder.
  package let path: String

  /// Refuses a path that must not be replaced, before any work is done.
  package static func check(_ path: String) throws(OutputError) {}

  /// Makes the folder beside its final place.
  package init(replacing path: String) throws(OutputError) {
    self.path = path
  }

  /// Writes a file of the folder; folders on the way are made.
  package func write(_ bytes: [UInt8], to name: String) throws(OutputError) {}

  /// Puts the folder in its final place.
  package consuming func commit() throws(OutputError) {}
}
