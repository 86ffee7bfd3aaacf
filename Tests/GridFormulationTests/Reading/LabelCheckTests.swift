import GridFormulation
import SmallGrids
import Testing

/// Two things of one label could not be told apart in a result: they are refused where they are read.
struct LabelCheckTests {
  private static let coal = "name,unit_size_mw,units,retrofit_share_pu\nold,300,1,0.5\n"
  private static let base = "  - {name: home, load: load}\n"

  private func failure(_ files: [(String, String)]) throws -> [String] {
    let folder = try ModelFolder()
    for (file, text) in files { try folder.write(text, to: file) }
    return folder.failure()?.texts ?? []
  }

  private func says(_ texts: [String], _ place: String, _ part: String) -> Bool {
    texts.count == 1 && texts[0].hasPrefix(place) && texts[0].contains(part)
      && texts[0].contains("Give the")
  }

  @Test func `an asset with the label of a cluster's part is refused`() throws {
    let wind = "name,capacity_mw,availability\nold.original,100,wind\n"
    let texts = try failure([("assets/coal.csv", Self.coal), ("assets/wind.csv", wind)])
    #expect(texts.count == 1)
    #expect(texts.first?.contains("old.original") == true, "\(texts)")
    #expect(texts.first?.contains("the part original of the asset old") == true, "\(texts)")
  }

  @Test func `an asset with the name of a zone is refused`() throws {
    let wind = "name,capacity_mw,availability\nhome,100,wind\n"
    let texts = try failure([("assets/wind.csv", wind)])
    #expect(says(texts, "assets/wind.csv:2:1", "the zone home"), "\(texts)")
  }

  @Test func `an asset with the name of an area is refused`() throws {
    let yaml = ModelFolder.yaml.with(Self.base, "  - {name: home, load: load, area: ridge}\n")
    let texts = try failure([("model.yaml", yaml)])
    #expect(says(texts, "assets/wind.csv:2:1", "the area ridge"), "\(texts)")
  }

  @Test func `an asset with the label of a zone's lines is refused`() throws {
    let wind = "name,capacity_mw,availability\nlines.home,100,wind\n"
    let texts = try failure([("assets/wind.csv", wind)])
    #expect(says(texts, "assets/wind.csv:2:1", "all lines of the zone home"), "\(texts)")
  }

  @Test func `an area with the name of a heat zone is refused`() throws {
    let yaml =
      ModelFolder.yaml.with(Self.base, "  - {name: home, load: load, area: town}\n")
      + "heat-zones:\n  - {name: town, demand: 0}\n"
    let texts = try failure([("model.yaml", yaml)])
    #expect(says(texts, "model.yaml:5", "is the name of a heat zone"), "\(texts)")
  }

  @Test func `a heat zone with the label of a part is refused`() throws {
    let yaml = ModelFolder.yaml + "heat-zones:\n  - {name: old.original, demand: 0}\n"
    let texts = try failure([("model.yaml", yaml), ("assets/coal.csv", Self.coal)])
    #expect(says(texts, "assets/coal.csv:2:1", "the heat zone old.original"), "\(texts)")
  }

  @Test func `a dot in a name is no fault of its own`() throws {
    let wind = "name,capacity_mw,availability\nold.retrofit,100,wind\n"
    #expect(try failure([("assets/coal.csv", Self.coal), ("assets/wind.csv", wind)]) == [])
  }
}
