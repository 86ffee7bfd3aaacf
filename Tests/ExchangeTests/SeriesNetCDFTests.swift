import Foundation
import GridDispatch
import GridFormulation
import GridGoals
import Hourly
import Reporting
import Tables
import TestSupport
import Testing
import Verification

@testable import Exchange

/// What a result's netCDF file holds is what its CSV files hold, as the netCDF library reads it back.
struct SeriesNetCDFTests {
  private static let python = ProcessInfo.processInfo.environment["GRIDFLEX_ORACLE_PYTHON"] ?? ""

  private static var hasXarray: Bool { asks("import xarray, netCDF4") }

  private static func asks(_ script: String, _ words: String...) -> Bool {
    guard !python.isEmpty else { return false }
    let process = Process()
    process.executableURL = URL(filePath: python)
    process.arguments = ["-c", script] + words
    process.standardError = FileHandle.nullDevice
    guard (try? process.run()) != nil else { return false }
    process.waitUntilExit()
    return process.terminationStatus == 0
  }

  /// The result of a day of the tutorial, in a folder that is gone afterwards.
  private func withResult(_ body: (String) throws -> Void) throws {
    var options = ModelOptions()
    options.hours = 24
    let model = try ModelReader.read(
      folder: Repository.folder + "/GridModels/tutorial",
      options: options
    )
    guard case .solved(let result) = try GoalDispatch.run(model, options: GoalOptions()) else {
      Issue.record("no result")
      return
    }
    let check = Verifier.verify(model, result, enforcesGoals: false)
    let path = FileManager.default.temporaryDirectory.path + "/gridflex-\(UUID())"
    defer { try? FileManager.default.removeItem(atPath: path) }
    try ResultFolder.write(
      Summary(of: result, for: model, verification: check),
      schedule: result.schedule,
      resolved: [],
      options: .null,
      forms: SeriesForms(hasNetCDF: true),
      timing: { _ in Timing() },
      to: path
    )
    try body(path)
  }

  @Test func `every number of the series stands in the netCDF file, with its unit and columns`()
    throws
  {
    try withResult { path in
      let file = try NetCDFFile(path: path + "/series.nc")
      let variables = try file.variables()
      func variable(_ name: String) throws -> NetCDFFile.Variable {
        try #require(variables.first { $0.name == name }, "\(name)")
      }
      #expect(file.attribute("Conventions") == "CF-1.10")
      let time = try variable("time")
      #expect(file.attribute("units", of: time) == "hours since 2030-01-15 00:00:00")
      let names = FileSource.names(in: path + "/series")
      #expect(names.count > 20 && variables.count == 2 + 2 * names.count)
      for name in names {
        var log = IssueLog()
        let table = try #require(CSVReader.read(path: "\(path)/series/\(name)", log: &log))
        let stem = String(name.dropLast(4))
        guard case .texts(let columns) = try file.values(of: variable(stem + "_column")),
          case .numbers(let values) = try file.values(of: variable(stem))
        else {
          Issue.record("\(stem)")
          continue
        }
        #expect(columns == table.header.dropFirst().map(\.text))
        let written = table.rows.flatMap { $0.cells.dropFirst().map { Double($0.text) ?? .nan } }
        #expect(values.count == written.count && values.count == 24 * columns.count)
        #expect(zip(values, written).allSatisfy { abs($0 - $1) <= 5.1e-7 }, "\(stem)")
        let quantity = try #require(ResultQuantity.named(stem))
        #expect(file.attribute("units", of: try variable(stem)) == quantity.unitText(in: "CNY"))
      }
    }
  }

  @Test func `the same result gives the same netCDF bytes`() throws {
    var files: [Data] = []
    for _ in 0..<2 {
      try withResult { files.append(try Data(contentsOf: URL(filePath: $0 + "/series.nc"))) }
    }
    #expect(files.count == 2 && files[0] == files[1])
  }

  @Test(.enabled(if: hasXarray, "no Python with xarray: see GRIDFLEX_ORACLE_PYTHON"))
  func `xarray opens the file with its hours and names`() throws {
    try withResult { path in
      let script = """
        import sys, xarray
        data = xarray.open_dataset(sys.argv[1])
        assert str(data.time.values[23])[:16] == "2030-01-15T23:00"
        assert data.power_mw.sel(power_mw_column="wind").sizes == {"time": 24}
        assert data.power_mw.attrs["units"] == "MW"
        """
      #expect(Self.asks(script, path + "/series.nc"))
    }
  }
}
