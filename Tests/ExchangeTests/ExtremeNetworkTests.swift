import Foundation
import GridDispatch
import GridFormulation
import GridGoals
import Tables
import TestSupport
import Testing

@testable import Exchange

/// Nothing that a table of another program holds stops the import: it is carried over, or refused at its row.
struct ExtremeNetworkTests {
  private static let texts = [
    "0", "-0", "1e-320", "1e19", "1e300", "inf", "nan", "nosuch", "-1e300",
  ]

  /// What an import does wrong; nil where it writes a model that can be dispatched, or tells file and line of its source.
  private func fault(of folder: String, _ run: () throws -> PyPSAImport.Outcome, to out: String)
    -> String?
  {
    do {
      _ = try run()
      var options = ModelOptions()
      options.hours = 3
      let model = try ModelReader.read(folder: out, options: options)
      if case .nothing(let reason) = try GoalDispatch.run(model, options: GoalOptions()) {
        return "gives nothing: \(reason)"
      }
      return nil
    } catch PyPSAImport.Failure.input(let error, _) {
      let errors = error.issues.filter { $0.severity == .error }
      let unplaced = errors.first { $0.line == nil || !$0.file.hasPrefix(folder) }
      return errors.isEmpty ? "tells no error" : unplaced.map { "tells no line: \($0)" }
    } catch {
      return "ends with \(error)"
    }
  }

  /// The lines of a table with one text in a column of every row, which is added where there is none.
  private static func table(_ text: String, _ column: String, _ cell: String) -> String {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: true).map {
      $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
    guard var header = lines.first else { return text }
    let position = header.firstIndex(of: column)
    if position == nil { header.append(column) }
    let rows = lines.dropFirst().map { row in
      var row = row
      if let position { row[position] = cell } else { row.append(cell) }
      return row
    }
    return ([header] + rows).map { $0.joined(separator: ",") + "\n" }.joined()
  }

  private func tryAttributes(_ texts: (Int) -> [String]) throws {
    let network = try SmallNetwork()
    let asked = try NetworkImport.read(network.folder).source.asked.sorted()
    #expect(asked.count > 80 && asked.contains("generators.min_up_time"))
    for (index, attribute) in asked.enumerated() {
      let parts = attribute.split(separator: ".").map(String.init)
      let file = network.folder + "/\(parts[0]).csv"
      let original = try String(contentsOfFile: file, encoding: .utf8)
      for text in texts(index) {
        try network.write(Self.table(original, parts[1], text), to: "\(parts[0]).csv")
        let fault = fault(
          of: network.folder,
          { try PyPSAImport.run(from: network.folder, to: network.out) },
          to: network.out
        )
        #expect(fault == nil, "\(attribute) = \(text)")
      }
      try network.write(original, to: "\(parts[0]).csv")
    }
  }

  @Test func `every attribute that is asked for is carried over or refused at its row`() throws {
    try tryAttributes { [Self.texts[$0 % Self.texts.count]] }
  }

  @Test(.dear) func `every extreme text in every attribute is carried over or refused at its row`()
    throws
  {
    try tryAttributes { _ in Self.texts }
  }

  @Test(arguments: ["generators-p_max_pu.csv", "loads-p_set.csv", "stores-e_set.csv"])
  func `a cell of a series is carried over or refused at its row`(file: String) throws {
    let network = try SmallNetwork()
    let original = try String(contentsOfFile: network.folder + "/" + file, encoding: .utf8)
    let column = try #require(original.split(separator: "\n").first).dropFirst()
    for text in Self.texts {
      try network.write(Self.table(original, String(column), text), to: file)
      let fault = fault(
        of: network.folder,
        { try PyPSAImport.run(from: network.folder, to: network.out) },
        to: network.out
      )
      #expect(fault == nil, "\(file) = \(text)")
    }
  }

  @Test(arguments: ["1e19", "inf", "2.5", "-1"])
  func `times up and down that are no hours are refused at their cell`(text: String) throws {
    for column in ["min_up_time", "min_down_time", "up_time_before", "down_time_before"] {
      let network = try SmallNetwork()
      try network.write("name,bus,p_nom,\(column)\ngas,north,5,\(text)\n", to: "generators.csv")
      guard case .input(.invalid(let issues), _) = network.failure() else {
        Issue.record("\(column) = \(text) was read")
        continue
      }
      #expect(
        issues.contains { $0.description.contains("generators.csv:2:4: error: \(column) = ") }
      )
    }
  }

  // MARK: - RTS-GMLC

  private static let system: [String: String] = [
    "bus.csv": "Bus ID,MW Load,Area\n101,108,1\n102,97,1\n",
    "branch.csv": "UID,From Bus,To Bus,X,Cont Rating,Tr Ratio\nA1,101,102,0.014,175,0\n",
    "dc_branch.csv": "UID,From Bus,To Bus,MW Load\nDC1,101,102,100\n",
    "gen.csv": """
    GEN UID,Bus ID,Unit Type,Category,Fuel,PMax MW,PMin MW,Min Down Time Hr,Min Up Time Hr,Ramp Rate MW/Min,\
    Start Heat Cold MBTU,Non Fuel Start Cost $,Non Fuel Shutdown Cost $,Fuel Price $/MMBTU,Output_pct_0,Output_pct_1,\
    HR_avg_0,HR_incr_1,VOM,Emissions CO2 Lbs/MMBTU,Pump Load MW,Storage Roundtrip Efficiency
    U1,101,STEAM,Coal,Coal,300,100,4,8,2,500,0,0,2.1,0.4,1,10000,9500,0,200,0,0
    W1,102,WIND,Wind,Wind,100,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0
    S1,102,STORAGE,Storage,Storage,50,0,0,0,0,0,0,0,0,0,0,0,0,0,0,50,85

    """,
    "storage.csv":
      "GEN UID,Storage,Max Volume GWh,Initial Volume GWh,position\nS1,HEAD,0.15,0.075,head\n",
    "timeseries_pointers.csv": """
    Simulation,Category,Object,Parameter,Scaling Factor,Data File
    DAY_AHEAD,Area,1,MW Load,1,x/load.csv
    DAY_AHEAD,Generator,W1,PMax MW,1,x/wind.csv

    """,
    "timeseries/load.csv":
      "Year,Month,Day,Period,1\n2020,1,1,1,150\n2020,1,1,2,160\n2020,1,1,3,170\n",
    "timeseries/wind.csv":
      "Year,Month,Day,Period,W1\n2020,1,1,1,10\n2020,1,1,2,20\n2020,1,1,3,30\n",
  ]

  private func trySystem(_ texts: (Int) -> [String]) throws {
    let root = NSTemporaryDirectory() + "gridflex-rts-" + UUID().uuidString
    defer { try? FileManager.default.removeItem(atPath: root) }
    let folder = root + "/rts"
    try FileManager.default.createDirectory(
      atPath: folder + "/timeseries",
      withIntermediateDirectories: true
    )
    func write(_ text: String, _ file: String) throws {
      try text.write(toFile: folder + "/" + file, atomically: false, encoding: .utf8)
    }
    for (file, text) in Self.system { try write(text, file) }
    let run = { try RTSGMLCImport.run(from: folder, to: root + "/out") }
    #expect(fault(of: folder, run, to: root + "/out") == nil)
    var index = 0
    for (file, text) in Self.system.sorted(by: { $0.key < $1.key }) {
      let header = text.prefix { $0 != "\n" }.split(separator: ",").map(String.init)
      for column in header {
        for cell in texts(index) {
          try write(Self.table(text, column, cell), file)
          let fault = fault(of: folder, run, to: root + "/out")
          #expect(fault == nil, "\(file), \(column) = \(cell)")
        }
        index += 1
      }
      try write(text, file)
    }
  }

  @Test func `every column of RTS-GMLC is carried over or refused at its row`() throws {
    try trySystem { [Self.texts[$0 % Self.texts.count]] }
  }

  @Test(.dear) func `every extreme text in RTS-GMLC is carried over or refused at its row`() throws
  {
    try trySystem { _ in Self.texts }
  }
}
