import SmallGrids
import Testing

@testable import GridFormulation

/// What spreadsheets and editors do to files, which is accepted without complaint.
struct ModelOddityTests {
  @Test(
    arguments: [
      ("byte-order mark", "\u{FEFF}name,unit_size_mw,units\nold,300,1\n"),
      ("CRLF", "name,unit_size_mw,units\r\nold,300,1\r\n"),
      ("quoted cells", "\"name\",\"unit_size_mw\",\"units\"\n\"old\",\"300\",\"1\"\n"),
      ("blank lines at the end", "name,unit_size_mw,units\nold,300,1\n\n\n"),
      ("rows of commas at the end", "name,unit_size_mw,units\nold,300,1\n,,\n,,\n"),
      ("no line end", "name,unit_size_mw,units\nold,300,1"),
      ("blanks around cells", "name , unit_size_mw,units\nold, 300 , 1\n"),
      (
        "a window list in quotes",
        "name,unit_size_mw,units,maintenance\nold,300,1,\"04-01..04-10; 09-01..09-20\"\n"
      ),
    ]
  )
  func `a table is read as it was meant`(oddity: String, text: String) throws {
    let model = try ModelFolder(["assets/coal.csv": text]).read()
    #expect(model.assetSummaries.map(\.name) == ["old", "ridge"])
    #expect(model.assetSummaries[0].facts.capacity == 300)
    #expect(model.issues.isEmpty)
  }

  @Test(
    arguments: [
      ("byte-order mark", "\u{FEFF}" + ModelFolder.hours),
      ("CRLF", ModelFolder.hours.with("\n", "\r\n")),
      ("blank lines at the end", ModelFolder.hours + "\n\n"),
      ("hours counted", "hour,load_mw,wind_pu\n0,150,0.1\n1,160,0.2\n2,170,0.3\n3,180,0.4\n"),
      (
        "columns nobody uses",
        ModelFolder.hours.with("wind_pu", "wind_pu,note").with("0.1\n", "0.1,x\n").with(
          "0.2\n",
          "0.2,\n"
        ).with("0.3\n", "0.3,\n").with("0.4\n", "0.4,\n")
      ),
    ]
  )
  func `a series is read as it was meant`(oddity: String, text: String) throws {
    let model = try ModelFolder(["series/hours.csv": text]).read()
    #expect(model.setting.series["load"] == [150, 160, 170, 180])
    #expect(model.issues.isEmpty)
  }

  @Test(arguments: ["\u{FEFF}" + ModelFolder.yaml, ModelFolder.yaml.with("\n", "\r\n")])
  func `model.yaml is read as it was meant`(text: String) throws {
    #expect(try ModelFolder(["model.yaml": text]).read().name == "small")
  }

  @Test func `names in Chinese stand in tables`() throws {
    let model = try ModelFolder([
      "assets/coal.csv": "name,unit_size_mw,units\n长春 热电 2,300,1\n"
    ]).read()
    #expect(model.assetSummaries[0].name == "长春 热电 2")
  }

  @Test func `thousands of rows are read`() throws {
    let rows = (0..<3000).map { "plant-\($0),1,1" }.joined(separator: "\n")
    let model = try ModelFolder(["assets/coal.csv": "name,unit_size_mw,units\n" + rows]).read()
    #expect(model.assetSummaries.count == 3001)
  }
}
