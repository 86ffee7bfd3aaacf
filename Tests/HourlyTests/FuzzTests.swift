import Hourly
import Tables
import TestSupport
import Testing

/// Broken input is answered with issues, never with a crash or a hang.
struct FuzzTests {
  private let yaml = """
    # a model
    name: jilin-2030
    zones:
      - {name: north, load: "load"}
      - name: south
        load: 'x y'
    series:
      wind: {file: series/a.csv, column: w, scale-to: {mean: 0.27}}
    text: |
      lines
      more
    goals: [{id: a, threshold: 5e-2}]
    """
  private let csv = """
    \u{FEFF}name,capacity_mw,forced_outage_pu,maintenance,availability
    "a, b",10,0.1,04-01..04-20,wind
    c,"20",,,"1"
    "d ""e"" f",30,0.2,,0.5

    """
  private let series = "time,a,b\n2030-01-01T00:00,1,2\n2030-01-01T01:00,3,4\n"

  /// A text with a few bytes changed, doubled, left out or cut off.
  private func garbled(_ text: String, _ random: inout SeededBytes) -> [UInt8] {
    var bytes = Array(text.utf8)
    let signs = Array("\",\n\r:-[]{}&*!|>#%@`'\t \u{0}\u{7F}é\u{FEFF}".utf8) + [0xFF, 0xC0, 0xE2]
    for _ in 0..<Int.random(in: 1...6, using: &random) where !bytes.isEmpty {
      let position = Int.random(in: 0..<bytes.count, using: &random)
      switch Int.random(in: 0..<5, using: &random) {
      case 0: bytes[position] = UInt8.random(in: 0...255, using: &random)
      case 1: bytes[position] = signs.randomElement(using: &random) ?? 0
      case 2: bytes.insert(signs.randomElement(using: &random) ?? 0, at: position)
      case 3: bytes.removeSubrange(position..<min(bytes.count, position + 7))
      default: bytes.removeSubrange(position...)
      }
    }
    return bytes
  }

  @Test func `garbled YAML is read or refused with a reason`() {
    var random = SeededBytes(seed: 41)
    for round in 0..<3000 {
      let bytes = garbled(yaml, &random)
      var log = IssueLog()
      let node = YAMLReader.read(bytes, file: "m.yaml", log: &log)
      #expect((node == nil) == log.hasErrors, "seed 41, round \(round): \(bytes)")
      if let node, let mapping = YAMLMapping(node, log: &log) {
        _ = mapping.mapping("series", log: &log).map { SeriesDeclaration.read($0, log: &log) }
        _ = mapping.read(fields: Sample.fields, prototype: Sample(), log: &log)
        _ = YAMLMerge.merge(node, with: node, log: &log)
      }
    }
  }

  /// Whether every cell of a table could be read.
  private func isWhole(_ table: Table?) -> Bool {
    table?.rows.allSatisfy { !$0.cells.contains(where: \.isBroken) } ?? false
  }

  @Test func `garbled tables are read or refused with a reason`() {
    var random = SeededBytes(seed: 42)
    for round in 0..<3000 {
      let bytes = garbled(csv, &random)
      var log = IssueLog()
      let table = CSVReader.read(bytes, file: "t.csv", log: &log)
      #expect(isWhole(table) || log.hasErrors, "seed 42, round \(round): \(bytes)")
      guard let table else { continue }
      let merged = TableMerge.merge(table, with: table, log: &log)
      _ = TableReader.read(merged, fields: Sample.fields, prototype: Sample(), log: &log)
      #expect(merged.rows.allSatisfy { $0.cells.count == merged.header.count })
    }
  }

  @Test func `garbled series are read or refused with a reason`() throws {
    var random = SeededBytes(seed: 43)
    let folder = try TemporaryFolder()
    let model = try SeriesLibraryTests.horizon("2030-01-01", 2)
    for round in 0..<500 {
      let bytes = garbled(series, &random)
      try folder.write(bytes, to: "s.csv")
      var declaration = SeriesDeclaration(
        name: "a",
        file: "s.csv",
        folder: folder.path,
        place: Place(file: "m")
      )
      declaration.label = Bool.random(using: &random) ? .start : .end
      declaration.dropsLeapDay = Bool.random(using: &random)
      var library = SeriesLibrary(declarations: [declaration], dataFolder: nil, model: model)
      var log = IssueLog()
      let values = library.values("a", over: model, log: &log)
      #expect((values == nil) == log.hasErrors, "seed 43, round \(round): \(bytes)")
      #expect(values?.allSatisfy(\.isFinite) != false)
    }
  }

  /// Hand-made files with one thing or another changed for what other programs write.
  private let handMade = [
    "时间;负荷(MW);风电\n2030-01-01 1:00;1.234,5;35%\n2030-01-01 24:00;0,5;40%\n",
    "日期,1时,2时,3时,4时,5时,6时,7时,8时,9时,10时,11时,12时,13时,14时,15时,16时,17时,18时,19时,20时,21时,22时,23时,24时\n"
      + "47484," + (0..<24).map { "\($0)" }.joined(separator: ",") + "\n",
    "time\ta\n2030-01-01 00:00\t1\n2030-01-01 00:15\t2\n2030-01-01 00:30\t3\n2030-01-01 00:45\t4\n",
    "日期,时段,a\n2030/1/1,0,1\n2030/1/1,1,\"1,234\"\n", "sep=;\nhour;a\n1;１２\n2;3万千瓦\n",
  ]

  @Test func `garbled hand-made series are read or refused with a reason`() throws {
    var random = SeededBytes(seed: 44)
    let folder = try TemporaryFolder()
    for round in 0..<1000 {
      let text = handMade[round % handMade.count]
      try folder.write(garbled(text, &random), to: "s.csv")
      let model = try SeriesLibraryTests.horizon("2030-01-01", round % 5 == 1 ? 24 : 2)
      var declaration = SeriesDeclaration(
        name: "load",
        file: "s.csv",
        folder: folder.path,
        place: Place(file: "m")
      )
      if round % 2 == 1 { declaration.column = "a" }
      var library = SeriesLibrary(declarations: [declaration], dataFolder: nil, model: model)
      var log = IssueLog()
      let values = library.values("load", over: model, unit: .megawatt, log: &log)
      #expect((values == nil) == log.hasErrors, "seed 44, round \(round)")
      #expect(
        values?.allSatisfy(\.isFinite) != false && values?.count ?? model.hours == model.hours
      )
    }
  }

  @Test func `every beginning of a file is read or refused with a reason`() {
    for end in 0...yaml.utf8.count {
      var log = IssueLog()
      let node = YAMLReader.read(Array(yaml.utf8.prefix(end)), file: "m.yaml", log: &log)
      #expect((node == nil) == log.hasErrors)
    }
    for end in 0...csv.utf8.count {
      var log = IssueLog()
      let table = CSVReader.read(Array(csv.utf8.prefix(end)), file: "t.csv", log: &log)
      #expect(isWhole(table) || log.hasErrors)
    }
  }
}
