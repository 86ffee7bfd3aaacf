import Hourly
import SmallGrids
import Tables
import Testing

@testable import GridFormulation

/// A model that takes another and changes it.
struct ModelExtendsTests {
  /// A folder whose model extends the small one, which stands beside it as `base`.
  private func child(
    _ yaml: String,
    _ files: KeyValuePairs<String, String> = [:]
  ) throws -> ModelFolder {
    let folder = try ModelFolder([
      "../base/model.yaml": ModelFolder.yaml, "../base/assets/coal.csv": ModelFolder.coal,
      "../base/assets/wind.csv": ModelFolder.wind,
      "../base/series/hours.csv": ModelFolder.hours,
    ])
    try folder.remove("")
    try folder.write("extends: ../base\n" + yaml, to: "model.yaml")
    for (file, text) in files { try folder.write(text, to: file) }
    return folder
  }

  @Test func `keys replace and the rest stays`() throws {
    let model = try child("name: child\nreserve: {up-share-of-load: 0.1}\n").read()
    #expect(model.name == "child")
    #expect(model.horizon.hours == 4)
    #expect(model.setting.zones[0].reserve.upShareOfLoad == 0.1)
    #expect(model.assetSummaries.map(\.name) == ["old", "ridge"])
    #expect(model.setting.series["load"] == [150, 160, 170, 180])
  }

  @Test func `rows merge by name: a filled cell replaces, an empty one keeps, a new row is added`()
    throws
  {
    let model = try child(
      "name: child\n",
      ["assets/coal.csv": "name,unit_size_mw,units,ramp_pu_per_hour\nold,,2,0.3\nnew,600,1,\n"]
    ).read()
    #expect(model.assetSummaries.map(\.name) == ["old", "new", "ridge"])
    #expect(model.assetSummaries.map(\.facts.capacity) == [600, 600, 100])
    #expect((model.assets[0] as? Coal)?.ramp == 0.3)
    #expect((model.assets[1] as? Coal)?.ramp == Coal().ramp)
  }

  @Test func `a row marked remove goes`() throws {
    let model = try child(
      "name: child\n",
      [
        "assets/wind.csv": "name,remove\nridge,yes\n",
        "assets/gas.csv": "name,unit_size_mw,units,fuel\ng,100,1,coal\n",
      ]
    ).read()
    #expect(model.assetSummaries.map(\.name) == ["old", "g"])
  }

  @Test func `a series of the child stands in the child's folder`() throws {
    let model = try child(
      "name: child\nseries:\n  load: {file: series/mine.csv, column: load_mw}\n",
      ["series/mine.csv": ModelFolder.hours.with("150", "155")]
    ).read()
    #expect(model.setting.series["load"] == [155, 160, 170, 180])
    #expect(model.setting.series["wind"] == [0.1, 0.2, 0.3, 0.4])
  }

  @Test func `a fault of the base is told where it was written`() throws {
    let folder = try child("name: child\n")
    try folder.write(ModelFolder.coal.with("300", "big"), to: "../base/assets/coal.csv")
    let failure = try #require(folder.failure())
    #expect(failure.texts.contains { $0.contains("base/assets/coal.csv:2") && $0.contains("big") })
  }

  @Test func `models that extend each other are refused`() throws {
    let folder = try child("name: child\n")
    try folder.write("extends: ../model\nname: base\n", to: "../base/model.yaml")
    let failure = try #require(folder.failure())
    #expect(failure.code == 65)
    #expect(failure.texts.contains { $0.contains("circle") })
  }

  @Test func `a model that extends itself is refused`() throws {
    let folder = try ModelFolder(["model.yaml": "extends: .\n" + ModelFolder.yaml])
    #expect(folder.failure()?.texts.contains { $0.contains("circle") } == true)
  }

  @Test func `a base that is not there is missing, told where it is named`() throws {
    let folder = try ModelFolder(["model.yaml": "extends: ../nowhere\n" + ModelFolder.yaml])
    let failure = try #require(folder.failure())
    #expect(failure.code == 66)
    #expect(failure.texts.contains { $0.hasPrefix("model.yaml:1") && $0.contains("nowhere") })
  }
}
