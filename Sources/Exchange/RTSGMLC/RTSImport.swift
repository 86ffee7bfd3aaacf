import GridFormulation
import Hourly
import Tables

/// Reads the data of the reliability test system RTS-GMLC (Barrows and others 2020, IEEE Transactions on
/// Power Systems 35) into a model under construction.
///
/// A bus becomes a zone, the loads of its area shared out in the proportion of `MW Load`; a region becomes an
/// area that holds reserve together. Units become generators with their heat-rate curve at their fuel's price.
struct RTSImport {
  var source: RTSSource
  var series = RTSSeries()
  var draft = ImportDraft()
  /// Which file each object's parameter follows.
  private var pointers: [String: (file: String, mention: Mention)] = [:]
  /// Zone names by bus number.
  private(set) var buses: [String: String] = [:]

  /// Reads the folder; what is wrong is in the log of `source`.
  init(folder: String) {
    source = RTSSource(folder: folder)
    readPointers()
    readBuses()
    readBranches()
    readUnits()
    refuseMissingHours()
    noteWhatIsLeft()
  }

  /// The values that a parameter of an object follows; nil where it follows none.
  ///
  /// The column has the object's name unless another is given.
  mutating func values(
    _ parameter: String,
    of object: String,
    column: String? = nil
  ) -> [Double]? {
    guard let (file, mention) = pointers[object + "/" + parameter] else { return nil }
    return series.values(column ?? object, in: file, namedIn: mention, of: &source)
  }

  private mutating func readPointers() {
    for row in source.table("timeseries_pointers.csv") where row.text("Simulation") == "DAY_AHEAD" {
      guard row.text("Category") != "Reserve" else { continue }
      let object = source.text("Object", of: row)
      let parameter = source.text("Parameter", of: row)
      let path = source.text("Data File", of: row)
      let place = row.cell("Data File")?.place ?? row.place
      pointers[object + "/" + parameter] = (
        path.split(separator: "/").last.map(String.init) ?? path,
        Mention(place: place, field: "Data File", text: path)
      )
    }
  }

  private mutating func readBuses() {
    let rows = source.table("bus.csv")
    var loads: [String: Double] = [:]
    for row in rows {
      loads[source.text("Area", of: row), default: 0] += source.number("MW Load", of: row)
    }
    for row in rows {
      let number = source.text("Bus ID", of: row)
      let area = source.text("Area", of: row)
      let name = "bus-\(number)"
      buses[number] = name
      var zone = ImportDraft.ZoneDraft(name: name)
      zone.area = "region-\(area)"
      let share = source.number("MW Load", of: row, absent: 0) / max(loads[area] ?? 0, 1e-9)
      if share > 0, let load = values("MW Load", of: area) {
        zone.load = draft.profile(
          .hourly(load.map { share * $0 }),
          "load",
          of: name,
          in: "buses"
        )
      }
      draft.zones.append(zone)
      draft.remember(name, of: "bus.csv", at: row.place)
    }
  }

  private mutating func readBranches() {
    for row in source.table("branch.csv") {
      var line = Line()
      line.name = source.text("UID", of: row)
      line.from = zone("From Bus", of: row)
      line.to = zone("To Bus", of: row)
      line.reactance = source.number("X", of: row)
      line.limit = Power(megawatts: source.number("Cont Rating", of: row))
      let ratio = source.number("Tr Ratio", of: row, absent: 0)
      if ratio > 0 { line.tapRatio = ratio }
      draft.lines.append(line)
      draft.remember(line.name, of: "branch.csv", at: row.place)
    }
    for row in source.table("dc_branch.csv") {
      var corridor = Corridor()
      corridor.name = source.text("UID", of: row)
      corridor.from = zone("From Bus", of: row)
      corridor.to = zone("To Bus", of: row)
      corridor.forwardLimit = Power(megawatts: source.number("MW Load", of: row))
      corridor.backwardLimit = corridor.forwardLimit
      draft.corridors.append(corridor)
      draft.remember(corridor.name, of: "dc_branch.csv", at: row.place)
      draft.note(
        .changed,
        "dc_branch.csv",
        "MW Load",
        "The setpoint is the limit of a flow that is free either way; resistance and converter are left out.",
        of: corridor.name
      )
    }
  }

  /// The zone of a bus; empty and an issue where there is no such bus.
  mutating func zone(_ column: String, of row: RTSRow) -> String {
    let number = source.text(column, of: row)
    if let zone = buses[number] { return zone }
    if !number.isEmpty, !buses.isEmpty {
      source.log.error(
        at: row.cell(column)?.place ?? row.place,
        field: column,
        value: number,
        rule: "is no bus of bus.csv",
        fix: NearestName.fix(number, among: buses.keys.sorted())
      )
    }
    return ""
  }

  /// Logs that no series was read, which would tell the hours.
  private mutating func refuseMissingHours() {
    guard series.hours == nil, !source.log.hasErrors else { return }
    source.log.error(
      at: Place(file: source.folder + "/timeseries_pointers.csv", line: 1),
      rule: "names no DAY_AHEAD series of an area or a unit, so the hours are not known",
      fix: "Compare the table with RTS_Data/SourceData of RTS-GMLC."
    )
  }

  private mutating func noteWhatIsLeft() {
    let lines: [(PyPSADifference.Kind, String, String, String)] = [
      (
        .leftOut, "reserves.csv", "reserve",
        "No reserve is held: state it under `reserve` where it matters."
      ),
      (
        .leftOut, "branch.csv", "R, B, ratings of hours",
        "Lines lose nothing; the continuous rating is the limit."
      ),
      (.leftOut, "bus.csv", "voltage, reactive power, shunts", "Power flow is linear (DC)."),
      (
        .leftOut, "gen.csv", "outage rates",
        "FOR, MTTF, MTTR and maintenance weeks: no unit is ever out."
      ),
      (.leftOut, "gen.csv", "emissions but CO2", "SO2, NOx and others are not followed."),
      (
        .changed, "gen.csv", "Start Heat Warm MBTU, Start Heat Hot MBTU",
        "Every start is a cold one, the dearest."
      ),
      (.changed, "storage.csv", "hydro reservoirs", "Hydropower follows its hourly series."),
      (.leftOut, "timeseries", "real time", "The day-ahead series are used."),
    ]
    for (kind, list, field, text) in lines { draft.note(kind, list, field, text) }
  }
}
