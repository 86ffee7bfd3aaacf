import Comparison
import Tables
import TestSupport
import Testing

struct ToleranceSetTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func read(_ text: String) throws -> ToleranceSet {
    try ToleranceSet.read(path: folder.write(text, to: "tolerance.yaml"))
  }

  @Test func `a file sets what it names and leaves the rest`() throws {
    let read = try read(
      "energy: {absolute: 10}\nprice:\n  relative: 0.01\njudge: [assets, hourly]\n"
    )
    #expect(read[.energy] == Tolerance(absolute: 10, relative: 1e-4))
    #expect(read[.price] == Tolerance(absolute: 0.01, relative: 0.01))
    #expect(read[.cost] == ToleranceSet.standard[.cost])
    #expect(read.judgesAssets && read.judgesHours)
  }

  @Test(arguments: [
    ("enrgy: {absolute: 1}\n", ":1:1: error: enrgy: is not a known key. Did you mean `energy`?"),
    ("cost: {absolut: 1}\n", "cost/absolut: is not a known key. Did you mean `absolute`?"),
    ("cost: {relative: 3}\n", "cost/relative = 3: must lie in 0...1."),
    ("cost: {absolute: -1}\n", "must be at least 0"),
    ("judge: [asets]\n", "must be one of assets, hourly. Did you mean `assets`?"),
    ("cost: 3\n", "must be a mapping"),
  ])
  func `what cannot be meant is refused with its place and the nearest name`(
    text: String,
    message: String
  ) throws {
    do {
      _ = try read(text)
      Issue.record("it was read")
    } catch let error as InputError {
      #expect(error.exitCode == 65)
      #expect(error.issues.map(\.description).joined().contains(message), "\(error.issues)")
    }
  }

  @Test func `the description tells every quantity with its default`() {
    for quantity in ComparedQuantity.allCases {
      #expect(ToleranceSet.description.contains("\n\(quantity.rawValue)\n    absolute, default "))
    }
  }

  @Test func `a missing file is missing`() {
    #expect(throws: InputError.self) { try ToleranceSet.read(path: folder.path + "/none.yaml") }
  }
}
