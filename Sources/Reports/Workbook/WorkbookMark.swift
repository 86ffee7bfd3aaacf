/// How a workbook of ours is known again: by the comment at the end of its archive, which no reader shows.
enum WorkbookMark {
  /// The comment.
  static let text = "gridflex report"

  /// An archive with the comment at its end; nil where the bytes end in no archive without one.
  ///
  /// The last record of an archive is 22 bytes long where it has no comment, and its last two tell the length of one.
  static func marked(_ archive: [UInt8]) -> [UInt8]? {
    let end = archive.count - 22
    guard end >= 0, archive[end...].starts(with: [0x50, 0x4b, 0x05, 0x06]),
      archive.suffix(2).allSatisfy({ $0 == 0 })
    else { return nil }
    return archive.dropLast(2) + [UInt8(text.utf8.count), 0] + text.utf8
  }
}
