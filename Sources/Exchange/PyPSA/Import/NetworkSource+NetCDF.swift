import Hourly
import Tables

/// A network in a netCDF file, as PyPSA's `export_to_netcdf` writes it.
///
/// A variable `generators_p_nom` is an attribute of a list, `generators_t_p_max_pu` a series of it with a row a
/// snapshot; the names stand in `generators_i` and `generators_t_p_max_pu_i`.
extension NetworkSource {
  mutating func readNetCDF() {
    do throws(NetCDFFile.Failure) {
      let file = try NetCDFFile(path: folder)
      try read(file, try file.variables())
    } catch {
      log.error(
        at: Place(file: folder),
        rule: "is no netCDF file of a network: \(error.reason)",
        fix: "Name what PyPSA's export_to_netcdf wrote, or the folder of export_to_csv_folder."
      )
      return
    }
    for needed in ["buses", "snapshots"] where sheet(needed) == nil {
      log.error(
        at: Place(file: folder),
        rule: "has no \(needed)",
        fix: "Export a network with \(needed)."
      )
    }
  }

  private mutating func read(
    _ file: borrowing NetCDFFile,
    _ variables: [NetCDFFile.Variable]
  ) throws(NetCDFFile.Failure) {
    var columns: [String: [NetworkSheet.Column]] = [:]
    var rows: [String: Int] = [:]
    for variable in variables {
      guard let (list, attribute) = Self.split(variable.name), attribute != "i" else {
        if variable.name == "snapshots" || variable.name.hasSuffix("_i") { continue }
        otherFiles.append("\(variable.name).csv")
        continue
      }
      if attribute.hasPrefix("t_") {
        if attribute.hasSuffix("_i") { continue }
        try readSeries(variable, of: list, String(attribute.dropFirst(2)), in: file, variables)
        continue
      }
      rows[list] = variable.dimensions.first?.length ?? 0
      let values = try file.values(of: variable)
      let isTime = list == "snapshots" && attribute == "snapshot"
      columns[list, default: []].append(
        .init(name: attribute, values: isTime ? times(values, of: variable, in: file) : values)
      )
    }
    for list in Self.lists + ["snapshots"] {
      let index = list == "snapshots" ? "snapshots" : list + "_i"
      guard let names = variables.first(where: { $0.name == index }) else { continue }
      var own = columns[list] ?? []
      let values = try file.values(of: names)
      if list != "snapshots" {
        own.insert(.init(name: "name", values: values), at: 0)
      } else if !own.contains(where: { $0.name == "snapshot" }) {
        own.append(.init(name: "snapshot", values: times(values, of: names, in: file)))
      }
      let count = rows[list] ?? names.dimensions.first?.length ?? 0
      add(NetworkSheet(file: folder, rowCount: count, columns: own), as: list)
    }
    readPeriods(in: file, variables)
    if let name = file.attribute("network_name") { facts.append(("name", name)) }
  }

  private mutating func readSeries(
    _ variable: NetCDFFile.Variable,
    of list: String,
    _ attribute: String,
    in file: borrowing NetCDFFile,
    _ variables: [NetCDFFile.Variable]
  ) throws(NetCDFFile.Failure) {
    guard variable.dimensions.count == 2,
      let index = variables.first(where: { $0.name == variable.dimensions[1].name }),
      case .texts(let names) = try file.values(of: index),
      case .numbers(let numbers) = try file.values(of: variable)
    else {
      otherFiles.append("\(variable.name).csv")
      return
    }
    let (rows, width) = (variable.dimensions[0].length, variable.dimensions[1].length)
    let columns = names.prefix(width).enumerated().map { column, name in
      NetworkSheet.Column(
        name: name,
        values: .numbers((0..<rows).map { numbers[$0 * width + column] })
      )
    }
    let told = "\(folder), \(variable.name)"
    add(NetworkSheet(file: told, rowCount: rows, columns: columns), as: attribute, of: list)
  }

  private mutating func readPeriods(
    in file: borrowing NetCDFFile,
    _ variables: [NetCDFFile.Variable]
  ) {
    let isThere = variables.contains { variable in
      variable.name.hasPrefix("investment_periods")
        && (variable.dimensions.first?.length ?? 0) > 0
    }
    guard isThere || file.attribute("network__multi_invest") == "1" else { return }
    add(NetworkSheet(file: folder, rowCount: 1, columns: []), as: "investment_periods")
  }

  /// The list and the attribute in the name of a variable; nil where it is of no list that is read.
  private static func split(_ name: String) -> (list: String, attribute: String)? {
    let list = (lists + ["snapshots"]).filter { name.hasPrefix($0 + "_") }
      .max { $0.count < $1.count }
    return list.map { ($0, String(name.dropFirst($0.count + 1))) }
  }

  /// Times as they are written in a table, from numbers such as hours since a time.
  private func times(
    _ values: NetworkSheet.Column.Values,
    of variable: NetCDFFile.Variable,
    in file: borrowing NetCDFFile
  ) -> NetworkSheet.Column.Values {
    guard case .numbers(let numbers) = values, let units = file.attribute("units", of: variable),
      let since = units.firstRange(of: " since "),
      let minutes = Self.minutes[String(units[..<since.lowerBound])]
    else { return values }
    let origin = NetworkSnapshots.time(String(units[since.upperBound...]))
    guard let origin else { return values }
    return .texts(
      numbers.map { number in
        let hours = number * minutes / 60
        guard hours == hours.rounded(), abs(hours) < 1e8 else { return "\(number) \(units)" }
        return origin.adding(hours: Int(hours)).description.replacing("T", with: " ") + ":00"
      }
    )
  }

  private static let minutes: [String: Double] = [
    "days": 1440, "hours": 60, "minutes": 1, "seconds": 1.0 / 60, "milliseconds": 1.0 / 60_000,
    "microseconds": 1.0 / 60e6, "nanoseconds": 1.0 / 60e9,
  ]
}
