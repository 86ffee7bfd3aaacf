import Foundation
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

/// The quantities of a result, each declared once.
struct DescribedQuantityTests {
  @Test func `every file of series that a dispatch writes is described`() throws {
    let scratch = try ScratchFolder()
    for model in ["tutorial", "jilin-2030-full"] {
      let folder = CommandRun.repository + "GridModels/" + model
      let run = try CommandRun(
        "dispatch",
        folder,
        "--hours",
        "3",
        "--output",
        scratch.path + "/" + model
      )
      #expect(run.code <= 1)
    }
    let files = scratch.files().filter { $0.contains("/series/") && !$0.contains("/resolved/") }
    #expect(files.count > 60)
    for file in Set(files.map { String($0.split(separator: "/")[2]) }) {
      let quantity = ResultQuantity.named(String(file.dropLast(4)))
      #expect(quantity?.stem == String(file.dropLast(4)), "\(file)")
    }
  }

  @Test func `every quantity that is declared stands in the catalogue, once`() throws {
    let folder = CommandRun.repository + "Sources/GridFormulation/"
    let paths = FileManager.default.enumerator(atPath: folder)?.compactMap { $0 as? String } ?? []
    var declared = 0
    for path in paths where path.hasSuffix(".swift") {
      let text = try String(contentsOfFile: folder + path, encoding: .utf8)
      guard let start = text.range(of: "extension ResultQuantity {") else { continue }
      declared += text[start.lowerBound...].matches(of: /Self\(\n? *"[a-z0-9_\\()]+",/).count
    }
    #expect(declared == ResultQuantity.all.count)
    let stems = ResultQuantity.all.map(\.stem)
    #expect(Set(stems).count == stems.count)
    #expect(ResultQuantity.all.allSatisfy { !$0.when.isEmpty && !$0.chinese.isEmpty })
  }

  @Test func `a quantity is told with unit, sign and when it is written, by any of its names`()
    throws
  {
    let page = try CommandRun("describe", "power_mw").output
    #expect(page.hasPrefix("power_mw: net injection at the terminals after own use\n\nunit     MW"))
    for name in ["power", "power_mw.csv", "results/x/series/power_mw.csv"] {
      #expect(try CommandRun("describe", name).output == page)
    }
    #expect(try CommandRun("describe", "deep_tier_3_mw").output.contains("tier 3"))
    let near = try CommandRun("describe", "pwer_mw")
    #expect(near.code == 64 && near.messages.contains("did you mean 'power_mw'?"))
  }
}
