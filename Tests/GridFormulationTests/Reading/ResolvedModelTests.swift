import Hourly
import LinearProgramming
import SmallGrids
import Tables
import Testing

@testable import GridFormulation

/// The model as it is written beside its results reads back as the same model.
struct ResolvedModelTests {
  /// A model with everything that is merged, converted or changed on the way.
  private func original() throws -> GridModel {
    let folder = try ModelFolder([
      "../base/model.yaml": ModelFolder.yaml.with(
        "goals:",
        """
        reserve: {up-share-of-load: 0.03, up-largest-unit: yes}
        deep-peak:
          heating-season: 11-01..03-31
          tiers:
            - {baseline: 0.5, wear-per-mwh: 10}
        goals:
        """
      ).with("unit: MW}", "unit: GW, scale: 0.001}").with(
        "column: wind_pu",
        "scale-to: {mean: 0.3}, column: wind_pu"
      ),
      "../base/assets/coal.csv":
        "name,unit_size_mw,units,maintenance,备注\n\"heat & power\",300,1,\"04-01..04-10; 09-01..09-20\",to be built\n",
      "../base/assets/wind.csv": ModelFolder.wind,
      "../base/series/hours.csv": ModelFolder.hours,
    ])
    try folder.remove("")
    try folder.write(
      "extends: ../base\nname: child\ntitle: \"a: b # c\\e[31m\\u202E\"\n",
      to: "model.yaml"
    )
    return try folder.read { $0.changes = ["assets/wind/ridge/capacity_mw=250"] }
  }

  private func reread(_ model: GridModel) throws -> GridModel {
    let folder = try ModelFolder()
    try folder.remove("")
    for file in model.resolved { try folder.write(file.text, to: file.path) }
    return try folder.read()
  }

  @Test func `it reads back as the same model and the same program`() throws {
    let model = try original()
    let again = try reread(model)
    #expect(again.name == "child")
    #expect(again.title == "a: b # c\u{1B}[31m\u{202E}")
    #expect(again.assetSummaries.map(\.name) == model.assetSummaries.map(\.name))
    #expect(again.assetSummaries.map(\.facts.capacity) == [300, 250])
    #expect(again.goals.map(\.id) == model.goals.map(\.id))
    #expect(model.resolved.contains { $0.text.contains("备注") && $0.text.contains("to be built") })
    #expect(again.setting.series == model.setting.series)
    #expect(text(of: again) == text(of: model))
  }

  @Test func `it stands alone and resolves to itself`() throws {
    let model = try original()
    #expect(!model.resolved.contains { $0.text.contains("extends") })
    let again = try reread(model)
    #expect(again.resolved.map(\.path) == model.resolved.map(\.path))
    #expect(again.resolved.map(\.text) == model.resolved.map(\.text))
  }

  @Test func `a window is written with the series of the whole model`() throws {
    let model = try ModelFolder().read { $0.hours = 2 }
    let again = try reread(model)
    #expect(again.horizon.hours == 4)
    #expect(again.setting.series["load"] == [150, 160, 170, 180])
  }

  private func text(of model: GridModel) -> String {
    var text = ""
    LPWriter.write(model.formulated().build(), to: &text)
    return text
  }
}
