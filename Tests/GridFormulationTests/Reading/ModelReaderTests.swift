import GridFormulation
import Hourly
import SmallGrids
import Tables
import Testing

@testable import GridDispatch
@testable import GridGoals

struct ModelReaderTests {
  @Test func `a folder becomes a model`() throws {
    let model = try ModelFolder().read()
    #expect(model.name == "small")
    #expect(model.title == "small")
    #expect(model.currency == "CNY")
    #expect(model.zoneNames == ["home"])
    #expect(model.horizon.hours == 4)
    #expect(model.horizon.start == TimeStamp(year: 2030, month: 1, day: 1))
    #expect(!model.isWindow)
    #expect(model.assetSummaries.map(\.name) == ["old", "ridge"])
    #expect(model.assetSummaries.map(\.type) == ["coal", "wind"])
    #expect(model.assetSummaries.map(\.zone) == ["home", "home"])
    #expect(model.goals.map(\.id) == ["curtailment", "unserved-energy"])
    #expect(model.goals[0].threshold == 0.05)
    #expect(model.goals[0].comparison == .atMost)
    #expect(model.setting.series["load"] == [150, 160, 170, 180])
    #expect(model.issues.isEmpty)
  }

  @Test(arguments: ["note", "remark", "备注"])
  func `words for the reader may stand in any table, series and section`(name: String) throws {
    let yaml =
      ModelFolder.yaml.with("load: load}", "load: load, \(name): x}").with(
        "price: 800}",
        "price: 800, \(name): \"a, b\"}"
      ).with("unit: MW}", "unit: MW, \(name): 1}").with(
        "source: a test}",
        "source: a test, \(name): x}"
      )
      + "\(name): whole\n"
      + "options:\n  - {name: more, asset: ridge, set: {capacity_mw: 200}, cost-per-year: 1, "
      + "source: a test, \(name): x}\n"
    let model = try ModelFolder([
      "model.yaml": yaml,
      "assets/wind.csv": "name,capacity_mw,availability,\(name)\nridge,100,wind,\"=a, b\"\n",
      "series/hours.csv": ModelFolder.hours.with("wind_pu", "wind_pu,\(name)")
        .with(",0.1", ",0.1,x").with(",0.2", ",0.2,").with(",0.3", ",0.3,").with(",0.4", ",0.4,y"),
    ]).read()
    #expect(model.issues.filter { $0.severity != .note }.isEmpty)
    #expect(model.assetSummaries.map(\.name) == ["old", "ridge"])
  }

  @Test func `hand-made tables and series make the same model`() throws {
    let model = try ModelFolder([
      "assets/wind.csv": "名称;装机容量(万千瓦);availability\nridge;10;wind\n",
      "assets/coal.csv": "name,unit_size_mw,units,minimum_output_pu\nold,30万千瓦,1,45%\n",
      "series/hours.csv":
        "时间;load_mw;风电\n2030/1/1 1:00;150;10%\n2030/1/1 2:00;160;0,2\n2030/1/1 3:00;170;30%\n"
        + "2030/1/1 4:00;180;0,4\n",
      "model.yaml": ModelFolder.yaml.with("column: wind_pu", "column: wind_pu, label: end")
        .with("column: load_mw", "column: load_mw, label: end"),
    ]).read()
    #expect(model.assetSummaries.map(\.facts.capacity) == [300, 100])
    #expect(model.setting.series == ["load": [150, 160, 170, 180], "wind": [0.1, 0.2, 0.3, 0.4]])
    let notes = model.issues.filter { $0.severity == .note }
    #expect(notes.count == model.issues.count && notes.allSatisfy { $0.line != nil })
  }

  @Test func `what is not said has its default`() throws {
    let setting = try ModelFolder().read().setting
    #expect(setting.commitment == .linear)
    #expect(setting.zones[0].valueOfLostLoad == 20_000)
    #expect(setting.zones[0].loadScope == .gridDispatched)
    #expect(setting.fuels[0].carbonPerTonne == 2.66)
    #expect(setting.zones[0].reserve.upShareOfLoad == 0)
    #expect(setting.deepPeak.tiers.isEmpty)
  }

  @Test func `a model that is read can be dispatched`() throws {
    let model = try ModelFolder().read()
    var options = GoalOptions()
    options.method = .exact
    guard case .solved(let result) = try GoalDispatch.run(model, options: options) else {
      Testing.Issue.record("the model has no schedule")
      return
    }
    // Wind gives 10 + 20 + 30 + 40 of 660 MWh and coal the rest.
    #expect(rounded(result.schedule.total(.power) { $0 == "ridge" }) == 100)
    #expect(rounded(result.schedule.total(.power) { $0 == "old" }) == 560)
    #expect(result.verdicts.map(\.verdict) == [.pass, .pass])
  }

  @Test func `a window is a part of the hours`() throws {
    let model = try ModelFolder().read {
      $0.from = TimeStamp(year: 2030, month: 1, day: 1, hour: 1)
      $0.hours = 2
    }
    #expect(model.isWindow)
    #expect(model.horizon.hours == 2)
    #expect(model.setting.modelHorizon.hours == 4)
    #expect(model.setting.series["load"] == [160, 170])
    // 2 of 8,760 hours.
    #expect(model.setting.yearShare == 2.0 / 8760)
  }

  @Test func `a start without a length runs to the model's end`() throws {
    let model = try ModelFolder().read {
      $0.from = TimeStamp(year: 2030, month: 1, day: 1, hour: 3)
    }
    #expect(model.setting.series["load"] == [180])
  }

  @Test(
    arguments: [
      (1.0, 4), (-1, 2), (23, 1), (0, 5), (0, 0),
    ]
  )
  func `a window outside the model is refused`(hour: Double, hours: Int) throws {
    let failure = try ModelFolder().failure {
      $0.from = TimeStamp(year: 2030, month: 1, day: 1).adding(hours: Int(hour))
      $0.hours = hours
    }
    #expect(failure?.code == 65)
    #expect(failure?.texts.count == 1)
    #expect(failure?.texts.first?.contains("the model's hours") == true)
  }

  @Test func `a trailing slash does no harm`() throws {
    let folder = try ModelFolder()
    #expect(try ModelReader.read(folder: folder.path + "/").name == "small")
  }

  @Test func `values are changed on the way`() throws {
    let model = try ModelFolder().read {
      $0.changes = [
        "assets/coal/old/units=3", "reserve/up-share-of-load=0.05", "commitment=none",
        "fuels/coal/price=900",
      ]
    }
    #expect(model.assetSummaries[0].facts.capacity == 900)
    #expect(model.setting.zones[0].reserve.upShareOfLoad == 0.05)
    #expect(model.setting.commitment == .none)
    #expect(model.setting.fuels[0].price == .constant(900))
  }

  @Test(
    arguments: [
      ("assets/coal/old/unts=3", "Did you mean `units`?"),
      ("assets/coal/odl/units=3", "Did you mean `old`?"),
      ("assets/caol/old/units=3", "Did you mean `coal`?"),
      ("assets/coal/units=3", "assets/TYPE/NAME/COLUMN=VALUE"),
      ("assets/coal/old/units=many", "units"),
      ("reserv/up-share-of-load=0.05", "Did you mean `reserve`?"),
      ("commitment=quadratic", "commitment"), ("commitment", "PATH=VALUE"), ("=3", "PATH=VALUE"),
    ]
  )
  func `a change that leads nowhere is refused with the nearest name`(
    change: String,
    part: String
  ) throws {
    let failure = try #require(try ModelFolder().failure { $0.changes = [change] })
    #expect(failure.code == 65)
    #expect(failure.texts.contains { $0.hasPrefix("--set") && $0.contains(part) })
  }

  @Test func `measured data are found in the folder that is given`() throws {
    let folder = try ModelFolder([
      "model.yaml": ModelFolder.yaml.with("file: series/hours.csv", "file: \"${data}/hours.csv\"")
    ])
    try folder.write(ModelFolder.hours, to: "../data/hours.csv")
    #expect(try folder.read { $0.dataFolder = folder.root + "/data" }.name == "small")
    let failure = try #require(folder.failure())
    #expect(failure.code != 0)
    #expect(failure.texts.contains { $0.contains("--data") })
  }
}
