import GridGoals
import Hourly
import Reporting
import Testing

@testable import GridFormulation

struct ResultNameTests {
  private func grid(_ changes: [ModelChange], hours: Int = 48, from hour: Int = 0) -> GridModel {
    var setting = Setting()
    setting.name = "valley"
    setting.modelHorizon = Horizon(start: TimeStamp(year: 2030, month: 1, day: 1), hours: 48)
    setting.horizon = Horizon(start: setting.modelHorizon.start.adding(hours: hour), hours: hours)
    return GridModel(
      setting: setting,
      assets: [],
      goals: [],
      issues: [],
      resolved: [],
      changes: changes
    )
  }

  private func change(_ path: String, _ value: String) -> ModelChange {
    ModelChange(path: path, value: value, before: nil)
  }

  @Test func `without a change the folder has the model's name, whatever the hours`() {
    #expect(ResultName.folder(of: grid([])) == "results/valley")
    #expect(ResultName.folder(of: grid([], hours: 24)) == "results/valley")
    #expect(ResultName.folder(of: grid([change("name", "valley")])) == "results/valley")
  }

  @Test func `values set and hours solved make a name of their own`() {
    let changes = [
      change("assets/battery/store/power_mw", "150"), change("reserve/up-share-of-load", "0.05"),
    ]
    let name = "results/valley+store.power_mw=150+reserve.up-share-of-load=0.05"
    #expect(ResultName.folder(of: grid(changes)) == name)
    #expect(ResultName.folder(of: grid(changes, hours: 24)) == name + "+2030-01-01+24h")
    #expect(
      ResultName.folder(of: grid(changes, hours: 24, from: 8)) == name + "+2030-01-01T0800+24h"
    )
  }

  @Test func `what a file name cannot hold, or not all of, is told apart by a digest`() throws {
    func name(_ value: String) -> String {
      ResultName.folder(of: grid([change("zones/home/load", value)]))
    }
    #expect(name("a b") != name("a-b"))
    #expect(name("a-b") == "results/valley+zones.home.load=a-b")
    #expect(name("a b").hasPrefix("results/valley+zones.home.load=a-b+"))
    #expect(name("../..") != name("..-.."))
    #expect(!name("x/../../y").dropFirst("results/".count).contains("/"))
    let long = String(repeating: "长", count: 200)
    #expect(name(long) != name(long + "1"))
    #expect(name(long).utf8.count < 255)
    #expect(name(long) == name(long))
    // A variant of all rows of a table.
    let all = ResultName.folder(of: grid([change("assets/wind/*/capacity_mw", "0")]))
    #expect(all.hasPrefix("results/valley+wind.all.capacity_mw=0+"))
  }
}
