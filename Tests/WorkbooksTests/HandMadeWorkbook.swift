import Tables

@testable import Workbooks

/// A workbook put together byte by byte: a zip archive whose files are stored as they are.
struct HandMadeWorkbook {
  private var parts: [(name: String, bytes: [UInt8])] = []
  /// The size that the archive claims for a part, where it lies.
  var claimedSizes: [String: UInt32] = [:]

  /// A workbook of sheets, each a name and what stands within `sheetData`.
  init(
    _ sheets: [(name: String, rows: String)],
    texts: String? = nil,
    styles: String? = nil,
    settings: String = "",
    states: [String: String] = [:]
  ) {
    let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    self["_rels/.rels"] =
      "<Relationships><Relationship Id=\"a\" Type=\"\(office)/officeDocument\" "
      + "Target=\"xl/workbook.xml\"/></Relationships>"
    var (list, relations) = ("", "")
    for (index, sheet) in sheets.enumerated() {
      let state = states[sheet.name].map { " state=\"\($0)\"" } ?? ""
      list += "<sheet name=\"\(sheet.name)\" sheetId=\"\(index + 1)\" r:id=\"r\(index)\"\(state)/>"
      relations +=
        "<Relationship Id=\"r\(index)\" Type=\"\(office)/worksheet\" Target=\"worksheets/s\(index).xml\"/>"
      self["xl/worksheets/s\(index).xml"] =
        "<worksheet><sheetData>\(sheet.rows)</sheetData></worksheet>"
    }
    if let texts {
      relations += "<Relationship Id=\"t\" Type=\"\(office)/sharedStrings\" Target=\"t.xml\"/>"
      self["xl/t.xml"] = "<sst>\(texts)</sst>"
    }
    if let styles {
      relations += "<Relationship Id=\"s\" Type=\"\(office)/styles\" Target=\"/xl/s.xml\"/>"
      self["xl/s.xml"] = "<styleSheet>\(styles)</styleSheet>"
    }
    self["xl/workbook.xml"] =
      "<workbook xmlns:r=\"\(office)\">\(settings)<sheets>\(list)</sheets></workbook>"
    self["xl/_rels/workbook.xml.rels"] = "<Relationships>\(relations)</Relationships>"
  }

  /// The text of a part; nil takes it out.
  subscript(name: String) -> String? {
    get { parts.first { $0.name == name }.map { String(decoding: $0.bytes, as: UTF8.self) } }
    set {
      parts.removeAll { $0.name == name }
      if let newValue { parts.append((name, Array(newValue.utf8))) }
    }
  }

  /// The archive.
  var bytes: [UInt8] {
    var (files, directory): ([UInt8], [UInt8]) = ([], [])
    for part in parts {
      let size = claimedSizes[part.name] ?? UInt32(part.bytes.count)
      let offset = UInt32(files.count)
      var common = Self.number(20, 2) + Self.number(0, 2) + Self.number(0, 2) + Self.number(0, 4)
      common += Self.number(Self.checksum(part.bytes), 4) + Self.number(UInt32(part.bytes.count), 4)
      common += Self.number(size, 4) + Self.number(UInt32(part.name.utf8.count), 2)
      common += Self.number(0, 2)
      files += [0x50, 0x4B, 3, 4] + common + Array(part.name.utf8) + part.bytes
      directory += [0x50, 0x4B, 1, 2] + Self.number(20, 2) + common + Self.number(0, 2)
      directory += Self.number(0, 2) + Self.number(0, 2) + Self.number(0, 4)
      directory += Self.number(offset, 4) + Array(part.name.utf8)
    }
    let count = Self.number(UInt32(parts.count), 2)
    let end = Self.number(UInt32(directory.count), 4) + Self.number(UInt32(files.count), 4)
    return files + directory + [0x50, 0x4B, 5, 6, 0, 0, 0, 0] + count + count + end + [0, 0]
  }

  /// The sheets as they are read, with what is told.
  func read() -> (sheets: [Sheet], issues: [String]) { Self.read(bytes) }

  /// The sheets in bytes, with what is told.
  static func read(_ bytes: [UInt8]) -> (sheets: [Sheet], issues: [String]) {
    var log = IssueLog()
    let sheets = WorkbookReader.read(bytes, path: "m.xlsx", log: &log) ?? []
    return (sheets, log.sorted().map(\.description))
  }

  private static func number(_ value: UInt32, _ count: Int) -> [UInt8] {
    (0..<count).map { UInt8(value >> (8 * UInt32($0)) & 0xFF) }
  }

  private static func checksum(_ bytes: [UInt8]) -> UInt32 {
    var sum: UInt32 = .max
    for byte in bytes {
      sum ^= UInt32(byte)
      for _ in 0..<8 { sum = sum & 1 == 1 ? sum >> 1 ^ 0xEDB8_8320 : sum >> 1 }
    }
    return ~sum
  }
}
