import SmallGrids
import Tables
import TestSupport
import Testing

@testable import GridFormulation
@testable import GridGoals

/// Nothing that is written where a number belongs stops the program: it is used, or refused at its place.
struct ExtremeNumberTests {
  /// Each declared place takes one of the texts, another than its neighbour; the dear tests take them all.
  private func texts(at index: Int) -> [String] {
    [ExtremeModel.texts[index % ExtremeModel.texts.count]]
  }

  @Test(arguments: AssetCatalogue.kinds.map(\.type.name))
  func `an asset of every kind is read before its cells are changed`(name: String) throws {
    let kind = try #require(AssetCatalogue.kind(named: name))
    var model = try ExtremeModel()
    model.add(kind)
    #expect(try model.isRead() == [])
    #expect(try model.fault() == nil)
  }

  private func tryCells(of name: String, _ texts: (Int) -> [String]) throws {
    let kind = try #require(AssetCatalogue.kind(named: name))
    for (index, field) in kind.fields.enumerated() {
      for text in texts(index) {
        var model = try ExtremeModel()
        model.add(kind, [field.name: text])
        let fault = try model.fault()
        #expect(fault == nil, "\(name), \(field.name) = \(text)")
      }
    }
  }

  private func tryOptions(of name: String, _ texts: (Int) -> [String]) throws {
    let kind = try #require(AssetCatalogue.kind(named: name))
    for (index, field) in kind.fields.enumerated() {
      for text in texts(index) {
        var model = try ExtremeModel()
        model.add(kind)
        model.addOption(field.name, text)
        let fault = try model.fault(dispatching: false)
        #expect(fault == nil, "option of \(name), \(field.name) = \(text)")
      }
    }
  }

  private func tryKeys(_ texts: (Int) -> [String]) throws {
    let header = ModelHeader.fields.map { ([$0.name], $0.name) }
    let sections = try ModelSection.all.flatMap { section in
      let path = try #require(ExtremeModel.sections[section.name], "\(section.name)")
      return section.fields.map { (path + [$0.name], $0.name) }
    }
    for (index, (path, _)) in (header + sections).enumerated() {
      for text in texts(index) {
        var model = try ExtremeModel()
        model.set(path, text)
        let fault = try model.fault()
        #expect(fault == nil, "\(path.joined(separator: "/")) = \(text)")
      }
    }
  }

  private func tryGoals(_ texts: (Int) -> [String]) throws {
    for (index, metric) in MetricCatalogue.all.enumerated() {
      for text in texts(index) {
        for key in ["at-least", "above", "about", "baseline", "limit"] {
          var model = try ExtremeModel()
          model.set(["goals", "0", "metric"], metric.name)
          if ["at-least", "above", "about"].contains(key) {
            model.set(["goals", "0", "at-most"], "")
          }
          model.set(["goals", "0", key], text)
          let fault = try model.fault()
          #expect(fault == nil, "\(metric.name), \(key) = \(text)")
        }
      }
    }
  }

  @Test(arguments: AssetCatalogue.kinds.map(\.type.name))
  func `a cell of any column is used or refused at its place`(name: String) throws {
    try tryCells(of: name, texts(at:))
    try tryOptions(of: name) { texts(at: $0 + 4) }
  }

  @Test func `a key of any section is used or refused at its place`() throws {
    try tryKeys(texts(at:))
  }

  @Test func `an hourly value is used or refused at its place`() throws {
    for text in ExtremeModel.texts {
      var model = try ExtremeModel()
      model.setHour(text)
      #expect(try model.fault() == nil, "\(text)")
      var labelled = try ExtremeModel()
      labelled.setLabel(text)
      #expect(try labelled.fault() == nil, "label \(text)")
    }
  }

  @Test(.dear, arguments: AssetCatalogue.kinds.map(\.type.name))
  func `every extreme text in every column is used or refused at its place`(name: String) throws {
    try tryCells(of: name) { _ in ExtremeModel.texts }
    // A column is changed by an option through the same field: each takes a third of the texts, its neighbours the rest.
    try tryOptions(of: name) { column in
      stride(from: column % 3, to: ExtremeModel.texts.count, by: 3).map { ExtremeModel.texts[$0] }
    }
  }

  @Test(.dear, arguments: ExtremeModel.texts)
  func `an extreme text at every key is used or refused at its place`(text: String) throws {
    try tryKeys { _ in [text] }
    try tryGoals { _ in [text] }
  }
}
