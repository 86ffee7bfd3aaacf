import CZip

/// The files in a zip archive that is held in memory.
///
/// What they may grow to is bounded, so that a small archive cannot fill the memory.
struct ZipArchive: ~Copyable {
  /// Why an archive or a file in it cannot be read, as the end of a sentence.
  struct Fault: Error {
    let rule: String
  }

  /// The most bytes that all files read may have together.
  static let sizeLimit = 512 << 20

  private let archive: OpaquePointer
  private var left = ZipArchive.sizeLimit

  /// Opens an archive; the bytes must stay where they are while it is read.
  init(_ bytes: UnsafeRawBufferPointer) throws(Fault) {
    var error = zip_error_t()
    zip_error_init(&error)
    defer { zip_error_fini(&error) }
    let count = zip_uint64_t(bytes.count)
    guard let source = zip_source_buffer_create(bytes.baseAddress, count, 0, &error) else {
      throw Fault(rule: "cannot be opened: \(Self.words(&error))")
    }
    guard let archive = zip_open_from_source(source, ZIP_RDONLY, &error) else {
      zip_source_free(source)
      throw Fault(rule: "is no workbook: \(Self.words(&error))")
    }
    self.archive = archive
  }

  deinit { zip_discard(archive) }

  /// The bytes of a file in the archive; nil if there is none of this name.
  mutating func bytes(of name: String) throws(Fault) -> [UInt8]? {
    let index = zip_name_locate(archive, name, zip_flags_t(ZIP_FL_NOCASE))
    guard index >= 0 else { return nil }
    var status = zip_stat_t()
    guard zip_stat_index(archive, zip_uint64_t(index), 0, &status) == 0 else {
      throw Fault(rule: "holds `\(name)`, which cannot be read: \(reason)")
    }
    guard status.size <= zip_uint64_t(left) else {
      throw Fault(rule: "holds more than \(Self.sizeLimit >> 20) MiB when unpacked")
    }
    guard let file = zip_fopen_index(archive, zip_uint64_t(index), 0) else {
      throw Fault(rule: "holds `\(name)`, which cannot be read: \(reason)")
    }
    defer { zip_fclose(file) }
    let size = Int(status.size)
    var count = 0
    let bytes = [UInt8](unsafeUninitializedCapacity: size) { buffer, written in
      while count < size, let base = buffer.baseAddress {
        let got = zip_fread(file, base + count, zip_uint64_t(size - count))
        if got <= 0 { break }
        count += Int(got)
      }
      written = count
    }
    // The end is read too: only then is the checksum compared.
    var rest: UInt8 = 0
    guard count == size, zip_fread(file, &rest, 1) == 0 else {
      throw Fault(rule: "holds `\(name)`, which is damaged")
    }
    left -= size
    return bytes
  }

  private var reason: String { String(cString: zip_strerror(archive)) }

  private static func words(_ error: inout zip_error_t) -> String {
    String(cString: zip_error_strerror(&error))
  }
}
