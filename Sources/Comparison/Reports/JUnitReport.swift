import Tables

/// A report as JUnit's XML, as GitLab, GitHub and Jenkins read it.
///
/// A pair is a suite and each judged figure a case, whose class is its section. What differs is a failure with one
/// sentence, in its message and its text; what cannot be compared is an error. What is told and not judged stands
/// in the output of the suite. The time is that of the run that is held against the base, told once.
enum JUnitReport {
  static func xml(of report: ComparisonReport) -> String {
    let suites = report.pairs.map(suite) + (report.strays.isEmpty ? [] : [strays(report)])
    let sums = suites.reduce(into: Counts()) { $0.add($1.counts) }
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
      + "<testsuites name=\"gridflex compare\"\(sums.attributes)>\n"
      + suites.map(\.text).joined() + "</testsuites>\n"
  }

  private struct Counts {
    var tests = 0
    var failures = 0
    var errors = 0
    var seconds = 0.0

    mutating func add(_ other: Counts) {
      tests += other.tests
      failures += other.failures
      errors += other.errors
      seconds += other.seconds
    }

    var attributes: String {
      " tests=\"\(tests)\" failures=\"\(failures)\" errors=\"\(errors)\""
        + " time=\"\(NumberText.fixed(seconds, decimals: 3))\""
    }
  }

  private static func suite(_ pair: ComparedPair) -> (text: String, counts: Counts) {
    let model = pair.other.record.model
    let prefix = classPrefix(model)
    let seconds = pair.other.seconds ?? 0
    var counts = Counts(seconds: seconds)
    var cases = ""
    func add(_ section: String, _ name: String, _ body: String) {
      let time = counts.tests == 0 ? seconds : 0
      counts.tests += 1
      cases +=
        "    <testcase name=\"\(escaped(name))\" classname=\"\(escaped(prefix + "." + section))\""
        + " time=\"\(NumberText.fixed(time, decimals: 3))\""
      cases += body.isEmpty ? "/>\n" : ">\n\(body)    </testcase>\n"
    }
    if pair.answer == .notComparable {
      counts.errors += 1
      let reasons = pair.obstacles.joined(separator: "; ")
      add("results", "comparable", element("error", "not comparable", reasons))
    }
    var told: [String] = []
    for entry in ComparisonSentences.entries(of: pair) {
      switch entry.outcome {
      case .same: add(entry.section, entry.name, "")
      case .withinGap:
        told.append(entry.sentence)
        add(entry.section, entry.name, "")
      case .free: told.append(entry.sentence)
      case .different:
        counts.failures += 1
        add(entry.section, entry.name, element("failure", "different", entry.sentence))
      }
    }
    let inputs = pair.inputs.map { "input \($0.path): \($0.base) → \($0.other)" }
    let name = escaped("\(model): \(pair.other.path) against \(pair.base.path)")
    return (
      "  <testsuite name=\"\(name)\"\(counts.attributes)>\n\(cases)\(output(pair.omissions + inputs + told))"
        + "  </testsuite>\n",
      counts
    )
  }

  /// What has no like, as a suite of its own.
  private static func strays(_ report: ComparisonReport) -> (text: String, counts: Counts) {
    let counts = Counts(tests: report.missing.count, errors: report.missing.count)
    let cases = report.missing.map { path in
      "    <testcase name=\"\(escaped(path))\" classname=\"results.missing\" time=\"0.000\">\n"
        + element("error", "missing", "\(path) has no like in the other folder")
        + "    </testcase>\n"
    }
    return (
      "  <testsuite name=\"results without a like\"\(counts.attributes)>\n\(cases.joined())"
        + output(report.strays) + "  </testsuite>\n",
      counts
    )
  }

  /// What is told in a suite and is no case of it.
  private static func output(_ lines: [String]) -> String {
    guard !lines.isEmpty else { return "" }
    return "    <system-out>\(escaped(lines.joined(separator: "\n")))\n    </system-out>\n"
  }

  private static func element(_ name: String, _ type: String, _ sentence: String) -> String {
    let text = escaped(sentence)
    return "      <\(name) message=\"\(text)\" type=\"\(type)\">\(text)</\(name)>\n"
  }

  /// A model's name as Jenkins takes it for a package: a dot parts packages.
  private static func classPrefix(_ model: String) -> String {
    "gridflex." + model.replacing(".", with: "-")
  }

  /// A text as XML 1.0 may hold it in an attribute or between tags.
  private static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in TerminalText.shown(text).unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "\u{FFFE}", "\u{FFFF}": result += TerminalText.escape(scalar)
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
