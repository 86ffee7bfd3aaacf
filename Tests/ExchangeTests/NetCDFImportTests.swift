import CNetCDF
import Exchange
import Glibc
import LinearProgramming
import Tables
import Testing

@testable import GridDispatch
@testable import GridFormulation
@testable import GridGoals

/// A network in a netCDF file is the one of the CSV folder with the same tables.
struct NetCDFImportTests {
  @Test func `a file gives the model that its folder gives`() throws {
    let network = try SmallNetwork()
    let first = try network.imported()
    let path = network.root + "/network.nc"
    try network.writeNetCDF(path)
    try PyPSAImport.run(from: path, to: network.root + "/second")
    let second = try ModelReader.read(folder: network.root + "/second")
    #expect(second.horizon == first.horizon)
    #expect(second.setting.zones.map(\.name) == first.setting.zones.map(\.name))
    #expect(program(second) == program(first))
    #expect(second.goals.map(\.threshold) == first.goals.map(\.threshold))
  }

  @Test func `a wrong value is told with its variable and entry`() throws {
    let network = try SmallNetwork()
    try network.write("name,bus,p_nom\ngas,north,5\ncoal,nort,-7\n", to: "generators.csv")
    let path = network.root + "/network.nc"
    try network.writeNetCDF(path)
    let issues = network.issues(of: path)
    #expect(issues.contains { $0.file == "\(path), bus" && $0.line == 2 && $0.value == "nort" })
  }

  @Test(arguments: ["", "CDF", "name,bus\n"])
  func `what is no netCDF file is refused`(text: String) throws {
    let network = try SmallNetwork()
    try network.write(text, to: "broken.nc")
    let path = network.folder + "/broken.nc"
    let issues = network.issues(of: path)
    #expect(issues.map(\.file) == [path] && issues[0].rule.contains("is no netCDF file"))
  }

  private func program(_ model: GridModel) -> LinearProgram {
    GoalDispatch.formulated(model).build()
  }
}

extension SmallNetwork {
  /// What is wrong with a network; empty where nothing is.
  func issues(of path: String) -> [Tables.Issue] {
    do throws(PyPSAImport.Failure) {
      _ = try PyPSAImport.run(from: path, to: out)
      return []
    } catch {
      guard case .input(let error, _) = error else { return [] }
      return error.issues
    }
  }

  /// Writes the tables of the folder as PyPSA's export_to_netcdf would.
  func writeNetCDF(_ path: String) throws {
    var log = IssueLog()
    let file = NetCDFWriter(path)
    for name in FileSource.names(in: folder, suffix: ".csv") where name != "network.csv" {
      let bytes = try #require(FileSource.bytes(of: folder + "/" + name, log: &log))
      let rows = String(decoding: bytes, as: UTF8.self).split(separator: "\n").map {
        $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
      }
      file.write(name: String(name.dropLast(4)), header: rows[0], rows: Array(rows.dropFirst()))
    }
    file.close()
  }
}

/// Writes tables as the variables of a netCDF file, in the layout of PyPSA.
private final class NetCDFWriter {
  private var handle: Int32 = 0
  private var dimensions: [String: Int32] = [:]

  init(_ path: String) { nc_create(path, Int32(NC_NETCDF4 | NC_CLOBBER), &handle) }

  func close() { nc_close(handle) }

  func write(name: String, header: [String], rows: [[String]]) {
    guard let dash = name.firstIndex(of: "-") else {
      writeList(name, header, rows)
      return
    }
    let stem = name[..<dash] + "_t_" + name[name.index(after: dash)...]
    let width = dimension("\(stem)_i", header.count - 1)
    let height = dimension("snapshots", rows.count)
    writeTexts("\(stem)_i", Array(header.dropFirst()), [width])
    let numbers = rows.flatMap { $0.dropFirst().map { Double($0) ?? .nan } }
    writeNumbers(String(stem), numbers, [height, width])
  }

  private func writeList(_ name: String, _ header: [String], _ rows: [[String]]) {
    let index = name == "snapshots" ? name : name + "_i"
    let length = dimension(index, rows.count)
    for (column, heading) in header.enumerated() where !heading.isEmpty {
      let texts = rows.map { $0[column] }
      if name == "snapshots", heading == "snapshot" {
        let number = writeNumbers("snapshots", texts.indices.map(Double.init), [length])
        let units = "hours since \(texts[0])"
        nc_put_att_text(handle, number, "units", units.utf8.count, units)
      } else if heading == "name" {
        writeTexts(index, texts, [length])
      } else if texts.allSatisfy({ $0.isEmpty || Double($0) != nil }) {
        writeNumbers("\(name)_\(heading)", texts.map { Double($0) ?? .nan }, [length])
      } else {
        writeTexts("\(name)_\(heading)", texts, [length])
      }
    }
  }

  private func dimension(_ name: String, _ length: Int) -> Int32 {
    if let known = dimensions[name] { return known }
    var number: Int32 = 0
    nc_def_dim(handle, name, length, &number)
    dimensions[name] = number
    return number
  }

  @discardableResult
  private func writeNumbers(_ name: String, _ values: [Double], _ shape: [Int32]) -> Int32 {
    var number: Int32 = 0
    nc_def_var(handle, name, nc_type(NC_DOUBLE), Int32(shape.count), shape, &number)
    nc_put_var_double(handle, number, values)
    return number
  }

  private func writeTexts(_ name: String, _ values: [String], _ shape: [Int32]) {
    var number: Int32 = 0
    nc_def_var(handle, name, nc_type(NC_STRING), Int32(shape.count), shape, &number)
    var pointers = values.map { UnsafePointer(strdup($0)) }
    nc_put_var_string(handle, number, &pointers)
    for pointer in pointers { free(UnsafeMutablePointer(mutating: pointer)) }
  }
}
