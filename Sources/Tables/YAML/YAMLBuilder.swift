import CYAML

/// Builds a node of events, on a stack of its own so that nesting costs no machine stack.
struct YAMLBuilder {
  /// A list or mapping that is still open.
  private struct Level {
    let isMapping: Bool
    let place: Place
    var nodes: [YAMLNode] = []
    var entries: [YAMLEntry] = []
    var keys: [String: Int] = [:]
    /// The key whose value comes next.
    var key: (text: String, place: Place)?
  }

  private let file: String
  private var levels: [Level] = []
  private var root: YAMLNode?
  private var documents = 0
  private var log = IssueLog()
  private var repeated = 0
  /// Whether no more events are wanted.
  private(set) var isDone = false

  /// Starts with nothing read.
  init(file: String) {
    self.file = file
  }

  /// Logs an issue after which nothing can be read.
  mutating func stop(_ issue: Issue) {
    log.append(issue)
    isDone = true
  }

  /// A document starts; the second is refused.
  mutating func startDocument(_ mark: yaml_mark_t) {
    documents += 1
    guard documents > 1 else { return }
    stop(
      place(mark).issue(
        .error,
        rule: "a file must hold one document",
        fix: "Remove the line `---`."
      )
    )
  }

  /// The stream has ended.
  mutating func endStream() { isDone = true }

  /// An alias, which is refused.
  mutating func alias(_ mark: yaml_mark_t) {
    log.error(
      at: place(mark),
      rule: "aliases (`*name`) are not read",
      fix: "Write here what the alias stands for."
    )
    scalar("", isQuoted: false, mark)
  }

  /// Refuses an anchor or a tag before a node.
  mutating func refuse(anchor: Bool, tag: Bool, _ mark: yaml_mark_t) {
    if anchor {
      log.error(
        at: place(mark),
        rule: "anchors (`&name`) are not read",
        fix: "Remove the anchor."
      )
    }
    if tag {
      log.error(at: place(mark), rule: "tags (`!type`) are not read", fix: "Remove the tag.")
    }
  }

  /// A text, which is a key where one is due.
  mutating func scalar(_ text: String, isQuoted: Bool, _ mark: yaml_mark_t) {
    if let level = levels.last, level.isMapping, level.key == nil {
      levels[levels.count - 1].key = (text, place(mark))
      return
    }
    add(.scalar(text, isQuoted: isQuoted, place(mark)))
  }

  /// A list or mapping starts.
  mutating func start(isMapping: Bool, _ mark: yaml_mark_t) {
    if levels.count == YAMLReader.depthLimit {
      return stop(
        place(mark).issue(
          .error,
          rule: "must not be nested deeper than \(YAMLReader.depthLimit) levels",
          fix: "Indent less: no section of a model needs so many levels."
        )
      )
    }
    if let level = levels.last, level.isMapping, level.key == nil {
      return stop(
        place(mark).issue(
          .error,
          rule: "a key must be a text, not a list or mapping",
          fix: "Quote the key if it starts with a bracket."
        )
      )
    }
    levels.append(Level(isMapping: isMapping, place: place(mark)))
  }

  /// The innermost list or mapping ends.
  mutating func end() {
    guard let level = levels.popLast() else { return }
    add(
      level.isMapping
        ? .mapping(level.entries, level.place) : .sequence(level.nodes, level.place)
    )
  }

  /// The document, or nil if anything was wrong.
  mutating func finish(log: inout IssueLog) -> YAMLNode? {
    if repeated > CSVReader.issueLimit {
      self.log.more(repeated - CSVReader.issueLimit, "keys", at: Place(file: file))
    }
    log.merge(self.log)
    if self.log.hasErrors { return nil }
    return root ?? .mapping([], Place(file: file, line: 1, column: 1))
  }

  /// Puts a finished node where it belongs.
  private mutating func add(_ node: YAMLNode) {
    guard !levels.isEmpty else {
      root = node
      return
    }
    let top = levels.count - 1
    guard levels[top].isMapping else {
      levels[top].nodes.append(node)
      return
    }
    guard let key = levels[top].key else { return }
    levels[top].key = nil
    if let line = levels[top].keys[key.text] {
      repeated += 1
      if repeated <= CSVReader.issueLimit {
        log.error(
          at: key.place,
          field: key.text,
          rule: "the key stands already in line \(line)",
          fix: "Remove one of them."
        )
      }
      return
    }
    levels[top].keys[key.text] = key.place.line ?? 0
    levels[top].entries.append(YAMLEntry(key: key.text, place: key.place, value: node))
  }

  /// The place of a mark, which counts from 0.
  private func place(_ mark: yaml_mark_t) -> Place {
    Place(file: file, line: Int(mark.line) + 1, column: Int(mark.column) + 1)
  }
}
