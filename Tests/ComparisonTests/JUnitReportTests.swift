import Comparison
import Foundation
import FoundationXML
import TestSupport
import Testing

/// The report as XML, held against the schema that the xunit plugin of Jenkins publishes (junit-10.xsd).
struct JUnitReportTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  /// What an element may have: required attributes, others, and the elements in it.
  private static let schema:
    [String: (required: Set<String>, optional: Set<String>, parts: Set<String>)] = [
      "testsuites": ([], ["name", "time", "tests", "failures", "errors"], ["testsuite"]),
      "testsuite": (
        ["name", "tests", "failures", "errors"], ["time", "timestamp", "id"],
        ["properties", "testcase", "system-out", "system-err"]
      ),
      "testcase": (
        ["name"], ["classname", "time"], ["error", "failure", "skipped", "system-out"]
      ),
      "failure": ([], ["message", "type"], []), "error": ([], ["message", "type"], []),
      "system-out": ([], [], []),
    ]

  /// Reads a document and notes each element with where it stands.
  private final class Reader: NSObject, XMLParserDelegate {
    var faults: [String] = []
    var elements: [(name: String, attributes: [String: String], text: String)] = []
    private var open: [Int] = []

    func parser(
      _ parser: XMLParser,
      didStartElement name: String,
      namespaceURI: String?,
      qualifiedName: String?,
      attributes: [String: String]
    ) {
      if let parent = open.last.map({ elements[$0].name }),
        JUnitReportTests.schema[parent]?.parts.contains(name) != true
      {
        faults.append("\(name) in \(parent)")
      }
      if let rule = JUnitReportTests.schema[name] {
        let given = Set(attributes.keys)
        if !rule.required.isSubset(of: given) { faults.append("\(name) lacks an attribute") }
        if !given.isSubset(of: rule.required.union(rule.optional)) {
          faults.append("\(name) has \(given)")
        }
      } else {
        faults.append("\(name) is not known")
      }
      if let time = attributes["time"], time.wholeMatch(of: /[0-9]{1,3}\.[0-9]{3}/) == nil {
        faults.append("time \(time)")
      }
      open.append(elements.count)
      elements.append((name, attributes, ""))
    }

    func parser(_ parser: XMLParser, foundCharacters text: String) {
      if let last = open.last { elements[last].text += text }
    }

    func parser(
      _ parser: XMLParser,
      didEndElement name: String,
      namespaceURI: String?,
      qualifiedName: String?
    ) {
      open.removeLast()
    }
  }

  private func read(_ report: ComparisonReport) throws -> Reader {
    let reader = Reader()
    let parser = XMLParser(data: Data(report.rendered(as: .junit).utf8))
    parser.delegate = reader
    #expect(parser.parse())
    return reader
  }

  private func pair(_ change: (inout WrittenResult) -> Void) throws -> ComparedPair {
    var other = WrittenResult()
    change(&other)
    return ComparedPair(
      try WrittenResult().read(in: folder, as: "base"),
      try other.read(in: folder, as: "other <&\"'> 吉林")
    )
  }

  @Test func `what differs is a failure with its sentence in message and text`() throws {
    let pair = try pair {
      $0.co2 += 10
      $0.power[0] = 51
      $0.units = "3"
    }
    let reader = try read(ComparisonReport([pair]))
    #expect(reader.faults == [])
    let failures = reader.elements.filter { $0.name == "failure" }
    #expect(failures.count == 1)
    #expect(
      failures[0].attributes["message"]
        == "emissions, CO2: 180.000 t in the base, 190.000 t in the other: +10.0 t (+5.56 %); "
        + "allowed is a difference of 0.100 t"
    )
    #expect(failures[0].text == failures[0].attributes["message"])
    let suite = try #require(reader.elements.first { $0.name == "testsuite" })
    let cases = reader.elements.filter { $0.name == "testcase" }
    #expect(suite.attributes["tests"] == "\(cases.count)" && suite.attributes["failures"] == "1")
    #expect(suite.attributes["time"] == "1.500")
    #expect(suite.attributes["name"]?.contains("other <&\"'> 吉林") == true)
    let names = cases.map {
      ($0.attributes["classname"] ?? "") + "/" + ($0.attributes["name"] ?? "")
    }
    #expect(Set(names).count == names.count)
    #expect(names.contains("gridflex.small.emissions/CO2"))
    let output = try #require(reader.elements.first { $0.name == "system-out" }).text
    #expect(output.contains("input assets/coal/coal-a/units: 2 → 3"))
    #expect(output.contains("series power_mw: 1 of 1 column"))
  }

  @Test func `what cannot be compared, or has no like, is an error`() throws {
    let report = ComparisonReport(
      [
        try pair {
          $0.hours = 3
          $0.currency = "EUR"
        }
      ],
      missing: ["results/gone"],
      added: ["results/new"]
    )
    let reader = try read(report)
    #expect(reader.faults == [])
    let errors = reader.elements.filter { $0.name == "error" }
    #expect(errors.count == 2)
    #expect(errors[0].text.contains("other hours were solved"))
    #expect(errors[1].text == "results/gone has no like in the other folder")
    #expect(reader.elements[0].attributes["errors"] == "2")
    #expect(report.answer == .notComparable)
  }

  @Test func `the same results are cases without a failure`() throws {
    let reader = try read(ComparisonReport([try pair { _ in }]))
    #expect(reader.faults == [])
    #expect(!reader.elements.contains { $0.name == "failure" || $0.name == "error" })
  }
}
