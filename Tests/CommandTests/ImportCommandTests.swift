import Foundation
import Testing

struct ImportCommandTests {
  /// A network of one bus and an hour.
  private func network(_ changes: KeyValuePairs<String, String> = [:]) throws -> ScratchFolder {
    let scratch = try ScratchFolder()
    try FileManager.default.createDirectory(
      atPath: scratch.path + "/network",
      withIntermediateDirectories: true
    )
    let files: KeyValuePairs = [
      "buses.csv": "name\nhome\n", "snapshots.csv": "snapshot\n2030-01-01 00:00:00\n",
      "loads.csv": "name,bus,p_set\nload,home,50\n",
      "generators.csv": "name,bus,p_nom,marginal_cost,colour\nplant,home,100,7,red\n",
    ]
    for (file, text) in files { try scratch.write(text, to: "network/" + file) }
    for (file, text) in changes { try scratch.write(text, to: "network/" + file) }
    return scratch
  }

  @Test func `an imported network can be checked and dispatched`() throws {
    let scratch = try network()
    let run = try CommandRun("import", "pypsa", "network", "model", in: scratch.path)
    #expect(run.code == 0)
    #expect(run.messages.hasPrefix("buses: value of lost load is changed: "))
    #expect(
      run.output
        == "model: 1 zone, 1 asset, 1 hour; 1 rule not carried over or changed, "
        + "see not-carried-over.csv\ntry 'gridflex dispatch model'\n"
    )
    #expect(try CommandRun("check", "model", in: scratch.path).code == 0)
    let solved = try CommandRun(
      "dispatch",
      "model",
      "--format",
      "json",
      "--quiet",
      in: scratch.path
    )
    #expect(solved.code == 0)
    #expect(solved.output.contains("\"cost\": 350,"))
    #expect(
      try scratch.read("model/not-carried-over.csv").contains("generators,colour,descriptive")
    )
  }

  @Test func `an imported case of GenX is planned`() throws {
    let scratch = try ScratchFolder()
    try MutantFolder(files: ForeignNetworks.genx).write(to: scratch.path + "/case")
    let run = try CommandRun("import", "genx", "case", "model", in: scratch.path)
    #expect(run.code == 0)
    #expect(run.output.hasPrefix("model: 2 zones, 10 assets, 8 options, 12 hours; "))
    #expect(run.output.hasSuffix("try 'gridflex plan model'\n"))
    let planned = try CommandRun("plan", "model", "--quiet", "--fractions", in: scratch.path)
    #expect(planned.code == 0, "\(planned.messages)")
    // The two policies; what is not served costs Voll.
    #expect(planned.output.contains("all 2 goals hold"), "\(planned.output)")
  }

  @Test func `an unknown format is wrong usage and answers with the nearest`() throws {
    let run = try CommandRun("import", "pipsa", "network", "model")
    #expect(run.code == 64)
    #expect(run.messages.contains("did you mean 'pypsa'?"))
    #expect(try CommandRun("import", "pypsa", "network").code == 64)
  }

  @Test func `a wrong cell is bad data, told with file and line`() throws {
    let scratch = try network(["loads.csv": "name,bus,p_set\nload,home,much\n"])
    let run = try CommandRun("import", "pypsa", "network", "model", in: scratch.path)
    #expect(run.code == 65)
    #expect(run.messages.contains("network/loads.csv:2:3: error: p_set = much: must be a number"))
    // What would not have been carried over is told all the same, beside where the model would be.
    #expect(scratch.files().filter { $0.hasPrefix("model") } == ["model-not-carried-over.csv"])
    #expect(try scratch.read("model-not-carried-over.csv").contains("generators,colour"))
  }

  @Test func `a missing network or file is named`() throws {
    let scratch = try network()
    let run = try CommandRun("import", "pypsa", "nowhere", "model", in: scratch.path)
    #expect(run.code == 66)
    #expect(run.messages.contains("nowhere"))
    try FileManager.default.removeItem(atPath: scratch.path + "/network/snapshots.csv")
    let second = try CommandRun("import", "pypsa", "network", "model", in: scratch.path)
    #expect(second.code == 66)
    #expect(second.messages.contains("network/snapshots.csv"))
  }

  @Test func `a folder that is no import is not replaced`() throws {
    let scratch = try network()
    let run = try CommandRun("import", "pypsa", "network", "network", in: scratch.path)
    #expect(run.code == 73)
    #expect(scratch.files().contains("network/buses.csv"))
    for _ in 0..<2 {
      #expect(try CommandRun("import", "pypsa", "network", "model", in: scratch.path).code == 0)
    }
  }
}
