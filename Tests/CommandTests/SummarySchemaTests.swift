import Foundation
import Testing

/// `Schemas/summary.schema.json` says what `summary.json` holds, every key of it.
struct SummarySchemaTests {
  private static func schema() throws -> [String: Any] {
    let path = CommandRun.repository + "Schemas/summary.schema.json"
    let data = try Data(contentsOf: URL(filePath: path))
    return try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
  }

  private static let runs = [
    ["dispatch", "tutorial"],
    ["dispatch", "tutorial", "--hours", "5", "--set", "reserve/sustain-hours=2"],
    ["plan", "tutorial"], ["dispatch", "liaoning-2030-full", "--hours", "3"],
    ["dispatch", "northeast-2030", "--hours", "3"],
    ["dispatch", "liaoning-2030-market", "--hours", "3"],
  ]

  @Test(arguments: runs)
  func `a summary keeps the schema, and no key of it is missing there`(_ words: [String]) throws {
    let scratch = try ScratchFolder()
    var words = words
    words[1] = CommandRun.repository + "GridModels/" + words[1]
    let run = try CommandRun(
      words + ["--format", "json", "--quiet", "--output", scratch.path + "/r"]
    )
    #expect(run.code <= 1, "\(run.messages)")
    let summary = try JSONSerialization.jsonObject(with: Data(run.output.utf8))
    var check = SchemaCheck(root: try Self.schema())
    check.check(summary, against: check.root, at: "")
    #expect(check.faults == [])
  }

  @Test
  func
    `every key of the schema is described, every number with its unit, and none may be left out`()
    throws
  {
    let schema = try Self.schema()
    #expect(schema["$schema"] as? String == "https://json-schema.org/draft/2020-12/schema")
    var parts = try #require(schema["$defs"] as? [String: [String: Any]])
    parts[""] = schema
    var count = 0
    for (name, part) in parts {
      let properties = try #require(part["properties"] as? [String: [String: Any]], "\(name)")
      #expect(part["additionalProperties"] as? Bool == false, "\(name)")
      #expect(Set(part["required"] as? [String] ?? []) == Set(properties.keys), "\(name)")
      for (key, property) in properties {
        count += 1
        #expect((property["description"] as? String)?.isEmpty == false, "\(name)/\(key)")
        let types = SchemaCheck.types(of: property)
        let items = (property["items"] as? [String: Any]).map(SchemaCheck.types) ?? []
        guard !types.union(items).isDisjoint(with: ["number", "integer"]) else { continue }
        #expect((property["unit"] as? String)?.isEmpty == false, "\(name)/\(key) has no unit")
      }
    }
    #expect(count > 250)
  }

  @Test func `the check of the schema finds what breaks it`() throws {
    var check = SchemaCheck(root: try Self.schema())
    check.check(["gridflex": ["version": 1, "more": 2]], against: check.root, at: "")
    #expect(check.faults.contains("/gridflex/version is no string"))
    #expect(check.faults.contains("/gridflex/more is not in the schema"))
    #expect(check.faults.contains("/goals is missing"))
  }
}

/// The part of JSON Schema, draft 2020-12, that the schema of a summary uses.
struct SchemaCheck {
  let root: [String: Any]
  private(set) var faults: [String] = []

  init(root: [String: Any]) { self.root = root }

  static func types(of schema: [String: Any]) -> Set<String> {
    if let type = schema["type"] as? String { return [type] }
    return Set(schema["type"] as? [String] ?? [])
  }

  mutating func check(_ value: Any, against schema: [String: Any], at path: String) {
    if let name = (schema["$ref"] as? String)?.split(separator: "/").last.map(String.init) {
      let parts = root["$defs"] as? [String: [String: Any]]
      guard let part = parts?[name] else { return faults.append("\(path): no part \(name)") }
      return check(value, against: part, at: path)
    }
    if let choices = schema["anyOf"] as? [[String: Any]] {
      let isNull = value is NSNull
      let choice = choices.first { Self.types(of: $0).contains("null") == isNull }
      guard let choice else { return faults.append("\(path) is none of its kinds") }
      return check(value, against: choice, at: path)
    }
    let types = Self.types(of: schema)
    if !types.isEmpty, !types.contains(where: { Self.isOne(value, $0) }) {
      return faults.append("\(path) is no \(types.sorted().joined(separator: " or "))")
    }
    if let words = schema["enum"] as? [Any], let text = value as? String,
      !words.contains(where: { $0 as? String == text })
    {
      faults.append("\(path) = \(text) is no word of the schema")
    }
    if let pattern = schema["pattern"] as? String, let text = value as? String,
      text.range(of: pattern, options: .regularExpression) == nil
    {
      faults.append("\(path) = \(text) is not of the form \(pattern)")
    }
    if let items = schema["items"] as? [String: Any], let values = value as? [Any] {
      for (index, value) in values.enumerated() {
        check(value, against: items, at: "\(path)/\(index)")
      }
    }
    if let properties = schema["properties"] as? [String: [String: Any]],
      let object = value as? [String: Any]
    {
      for key in schema["required"] as? [String] ?? [] where object[key] == nil {
        faults.append("\(path)/\(key) is missing")
      }
      for (key, value) in object.sorted(by: { $0.key < $1.key }) {
        guard let property = properties[key] else {
          faults.append("\(path)/\(key) is not in the schema")
          continue
        }
        check(value, against: property, at: "\(path)/\(key)")
      }
    }
  }

  private static func isOne(_ value: Any, _ type: String) -> Bool {
    let number = value as? NSNumber
    // The parser's own values for true and false are numbers too.
    let isBool =
      number.map {
        $0 === NSNumber(value: true) || $0 === NSNumber(value: false)
          || String(cString: $0.objCType) == "c"
      } ?? false
    return switch type {
    case "null": value is NSNull
    case "string": value is String
    case "boolean": isBool
    case "number": number != nil && !isBool
    case "integer": number.map { !isBool && $0.doubleValue == $0.doubleValue.rounded() } ?? false
    case "array": value is [Any]
    case "object": value is [String: Any]
    default: false
    }
  }
}
