import GridFormulation
import GridGoals
import SmallGrids
import Tables
import Testing

/// What is wrong with options is told at reading, with its place.
struct CapacityOptionFaultTests {
  private func failure(_ option: String) throws -> [String] {
    let folder = try ModelFolder([
      "model.yaml": ModelFolder.yaml + "options:\n  - \(option)\n"
    ])
    guard let failure = folder.failure() else { return [] }
    #expect(failure.code == 65)
    return failure.texts
  }

  @Test func `an option that changes numbers of an asset can be read`() throws {
    let texts = try failure(
      "{name: more, asset: ridge, set: {capacity_mw: 200}, cost-per-year: 1e6, source: a test}"
    )
    #expect(texts == [])
  }

  @Test func `an option of an asset that is not there is refused with the nearest name`() throws {
    let texts = try failure(
      "{name: more, asset: ridgy, set: {capacity_mw: 200}, cost-per-year: 1, source: s}"
    )
    #expect(
      texts.contains { $0.contains("options/more/asset") && $0.contains("`ridge`") },
      "\(texts)"
    )
  }

  @Test(arguments: [
    (
      "{name: more, asset: ridge, set: {capacity: 200}, cost-per-year: 1, source: s}",
      "is not a column of wind"
    ),
    (
      "{name: more, asset: ridge, set: {availability: wind}, cost-per-year: 1, source: s}",
      "must be a number now and after"
    ),
    (
      "{name: more, asset: old, set: {minimum_output_pu: 2}, cost-per-year: 1, source: s}",
      "minimum_output_pu"
    ),
    ("{name: more, asset: ridge, cost-per-year: 1, source: s}", "either `adds` or `set`"),
    ("{name: more, asset: ridge, set: {capacity_mw: 200}, source: s}", "cost-per-year"),
    (
      "{name: more, asset: ridge, adds: capacity_mw, cost-per-year: 1, source: s}",
      "most: must be given with `adds`"
    ),
    (
      "{name: more, asset: ridge, adds: capacity_mw, most: .inf, cost-per-year: 1, source: s}",
      "most = .inf"
    ),
    (
      "{name: more, asset: ridge, adds: capacity_mw, most: 9, unit-size: 10, cost-per-year: 1, source: s}",
      "is larger than the most that may be taken, 9"
    ),
    (
      "{name: more, asset: ridge, adds: capacity_mw, most: 9, capital-per-mw: 5, source: s}",
      "life-years: must be given with capital"
    ),
    (
      "{name: more, asset: ridge, adds: capacity_mw, most: 9, capital-per-mw: 5, life-years: 0, source: s}",
      "life-years = 0"
    ),
    (
      "{name: more, asset: ridge, adds: capacity_mw, most: 9, capital-per-mw: -5, life-years: 9, source: s}",
      "capital-per-mw = -5"
    ),
    (
      "{name: more, asset: ridge, adds: capacity_mw, most: 9, upkeep-per-mw: -5, source: s}",
      "takes nothing away"
    ),
    (
      "{name: more, asset: ridge, adds: availability, most: 9, upkeep-per-mw: 5, source: s}",
      "is no size"
    ),
    (
      "{name: more, asset: ridge, adds: capacity_mw, most: 9, upkeep-per-mw: 5, needs: old, source: s}",
      "needs = old: is not an option of the model"
    ),
    (
      "{name: less, asset: old, adds: units=-1, most: 99, upkeep-per-unit: -5, source: s}",
      "that are there"
    ),
  ])
  func `an option that cannot be taken is refused with the reason`(
    option: String,
    part: String
  ) throws {
    let texts = try failure(option)
    #expect(texts.contains { $0.hasPrefix("model.yaml:") && $0.contains(part) }, "\(texts)")
  }

  @Test(arguments: [
    ("assets/wind/ridge/capacity_mw=200", "has nothing that the option could change"),
    ("assets/wind/*/capacity_mw=200", "has nothing that the option could change"),
    ("assets/wind/ridge/remove=yes", "is not an asset of the model"),
  ])
  func `an option that the command line leaves nothing of is told and left out`(
    change: String,
    says: String
  ) throws {
    let option = "{name: more, asset: ridge, set: {capacity_mw: 200}, cost-per-year: 1, source: s}"
    let folder = try ModelFolder([
      "model.yaml": ModelFolder.yaml + "options:\n  - \(option)\n"
    ])
    var reading = ModelOptions()
    reading.changes = [change]
    let grid = try ModelReader.read(folder: folder.path, options: reading)
    #expect(grid.options.map { $0.changed == nil } == [true])
    let notes = grid.issues.map { "\($0)" }
    #expect(notes.contains { $0.contains(says) && $0.contains("left out") }, "\(notes)")
  }

  @Test func `two options that change one column need a group`() throws {
    let option = "asset: ridge, adds: capacity_mw, most: 9, upkeep-per-mw: 5, source: s}"
    let texts = try failure("{name: a, \(option)\n  - {name: b, \(option)")
    #expect(texts.contains { $0.contains("b and a change the same of ridge") }, "\(texts)")
    #expect(try failure("{name: a, group: g, \(option)\n  - {name: b, group: g, \(option)") == [])
  }

  @Test func `what is taken away whole may differ from what is there by rounding`() throws {
    // 713.088 − 0.64·1114.2 is −1e-13, which no ramp may be.
    let folder = try ModelFolder([
      "model.yaml": ModelFolder.yaml,
      "assets/generator.csv": """
      name,zone,capacity_mw,ramp_up_mw_per_hour
      peaker,,1114.1999999999998,713.0879999999997
      """,
      "options.csv": """
      name,asset,adds,most,upkeep_per_mw,source
      retire,peaker,capacity_mw=-1; ramp_up_mw_per_hour=-0.64,1114.1999999999998,-7,a test
      """,
    ])
    #expect(0.64 * 1114.1999999999998 > 713.0879999999997)
    let option = try #require(ModelReader.read(folder: folder.path).options.first)
    #expect(option.changes.map(\.after) == [0, 0])
  }

  @Test func `a table of options reads as the list in the model does`() throws {
    let folder = try ModelFolder([
      "model.yaml": ModelFolder.yaml,
      "options.csv": """
      name,asset,adds,unit_size,most,capital_per_mw,life_years,rate,upkeep_per_mw,source
      more,ridge,capacity_mw,50,200,1000,10,0.08,7,a test
      """,
    ])
    let option = try #require(ModelReader.read(folder: folder.path).options.first)
    #expect(option.extent.unit == "MW" && option.extent.full == 200 && option.extent.parts == 4)
    // 200,000 at 0.08/(1 − 1.08⁻¹⁰) = 0.149029489 a year and 7 a year for each of 200 MW.
    #expect(abs(option.cost.perYear - (200_000 * 0.1490294887 + 1400)) < 1e-3)
    #expect(option.cost.outlay == 200_000)
  }

  @Test func `a fault in a table of options is told with its cell`() throws {
    let folder = try ModelFolder([
      "model.yaml": ModelFolder.yaml,
      "options.csv": """
      name,asset,adds,most,upkeep_per_mw,source,colour
      more,ridge,capacity,200,7,a test,red
      """,
    ])
    let texts = try #require(folder.failure()).texts
    #expect(
      texts.contains { $0.hasPrefix("options.csv:2:") && $0.contains("not a column of wind") },
      "\(texts)"
    )
    #expect(texts.contains { $0.hasPrefix("options.csv:1:") && $0.contains("colour") }, "\(texts)")
  }
}
