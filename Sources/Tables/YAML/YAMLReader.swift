import CYAML

/// Reads a YAML file through libyaml's events.
///
/// Aliases, anchors, tags, repeated keys and a second document are refused.
package enum YAMLReader {
  /// The most bytes a file may have.
  package static let sizeLimit = 4 << 20
  /// The deepest nesting.
  package static let depthLimit = 32

  /// Reads the one document of a file; nil if anything is wrong, which is logged.
  package static func read(path: String, log: inout IssueLog) -> YAMLNode? {
    guard let bytes = FileSource.bytes(of: path, limit: sizeLimit, log: &log) else { return nil }
    return read(bytes, file: path, log: &log)
  }

  /// Reads the one document in bytes; nil if anything is wrong, which is logged.
  package static func read(_ bytes: [UInt8], file: String, log: inout IssueLog) -> YAMLNode? {
    let bytes = TextEncoding.utf8(bytes, file: file, log: &log)
    return bytes.withUnsafeBufferPointer { buffer in
      let hasMark = buffer.starts(with: [0xEF, 0xBB, 0xBF])
      let content = UnsafeBufferPointer(rebasing: buffer[(hasMark ? 3 : 0)...])
      if let offset = UTF8Check.firstInvalid(content) {
        let (line, column) = UTF8Check.position(of: offset, in: content)
        log.error(
          at: Place(file: file, line: line, column: column),
          rule: "must be valid UTF-8 text",
          fix: "Save the file as UTF-8."
        )
        return nil
      }
      return parse(content, file: file, log: &log)
    }
  }

  /// Feeds libyaml's events to a builder until the stream ends or cannot be read.
  private static func parse(
    _ content: UnsafeBufferPointer<UInt8>,
    file: String,
    log: inout IssueLog
  ) -> YAMLNode? {
    let parser = UnsafeMutablePointer<yaml_parser_t>.allocate(capacity: 1)
    defer { parser.deallocate() }
    guard yaml_parser_initialize(parser) == 1 else {
      log.error(at: Place(file: file), rule: "cannot be read: out of memory")
      return nil
    }
    defer { yaml_parser_delete(parser) }
    yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
    yaml_parser_set_input_string(parser, content.baseAddress, content.count)
    var builder = YAMLBuilder(file: file)
    while !builder.isDone {
      var event = yaml_event_t()
      guard yaml_parser_parse(parser, &event) == 1 else {
        builder.stop(YAMLFault.issue(of: parser.pointee, file: file, content: content))
        break
      }
      defer { yaml_event_delete(&event) }
      take(event, &builder)
    }
    return builder.finish(log: &log)
  }

  /// Hands one event to the builder.
  private static func take(_ event: yaml_event_t, _ builder: inout YAMLBuilder) {
    let mark = event.start_mark
    switch event.type {
    case YAML_DOCUMENT_START_EVENT: builder.startDocument(mark)
    case YAML_STREAM_END_EVENT: builder.endStream()
    case YAML_ALIAS_EVENT: builder.alias(mark)
    case YAML_SCALAR_EVENT:
      let scalar = event.data.scalar
      let text = String(
        decoding: UnsafeBufferPointer(start: scalar.value, count: scalar.length),
        as: UTF8.self
      )
      builder.refuse(anchor: scalar.anchor != nil, tag: scalar.tag != nil, mark)
      builder.scalar(text, isQuoted: scalar.style != YAML_PLAIN_SCALAR_STYLE, mark)
    case YAML_SEQUENCE_START_EVENT:
      let start = event.data.sequence_start
      builder.refuse(anchor: start.anchor != nil, tag: start.tag != nil, mark)
      builder.start(isMapping: false, mark)
    case YAML_MAPPING_START_EVENT:
      let start = event.data.mapping_start
      builder.refuse(anchor: start.anchor != nil, tag: start.tag != nil, mark)
      builder.start(isMapping: true, mark)
    case YAML_SEQUENCE_END_EVENT, YAML_MAPPING_END_EVENT: builder.end()
    default: break
    }
  }
}
