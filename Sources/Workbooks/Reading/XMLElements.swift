import CExpat

/// Reads the elements of an XML text, whatever prefixes their names have.
enum XMLElements {
  /// Takes what is read, in the order in which it stands.
  protocol Receiver: AnyObject {
    /// An element begins.
    func start(_ name: String, _ attributes: Attributes)
    /// Text inside an element, in parts of any size.
    func text(_ part: UnsafeBufferPointer<CChar>)
    /// An element ends.
    func end(_ name: String)
    /// Whether nothing more is wanted.
    var isDone: Bool { get }
  }

  /// The attributes of an element, without their prefixes.
  struct Attributes {
    fileprivate let pairs: UnsafeMutablePointer<UnsafePointer<CChar>?>?

    /// The value of an attribute; nil if it is absent.
    subscript(name: String) -> String? {
      guard let pairs else { return nil }
      var index = 0
      while let key = pairs[index] {
        if XMLElements.name(key) == name { return pairs[index + 1].map { String(cString: $0) } }
        index += 2
      }
      return nil
    }
  }

  /// Where and why a text is no XML.
  struct Fault: Error {
    let line: Int
    let reason: String
  }

  /// Hands all elements of a text to a receiver.
  static func read(_ bytes: [UInt8], to receiver: any Receiver) throws(Fault) {
    guard let parser = XML_ParserCreateNS("UTF-8", XML_Char(bitPattern: separator)) else {
      throw Fault(line: 1, reason: "out of memory")
    }
    defer { XML_ParserFree(parser) }
    let context = Context(receiver, parser)
    XML_SetUserData(parser, Unmanaged.passUnretained(context).toOpaque())
    connect(parser)
    let status = withExtendedLifetime(context) {
      bytes.withUnsafeBufferPointer { buffer in
        // Expat counts in 32 bits; what is unpacked is bounded well below.
        buffer.withMemoryRebound(to: CChar.self) { text in
          XML_Parse(parser, text.baseAddress, Int32(text.count), 1)
        }
      }
    }
    if context.hasDoctype {
      throw Fault(line: 1, reason: "a document type declaration is not read")
    }
    guard status == XML_STATUS_OK || receiver.isDone else {
      let reason = XML_ErrorString(XML_GetErrorCode(parser)).map { String(cString: $0) }
      throw Fault(line: Int(XML_GetCurrentLineNumber(parser)), reason: reason ?? "no XML")
    }
  }

  /// What parts the address of a name from the name; it stands in no address.
  private static let separator = UInt8(ascii: "|")

  /// A name without the address before it.
  private static func name(_ text: UnsafePointer<CChar>) -> String {
    var start = text
    var end = text
    while end.pointee != 0 {
      if end.pointee == CChar(bitPattern: separator) { start = end + 1 }
      end += 1
    }
    return String(cString: start)
  }

  /// What the parser's calls are given.
  ///
  /// A class because C holds it by its address.
  private final class Context {
    let receiver: any Receiver
    let parser: XML_Parser
    var hasDoctype = false

    init(_ receiver: any Receiver, _ parser: XML_Parser) {
      (self.receiver, self.parser) = (receiver, parser)
    }

    static func at(_ address: UnsafeMutableRawPointer?) -> Context? {
      address.map { Unmanaged<Context>.fromOpaque($0).takeUnretainedValue() }
    }

    func stopIfDone() {
      if receiver.isDone || hasDoctype { XML_StopParser(parser, 0) }
    }
  }

  private static func connect(_ parser: XML_Parser) {
    XML_SetElementHandler(
      parser,
      { address, name, attributes in
        guard let context = Context.at(address), let name else { return }
        context.receiver.start(XMLElements.name(name), Attributes(pairs: attributes))
        context.stopIfDone()
      },
      { address, name in
        guard let context = Context.at(address), let name else { return }
        context.receiver.end(XMLElements.name(name))
        context.stopIfDone()
      }
    )
    XML_SetCharacterDataHandler(parser) { address, text, count in
      guard let context = Context.at(address), let text else { return }
      context.receiver.text(UnsafeBufferPointer(start: text, count: Int(count)))
    }
    XML_SetStartDoctypeDeclHandler(parser) { address, _, _, _, _ in
      guard let context = Context.at(address) else { return }
      context.hasDoctype = true
      context.stopIfDone()
    }
  }
}
