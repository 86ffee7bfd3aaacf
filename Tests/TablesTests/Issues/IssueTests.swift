import Tables
import Testing

struct IssueTests {
  @Test func `an issue reads as place, field, value, rule and fix`() {
    let issue = Issue(
      file: "assets/coal.csv",
      line: 3,
      column: 5,
      field: "minimum_output_pu",
      value: "1.4",
      rule: "must lie in 0...1",
      fix: "Write a share of rated output, e.g. 0.35."
    )
    #expect(
      issue.description
        == "assets/coal.csv:3:5: error: minimum_output_pu = 1.4: must lie in 0...1. "
        + "Write a share of rated output, e.g. 0.35."
    )
  }

  @Test func `an issue without line, field or fix is still a sentence`() {
    #expect(
      Issue(file: "model.yaml", rule: "does not exist").description
        == "model.yaml: error: does not exist"
    )
  }

  @Test func `a long or broken value is shown on one line and cut`() {
    let value = String(repeating: "x", count: 200) + "\n"
    let issue = Issue(.warning, file: "a", field: "b", value: value, rule: "c")
    #expect(!issue.description.contains("\n"))
    #expect(issue.description.count < 100)
  }

  @Test func `issues are ordered by file, line and column`() {
    let a = Issue(file: "a.csv", line: 10, rule: "r")
    let b = Issue(file: "a.csv", line: 9, column: 3, rule: "r")
    let c = Issue(file: "a.csv", line: 9, column: 2, rule: "z")
    let d = Issue(file: "b.csv", rule: "r")
    #expect([d, a, b, c].sorted() == [c, b, a, d])
  }
}

struct IssueLogTests {
  @Test func `a log lists each issue once, in order`() {
    var log = IssueLog()
    log.error(at: Place(file: "b"), rule: "two")
    log.error(at: Place(file: "a"), rule: "one")
    log.error(at: Place(file: "b"), rule: "two")
    #expect(log.sorted().map(\.rule) == ["one", "two"])
  }

  @Test func `warnings and notes do not stop a model`() throws {
    var log = IssueLog()
    log.warning(at: Place(file: "a"), rule: "odd")
    log.note(at: Place(file: "a"), rule: "misprinted")
    #expect(!log.hasErrors)
    try log.throwIfErrors()
  }

  @Test func `only missing files make exit code 66, anything else 65`() {
    var log = IssueLog()
    log.appendMissing(Issue(file: "a", rule: "does not exist"))
    #expect(throws: InputError.missing(log.sorted())) { try log.throwIfErrors() }
    #expect(InputError.missing([]).exitCode == 66)
    log.error(at: Place(file: "b"), rule: "wrong")
    #expect(throws: InputError.invalid(log.sorted())) { try log.throwIfErrors() }
    #expect(InputError.invalid([]).exitCode == 65)
  }
}
