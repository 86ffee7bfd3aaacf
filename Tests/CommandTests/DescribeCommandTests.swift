import GridFormulation
import Testing

struct DescribeCommandTests {
  private let tutorial = CommandRun.repository + "GridModels/tutorial"

  /// The first words of the indented lines of the overview.
  private func names() throws -> [String] {
    try CommandRun("describe").output.split(separator: "\n").compactMap { line in
      line.hasPrefix("  ") ? line.split(separator: " ").first.map(String.init) : nil
    }
  }

  @Test func `everything that the overview lists can be described`() throws {
    let names = try names()
    #expect(names.contains("pumped-hydro"))
    #expect(names.contains("reserve"))
    #expect(names.contains("peak-response"))
    for name in names {
      let run = try CommandRun("describe", name)
      #expect(run.code == 0 && !run.output.isEmpty, "\(name)")
    }
  }

  @Test func `every key at the top of model.yaml is told, as the reader of a model knows it`()
    throws
  {
    let lines = try CommandRun("describe", "model").output.split(separator: "\n").map(String.init)
    let keys = lines.dropFirst().filter { !$0.hasPrefix(" ") }
    #expect(
      keys == [
        "extends", "name", "title", "year", "start", "hours", "time-zone", "currency",
        "commitment", "imported-from", "carbon-price", "zones", "heat-zones", "fuels", "reserve",
        "carbon-market",
        "green-contracts", "deep-peak", "series", "goals", "options",
        "option-limits",
      ]
    )
    let refused = try CommandRun("check", tutorial, "--set", "colour=red")
    #expect(refused.messages.contains("Known: " + keys.prefix(12).joined(separator: ", ")))
  }

  @Test func `a column is told with its unit, range, default and limit`() throws {
    let run = try CommandRun("describe", "wind")
    let entry = """
      curtailable_pu
          number; pu; range 0...1; default 1
          Share of the output that can be curtailed.
          limit: minimum output
      variable_cost_per_mwh
          number; currency/MWh; range 0...1000; default 0
          Variable cost per MWh.
          no limit: it is a price

      """
    #expect(run.output.hasPrefix("wind: Wind farms, on land or at sea.\n"))
    #expect(run.output.contains(entry))
  }

  @Test func `every column tells its limit or why it has none`() throws {
    for kind in AssetCatalogue.kinds {
      let lines = try CommandRun("describe", kind.type.name).output.split(separator: "\n")
      let told = lines.filter { $0.hasPrefix("    limit: ") || $0.hasPrefix("    no limit: it ") }
      #expect(told.count == kind.fields.count, "\(kind.type.name)")
      #expect(told.allSatisfy { $0.count <= 100 })
    }
    #expect(try !CommandRun("describe", "reserve").output.contains("limit: "))
  }

  @Test func `an unknown name answers with the nearest`() throws {
    let run = try CommandRun("describe", "pumpedhydro")
    #expect(
      run.messages
        == "gridflex: nothing is called 'pumpedhydro'; did you mean 'pumped-hydro'?\n"
        + "try 'gridflex describe'\n"
    )
    #expect(run.code == 64)
  }
}
