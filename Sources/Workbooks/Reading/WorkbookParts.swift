/// The relations of a part of a workbook: what each name stands for.
final class RelationReceiver: XMLElements.Receiver {
  /// The target of a relation, and the last word of its type.
  struct Relation {
    let target: String
    let type: String
  }

  private(set) var relations: [String: Relation] = [:]
  let isDone = false

  func start(_ name: String, _ attributes: XMLElements.Attributes) {
    guard name == "Relationship", let id = attributes["Id"], let target = attributes["Target"]
    else { return }
    let type = attributes["Type"]?.split(separator: "/").last.map(String.init) ?? ""
    relations[id] = Relation(target: target, type: type)
  }

  func text(_ part: UnsafeBufferPointer<CChar>) {}
  func end(_ name: String) {}
}

/// The list of sheets of a workbook, and from which year its dates are counted.
final class SheetListReceiver: XMLElements.Receiver {
  /// A sheet with the name of its relation.
  struct Entry {
    let name: String
    let relation: String
    let isHidden: Bool
  }

  private(set) var entries: [Entry] = []
  private(set) var startsIn1904 = false
  let isDone = false

  func start(_ name: String, _ attributes: XMLElements.Attributes) {
    switch name {
    case "workbookPr":
      startsIn1904 = ["1", "true", "on"].contains(attributes["date1904"] ?? "")
    case "sheet":
      guard let title = attributes["name"], let relation = attributes["id"] else { return }
      let state = attributes["state"] ?? "visible"
      entries.append(Entry(name: title, relation: relation, isHidden: state != "visible"))
    default: break
    }
  }

  func text(_ part: UnsafeBufferPointer<CChar>) {}
  func end(_ name: String) {}
}

/// The texts that the cells of all sheets share.
final class SharedTextReceiver: XMLElements.Receiver {
  private(set) var texts: [String] = []
  private var collector = TextCollector()
  let isDone = false

  func start(_ name: String, _ attributes: XMLElements.Attributes) { collector.start(name) }
  func text(_ part: UnsafeBufferPointer<CChar>) { collector.text(part) }

  func end(_ name: String) {
    collector.end(name)
    if name == "si" { texts.append(collector.take()) }
  }
}

/// Joins the parts of a text whose letters may have different looks.
struct TextCollector {
  private var bytes: [UInt8] = []
  private var isInside = false
  private var hints = 0

  mutating func start(_ name: String) {
    if name == "rPh" { hints += 1 }
    if name == "t" { isInside = hints == 0 }
  }

  mutating func end(_ name: String) {
    // How a word is spoken stands beside the word, and is no part of it.
    if name == "rPh" { hints -= 1 }
    if name == "t" { isInside = false }
  }

  mutating func text(_ part: UnsafeBufferPointer<CChar>) {
    if isInside { bytes += part.map { UInt8(bitPattern: $0) } }
  }

  /// The text so far, which is begun anew.
  mutating func take() -> String {
    defer { bytes.removeAll(keepingCapacity: true) }
    return Self.unescaped(String(decoding: bytes, as: UTF8.self))
  }

  /// A text with the letters that workbooks write as `_x000D_`.
  static func unescaped(_ text: String) -> String {
    guard text.contains("_x") else { return text }
    var result = ""
    var rest = text.unicodeScalars[...]
    while let first = rest.first {
      let code = String(Substring(rest.prefix(7)))
      if code.utf8.count == 7, code.hasPrefix("_x"), code.hasSuffix("_"),
        let scalar = UInt32(code.dropFirst(2).dropLast(), radix: 16).flatMap(Unicode.Scalar.init)
      {
        result.unicodeScalars.append(scalar)
        rest = rest.dropFirst(7)
      } else {
        result.unicodeScalars.append(first)
        rest = rest.dropFirst()
      }
    }
    return result
  }
}

/// The number format of each style that a cell may have.
final class StyleReceiver: XMLElements.Receiver {
  private(set) var formats: [NumberFormat] = []
  private var codes: [Int: NumberFormat] = [:]
  private var isInside = false
  let isDone = false

  func start(_ name: String, _ attributes: XMLElements.Attributes) {
    switch name {
    case "numFmt":
      guard let id = attributes["numFmtId"].flatMap({ Int($0) }),
        let code = attributes["formatCode"]
      else { return }
      codes[id] = NumberFormat(code: code)
    case "cellXfs": isInside = true
    case "xf" where isInside:
      let id = attributes["numFmtId"].flatMap { Int($0) } ?? 0
      formats.append(codes[id] ?? NumberFormat(builtIn: id))
    default: break
    }
  }

  func text(_ part: UnsafeBufferPointer<CChar>) {}
  func end(_ name: String) { if name == "cellXfs" { isInside = false } }
}
