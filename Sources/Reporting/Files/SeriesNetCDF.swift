import CNetCDF
import GridDispatch
import GridFormulation
import Hourly
import Tables

/// The series of a result in one netCDF file, under the CF conventions: `series.nc`.
///
/// Each quantity is a variable over the hours and over its own columns, whose names stand in a variable of their own:
/// `power_mw(time, power_mw_column)`. The form is the classic one with 64-bit offsets, which every reader knows and
/// which holds nothing but what is written, so that the same result gives the same bytes.
enum SeriesNetCDF {
  /// The name of the file in the result folder.
  static let file = "series.nc"

  /// Writes the file into a result folder that is being made.
  static func write(
    _ schedule: Schedule,
    of summary: Summary,
    in folder: borrowing AtomicFolder
  ) throws(OutputError) {
    do throws(Failure) {
      try write(schedule, of: summary, to: folder.stagingPath + "/" + file)
    } catch {
      throw error.code > 0
        ? OutputError(code: error.code, path: folder.path)
        : .notWritable(path: "\(folder.path)/\(file)", reason: error.reason)
    }
  }

  /// What the library said to a call.
  private struct Failure: Error {
    let code: Int32

    var reason: String { nc_strerror(code).map { String(cString: $0) } ?? "error \(code)" }
  }

  private static func check(_ code: Int32) throws(Failure) {
    if code != NC_NOERR { throw Failure(code: code) }
  }

  /// A quantity with its columns, and the numbers of its variables in the file.
  private struct Table {
    let quantity: ResultQuantity
    let columns: [Schedule.Series]
    var values: Int32 = 0
    var names: Int32 = 0
  }

  private static func write(
    _ schedule: Schedule,
    of summary: Summary,
    to path: String
  ) throws(Failure) {
    var handle: Int32 = 0
    try check(nc_create(path, Int32(NC_CLOBBER | NC_64BIT_OFFSET), &handle))
    var isOpen = true
    defer { if isOpen { nc_close(handle) } }
    try check(nc_set_fill(handle, Int32(NC_NOFILL), nil))
    var tables = schedule.quantities.map { quantity in
      Table(quantity: quantity, columns: schedule.series(of: quantity))
    }
    let width = tables.flatMap(\.columns).map { name($0).utf8.count }.max() ?? 1
    let time = try defineTime(handle, schedule.horizon)
    let letters = try dimension(handle, "name_length", max(width, 1))
    for index in tables.indices {
      try define(&tables[index], handle, time.dimension, letters, summary.currency)
    }
    try describe(handle, summary)
    try check(nc_enddef(handle))
    try writeTime(handle, time, schedule.horizon)
    for table in tables { try write(table, handle, width: max(width, 1), schedule.horizon) }
    isOpen = false
    try check(nc_close(handle))
  }

  private static func name(_ series: Schedule.Series) -> String { TerminalText.shown(series.label) }

  // MARK: - What the file holds

  /// The numbers of the axis of time.
  private typealias Time = (dimension: Int32, start: Int32, bounds: Int32)

  private static func defineTime(_ handle: Int32, _ horizon: Horizon) throws(Failure) -> Time {
    let hours = try dimension(handle, "time", horizon.hours)
    let ends = try dimension(handle, "bounds", 2)
    let start = try variable(handle, "time", NC_DOUBLE, [hours])
    let bounds = try variable(handle, "time_bounds", NC_DOUBLE, [hours, ends])
    let first = horizon.start.description.replacing("T", with: " ")
    let facts = [
      ("standard_name", "time"), ("long_name", "start of the hour, UTC+8"),
      ("units", "hours since \(first):00"), ("calendar", "proleptic_gregorian"), ("axis", "T"),
      ("bounds", "time_bounds"),
    ]
    for (key, text) in facts { try attribute(handle, start, key, text) }
    return (hours, start, bounds)
  }

  private static func define(
    _ table: inout Table,
    _ handle: Int32,
    _ time: Int32,
    _ letters: Int32,
    _ currency: String
  ) throws(Failure) {
    let stem = table.quantity.stem
    let columns = try dimension(handle, stem + "_column", table.columns.count)
    table.names = try variable(handle, stem + "_column", NC_CHAR, [columns, letters])
    table.values = try variable(handle, stem, NC_DOUBLE, [time, columns])
    try attribute(handle, table.names, "_Encoding", "utf-8")
    try attribute(handle, table.names, "long_name", "asset or zone")
    try attribute(handle, table.values, "long_name", table.quantity.summary)
    try attribute(handle, table.values, "units", table.quantity.unitText(in: currency))
    if case .either(let meaning) = table.quantity.sign {
      try attribute(handle, table.values, "comment", meaning)
    }
  }

  private static func describe(_ handle: Int32, _ summary: Summary) throws(Failure) {
    let facts = [
      ("Conventions", "CF-1.10"), ("title", summary.title.isEmpty ? summary.name : summary.title),
      ("source", "gridflex \(Version.text)"), ("model", summary.name),
      ("currency", summary.currency), ("status", summary.status.rawValue),
    ]
    for (key, text) in facts { try attribute(handle, Int32(NC_GLOBAL), key, text) }
  }

  // MARK: - What stands in it

  private static func writeTime(
    _ handle: Int32,
    _ time: Time,
    _ horizon: Horizon
  ) throws(Failure) {
    let starts = horizon.steps.map { Double($0) }
    try check(nc_put_var_double(handle, time.start, starts))
    try check(nc_put_var_double(handle, time.bounds, starts.flatMap { [$0, $0 + 1] }))
  }

  private static func write(
    _ table: Table,
    _ handle: Int32,
    width: Int,
    _ horizon: Horizon
  ) throws(Failure) {
    var letters: [CChar] = []
    for column in table.columns {
      let bytes = name(column).utf8.map { CChar(bitPattern: $0) }
      letters += bytes + Array(repeating: 0, count: width - bytes.count)
    }
    try check(nc_put_var_text(handle, table.names, letters))
    var values: [Double] = []
    values.reserveCapacity(horizon.hours * table.columns.count)
    for step in horizon.steps { for column in table.columns { values.append(column.values[step]) } }
    try check(nc_put_var_double(handle, table.values, values))
  }

  // MARK: - The library

  private static func dimension(
    _ handle: Int32,
    _ name: String,
    _ length: Int
  ) throws(Failure) -> Int32 {
    var number: Int32 = 0
    try check(nc_def_dim(handle, name, length, &number))
    return number
  }

  private static func variable(
    _ handle: Int32,
    _ name: String,
    _ type: Int32,
    _ dimensions: [Int32]
  ) throws(Failure) -> Int32 {
    var number: Int32 = 0
    let code = nc_def_var(handle, name, nc_type(type), Int32(dimensions.count), dimensions, &number)
    try check(code)
    return number
  }

  private static func attribute(
    _ handle: Int32,
    _ owner: Int32,
    _ name: String,
    _ text: String
  ) throws(Failure) {
    try check(nc_put_att_text(handle, owner, name, text.utf8.count, text))
  }
}
