import GridFormulation
import SmallGrids
import Testing

/// What a grid of several zones is told when it cannot be right.
struct NetworkFaultTests {
  /// Two zones with a corridor: `home` with coal, `ridge` with wind, and tables changed or added.
  private func failure(
    zones: String = "  - {name: ridge, load: 0}\n",
    corridors: String = "link,home,ridge,100,100\n",
    columns: String = "name,from,to,forward_limit_mw,backward_limit_mw\n",
    lines: String? = nil,
    wind: String = "name,zone,capacity_mw,availability\nridge-wind,ridge,100,wind\n",
    goals: String = "",
    more: [(String, String)] = []
  ) throws -> [String] {
    let base = "  - {name: home, load: load}\n"
    let folder = try ModelFolder([
      "model.yaml": ModelFolder.yaml.with(base, base + zones) + goals,
      "assets/coal.csv": "name,zone,unit_size_mw,units\nold,home,300,1\n",
      "assets/wind.csv": wind,
      "assets/corridors.csv": columns + corridors,
    ])
    if let lines { try folder.write(lines, to: "assets/lines.csv") }
    for (file, text) in more { try folder.write(text, to: file) }
    guard let failure = folder.failure() else { return [] }
    #expect(failure.code == 65)
    return failure.texts
  }

  private func says(_ texts: [String], _ place: String, _ part: String) -> Bool {
    texts.contains { $0.hasPrefix(place) && $0.contains(part) }
  }

  @Test func `two zones and a corridor can be read`() throws {
    #expect(try failure() == [])
  }

  /// Its load is 0 and its plants are large: what leaves it is taken by a plant that makes power of it.
  @Test func `a zone of fuel is none without use`() throws {
    let texts = try failure(
      zones: "  - {name: ridge, load: 0}\n  - {name: fuel, load: 0}\n",
      more: [
        ("assets/generator.csv", "name,zone,capacity_mw\nwell,fuel,5000\n"),
        (
          "assets/converters.csv",
          "name,from,to,capacity_mw,efficiency_pu\nturbine,fuel,home,200,0.4\n"
        ),
      ]
    )
    #expect(texts == [])
  }

  @Test func `a corridor to nowhere names the nearest zone`() throws {
    let texts = try failure(corridors: "link,home,rigde,100,100\n")
    #expect(says(texts, "assets/corridors.csv:2:3", "Did you mean `ridge`?"))
  }

  @Test func `a corridor from a zone to itself is refused`() throws {
    let texts = try failure(corridors: "link,home,ridge,100,100\nloop,home,home,10,10\n")
    #expect(says(texts, "assets/corridors.csv:3", "begins"))
  }

  @Test func `a negative limit is refused`() throws {
    let texts = try failure(corridors: "link,home,ridge,-100,100\n")
    #expect(says(texts, "assets/corridors.csv:2:4", "forward_limit_mw"))
  }

  @Test func `no asset takes the name of all lines together`() throws {
    let texts = try failure(corridors: "lines,home,ridge,100,100\n")
    #expect(says(texts, "assets/corridors.csv:2:1", "all lines of a zone"))
  }

  @Test func `a line without reactance is refused`() throws {
    let texts = try failure(
      lines: "name,from,to,reactance_pu,limit_mw\nwire,home,ridge,0,100\n"
    )
    #expect(says(texts, "assets/lines.csv:2", "is 0"))
  }

  @Test func `an asset without a zone among two is told so`() throws {
    let texts = try failure(wind: "name,capacity_mw,availability\nridge-wind,100,wind\n")
    #expect(says(texts, "assets/wind.csv:2", "is not a zone of the model"))
  }

  @Test func `a zone without a load is told so`() throws {
    let texts = try failure(zones: "  - {name: ridge}\n")
    #expect(says(texts, "model.yaml:6", "load"))
  }

  @Test func `a zone in which nothing is used, made or carried is refused`() throws {
    let texts = try failure(zones: "  - {name: ridge, load: 0}\n  - {name: void, load: 0}\n")
    #expect(says(texts, "model.yaml", "has no load, no asset and no corridor"))
  }

  @Test func `an island that cannot be balanced is named with its hours`() throws {
    // 40 MW all day against wind of 10, 20, 30 and 40 MW: three hours short, by 30 MW at the most.
    let texts = try failure(
      zones: "  - {name: ridge, load: 40}\n",
      corridors: "link,home,ridge,0,0\n"
    )
    let text = try #require(texts.first { $0.contains("island") })
    #expect(text.contains("ridge"))
    #expect(text.contains("in 3 hours"))
    #expect(text.contains("2030-01-01T00:00"))
    #expect(text.contains("30 MW"))
  }

  // MARK: Contracts

  private func contract(_ plants: String, wind: String? = nil) throws -> [String] {
    try failure(
      corridors: "link,ridge,home,100,100,contract,\(plants)\n",
      columns: "name,from,to,forward_limit_mw,backward_limit_mw,attribution,contract_plants\n",
      wind: wind ?? "name,zone,capacity_mw,availability\nridge-wind,ridge,100,wind\n"
    )
  }

  @Test func `a contract with a plant of the sending zone can be read`() throws {
    #expect(try contract("ridge-wind:0.5") == [])
  }

  @Test func `a contract plant outside the sending zone is refused`() throws {
    #expect(says(try contract("old"), "assets/corridors.csv:2", "stands in home"))
  }

  @Test func `a contract plant that is not there is refused`() throws {
    #expect(says(try contract("ridge-wnd"), "assets/corridors.csv:2", "ridge-wind"))
  }

  @Test func `more energy than a plant has cannot be contracted`() throws {
    #expect(says(try contract("ridge-wind:0.6; ridge-wind:0.5"), "assets/corridors.csv:2", "1.1"))
  }

  @Test func `a contract that names no plant is refused`() throws {
    #expect(says(try contract(""), "assets/corridors.csv:2", "must name the plants"))
  }

  @Test func `a share of a plant must be one`() throws {
    #expect(says(try contract("ridge-wind:2"), "assets/corridors.csv:2", "list of plants"))
  }

  // MARK: Goals and areas

  @Test func `a goal on a zone that is not there is refused`() throws {
    let goal = "  - {id: g, metric: curtailment, at-most: 0.1, zone: rigde, source: a test}\n"
    #expect(says(try failure(goals: goal), "model.yaml", "neither a zone nor an area"))
  }

  @Test func `an area may not be named as another zone`() throws {
    let texts = try failure(zones: "  - {name: ridge, load: 0, area: home}\n")
    #expect(says(texts, "model.yaml", "is the name of another zone"))
  }

  @Test func `an area states its reserve once`() throws {
    let texts = try failure(
      zones: """
          - {name: ridge, load: 0, area: west, reserve: {up-share-of-load: 0.1}}
          - {name: dale, load: 1, area: west, reserve: {up-share-of-load: 0.2}}

        """,
      corridors: "link,home,ridge,100,100\nroad,ridge,dale,100,100\n"
    )
    #expect(says(texts, "model.yaml", "a second time"))
  }
}
