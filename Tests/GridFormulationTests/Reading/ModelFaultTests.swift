import Foundation
import GridFormulation
import SmallGrids
import Tables
import Testing

/// What is wrong in a model folder, and what the reader answers.
struct ModelFaultTests {
  @Test(
    arguments: ModelFault.yamlFaults + ModelFault.marketFaults + ModelFault.tableFaults
      + ModelFault.seriesFaults
  )
  func `a fault is told with its place, its rule and the way to fix it`(fault: ModelFault) throws {
    let folder = try ModelFolder()
    try folder.write(fault.text, to: fault.file)
    let failure = try #require(folder.failure())
    #expect(failure.code == fault.code)
    #expect(
      failure.texts.contains { $0.hasPrefix(fault.place) && $0.contains(fault.part) },
      "\(failure.texts)"
    )
    #expect(failure.texts.allSatisfy { !$0.contains("/tmp") })
  }

  // MARK: Files and folders

  @Test func `a folder that is not there is missing`() throws {
    let folder = try ModelFolder()
    try folder.remove("")
    #expect(folder.failure()?.code == 66)
    #expect(folder.failure()?.texts.first?.contains("no such folder") == true)
  }

  @Test func `a folder without model.yaml is no model`() throws {
    let folder = try ModelFolder()
    try folder.remove("model.yaml")
    #expect(folder.failure()?.code == 66)
  }

  @Test func `a file is no model folder`() throws {
    let folder = try ModelFolder()
    try folder.remove("")
    try Data("text".utf8).write(to: URL(fileURLWithPath: folder.path))
    #expect(folder.failure()?.code == 65)
    #expect(folder.failure()?.texts.first?.contains("is a file") == true)
  }

  @Test func `a series file that is not there is missing`() throws {
    let folder = try ModelFolder()
    try folder.remove("series/hours.csv")
    #expect(folder.failure()?.code == 66)
    #expect(folder.failure()?.texts.contains { $0.contains("hours.csv") } == true)
  }

  @Test func `a model without assets is refused`() throws {
    let folder = try ModelFolder()
    try folder.remove("assets")
    #expect(folder.failure()?.code == 65)
    #expect(folder.failure()?.texts.contains { $0.contains("has no assets") } == true)
  }

  @Test(arguments: ["model.yaml", "assets/coal.csv", "series/hours.csv"])
  func `bytes that are not UTF-8 are refused in every file`(file: String) throws {
    let folder = try ModelFolder()
    try folder.write(Array("name,unit_size_mw,units\n".utf8) + [0xC3, 0x28, 0x0A], to: file)
    #expect(folder.failure()?.code == 65)
    #expect(folder.failure()?.texts.contains { $0.hasPrefix(file) } == true)
  }

  @Test func `20,000 levels of YAML are refused`() throws {
    let folder = try ModelFolder()
    try folder.write(
      "name: " + String(repeating: "[", count: 20_000) + String(repeating: "]", count: 20_000),
      to: "model.yaml"
    )
    #expect(folder.failure()?.code == 65)
  }

  @Test func `a cell of 20 MB is refused`() throws {
    let folder = try ModelFolder()
    try folder.write(
      "name,unit_size_mw,units\n" + String(repeating: "x", count: 20 << 20) + ",300,1\n",
      to: "assets/coal.csv"
    )
    let failure = try #require(folder.failure())
    #expect(failure.code == 65)
    #expect(failure.texts.allSatisfy { $0.utf8.count < 1000 })
  }

  @Test func `a folder or a broken link in the place of a table is told`() throws {
    let folder = try ModelFolder()
    try folder.remove("assets/wind.csv")
    try folder.write("name\n", to: "assets/wind.csv/wind.csv")
    #expect(folder.failure()?.code == 65)
    #expect(folder.failure()?.texts.first?.contains("wind.csv: error: is a folder") == true)
    try folder.remove("assets/wind.csv")
    try FileManager.default.createSymbolicLink(
      atPath: folder.path + "/assets/wind.csv",
      withDestinationPath: "nowhere.csv"
    )
    #expect(folder.failure()?.code == 66)
  }

  @Test func `a table in another format is not ignored without a word`() throws {
    let folder = try ModelFolder(["assets/Coal.xlsx": "PK", "assets/gas.CSV": "name\n"])
    let issues = try folder.read().issues
    #expect(issues.map(\.severity) == [.warning, .warning])
    #expect(issues.allSatisfy { $0.rule.contains("is not read") })
  }

  @Test func `a year that is no number makes no rule of other keys complain`() throws {
    let folder = try ModelFolder([
      "model.yaml": ModelFolder.yaml.with("year: 2030", "year: soon\nstart: 2030-01-01")
    ])
    #expect(
      folder.failure()?.texts == [
        "model.yaml:2:7: error: year = soon: must be a number. Write a whole number."
      ]
    )
  }

  // MARK: All at once

  @Test func `all faults of a folder are told together, in order, each once`() throws {
    let folder = try ModelFolder([
      "model.yaml": ModelFolder.yaml.with("hours: 4", "hours: 4\ncurency: CNY")
        .with("price: 800", "price: -1").with("metric: curtailment", "metric: curtial"),
      "assets/coal.csv": "name,unit_size_mw,units,ramp\nold,300,one,1\nnew,0,1,1\n",
      "assets/wind.csv": "name,capacity_mw,availability\nridge,-5,wind\nhill,5,wnd\n",
      "assets/tidal.csv": "name\n",
      "series/hours.csv": ModelFolder.hours.with("160", "x"),
    ])
    let failure = try #require(folder.failure())
    for part in [
      "curency", "price", "curtial", "ramp", "one", "-5", "wnd", "tidal.csv", "hours.csv",
    ] {
      #expect(failure.texts.contains { $0.contains(part) }, "\(part) is not told")
    }
    #expect(failure.texts.contains { $0.hasPrefix("assets/coal.csv:3") })
    #expect(Set(failure.texts).count == failure.texts.count)
    let files = failure.texts.map { $0.prefix { $0 != ":" } }
    #expect(files == files.sorted())
  }
}
