import GridFormulation
import Hourly
import Reporting

extension PictureMaker {
  /// The dispatch of a week as a stack; of the whole grid, or of a zone.
  package mutating func dispatch(of part: ReportedGrid) -> Picture {
    let title = part.zone.map { words.filled(.zoneWeek, words.place($0)) } ?? words[.dispatchWeek]
    return hours(
      of: part,
      number(of: part).map { "dispatch-\($0)" } ?? "dispatch",
      title,
      words(.noteDispatch),
      windows.weeks
    )
  }

  /// The working positions of plants under the load curve of a day.
  package mutating func positions() -> Picture {
    hours(of: grid, "positions", words[.workingPositions], words(.notePositions), windows.days)
  }

  private mutating func hours(
    of part: ReportedGrid,
    _ name: String,
    _ title: String,
    _ note: String,
    _ windows: [NamedWindows.Window]
  ) -> Picture {
    let key = number(of: part).map { "\($0)/" } ?? ""
    var (up, down, hatched): ([JSONValue], [JSONValue], [JSONValue]) = ([], [], [])
    for technology in ReportedGrid.order + Self.behind {
      let (given, drawn) = (part.supply(of: technology), part.draw(of: technology))
      let colour = Colour.of(technology)
      if part.hasAny(given) {
        let id = data.add("\(key)up-\(technology.rawValue)", given)
        up.append(
          Self.entry(words.shortGiven(by: technology, isZone: part.zone != nil), colour, id)
        )
      }
      if part.hasAny(drawn) {
        let id = data.add("\(key)down-\(technology.rawValue)", drawn)
        down.append(
          Self.entry(words.shortDrawn(by: technology, isZone: part.zone != nil), colour, id)
        )
      }
    }
    if part.hasAny(part.unserved) {
      let id = data.add(key + "unserved", part.unserved)
      hatched.append(Self.entry(words[.unservedShort], Colour.unserved, id))
    }
    if part.hasAny(part.curtailed) {
      let id = data.add(key + "curtailed", part.curtailed)
      hatched.append(Self.entry(words[.curtailedShort], Colour.curtailed, id))
    }
    let load = Self.entry(words[.loadShort], Colour.ink, data.add(key + "load", part.demand))
    return picture(
      name,
      title,
      note,
      .hourly,
      [
        ("unit", unit(.power, part.demand, quantum: 0.01)), ("up", .array(up)),
        ("hatch", .array(hatched)), ("down", .array(down)), ("lines", .array([load])),
        ("windows", NamedWindows.json(windows, words)), ("any", .bool(data.isWhole)),
      ]
    )
  }

  /// The number of a zone, from 1, as names may hold anything; nil for the whole grid.
  private func number(of part: ReportedGrid) -> Int? {
    part.zone.flatMap { zone in
      grid.result.model.zoneNames.firstIndex(of: zone).map { $0 + 1 }
    }
  }

  /// What stands behind plants and stores in a stack.
  private static let behind: [Technology] =
    [.exchange, .corridor, .line, .converter]
    + Technology.allCases.filter { $0.isFlexibleLoad || $0.isHeatOnly }

  /// What stores hold, over all hours.
  package mutating func levels() -> Picture? {
    var lines: [JSONValue] = []
    var all: [Double] = []
    for technology in grid.technologies where technology.isStorage || technology == .hydro {
      let levels = grid.sum(.storedEnergy) { $0 == technology }
      guard grid.hasAny(levels) else { continue }
      let id = data.add("stored-\(technology.rawValue)", levels, quantum: 0.1)
      all += levels
      lines.append(Self.entry(words.name(technology), Colour.of(technology), id))
    }
    guard !lines.isEmpty else { return nil }
    let whole = NamedWindows.Window(word: .allHours, hours: grid.horizon.steps)
    return picture(
      "levels",
      words[.storageLevels],
      words(.noteLevels),
      .hourly,
      [
        ("unit", unit(.energy, all, quantum: 0.1)), ("up", .array([])), ("hatch", .array([])),
        ("down", .array([])), ("lines", .array(lines)), ("height", .integer(260)),
        (
          "windows",
          NamedWindows.json(
            (data.isWhole && grid.horizon.hours > 168 ? [whole] : []) + windows.weeks,
            words
          )
        ),
        ("any", .bool(false)),
      ]
    )
  }
}

extension Words {
  /// What a technology gave, in a legend.
  func shortGiven(by technology: Technology, isZone: Bool = false) -> String {
    switch technology {
    case .exchange: self[.importShort]
    case .corridor, .line, .converter: self[.fromZones]
    case .pumpedHydro, .battery, .otherStorage: filled(.discharge, name(technology))
    case let load where load.isFlexibleLoad: filled(.callOf, name(load))
    default: name(technology)
    }
  }

  /// What a technology drew, in a legend.
  func shortDrawn(by technology: Technology, isZone: Bool = false) -> String {
    switch technology {
    case .exchange: self[.exportShort]
    case .corridor, .line, .converter: self[isZone ? .sentToZones : .losses]
    case .pumpedHydro, .battery, .otherStorage: filled(.charge, name(technology))
    default: filled(.drawnBy, name(technology))
    }
  }
}
