import Foundation
import TestSupport
import Testing

/// The order of modules and of the folders in each: what stands above in a list is known to what stands below.
///
/// The compiler holds the modules, by what `Package.swift` lets each import; between folders of one module it knows no
/// order. A reference upwards means that a type stands in the wrong place.
struct LayerTests {
  /// The modules; each imports only from above it.
  private static let modules = [
    "SystemGuard", "GLPKGuard", "DenseKernels", "Tables", "Hourly", "WeatherSeries", "Workbooks",
    "LinearProgramming", "GridFormulation", "GridDispatch", "GridGoals", "GridPlanning",
    "Verification", "Reporting",
    "Exchange", "Comparison", "Reports", "Arguments", "gridflex",
  ]

  /// What a module may not import though it stands above.
  private static let strangers: [String: Set<String>] = [
    "LinearProgramming": ["Tables", "Hourly", "WeatherSeries", "Workbooks"],
    "GridFormulation": ["WeatherSeries"],
    "GridDispatch": ["WeatherSeries"],
    "GridGoals": ["WeatherSeries"],
    "GridPlanning": ["WeatherSeries"],
    "Verification": ["WeatherSeries", "LinearProgramming"],
    "Reporting": ["WeatherSeries", "LinearProgramming"],
    "Comparison": [
      "Hourly", "WeatherSeries", "LinearProgramming", "GridFormulation", "GridDispatch",
      "GridGoals", "GridPlanning", "Verification", "Exchange",
    ],
    "Reports": ["WeatherSeries", "LinearProgramming", "GridPlanning", "Verification", "Exchange"],
  ]

  /// The folders of each module, the lowest first; a dot stands for the files beside the folders.
  private static let folders = [
    "Tables": ["Text", "Units", "Issues", "Files", "Fields", "Tables", "YAML"],
    "Hourly": ["Time", "Profiles", "Series"],
    "WeatherSeries": ["."],
    "Workbooks": [".", "Reading", "Writing"],
    "LinearProgramming": [
      "Control", "Program", "Certificates", "Export", "GLPK", "Simplex", "InteriorPoint",
      "TwinRolling", "Exclusive", ".",
    ],
    "GridFormulation": [
      "Model", "Program", "Options", "Components", "Balances", "Assets", ".", "Workbook", "Reading",
    ],
    "GridDispatch": ["Schedule", "Settlement", "."],
    "GridGoals": [
      "Evidence", "Metrics", "Judgement", "Enforcement", "Sizing", "Explanation", "Reading",
    ],
    "GridPlanning": ["Plan", "Fix", "Accommodation"],
    "Verification": ["Report", "Examination", "Assets", "Rules", "Settlement", "Goals", "."],
    "Reporting": [
      "Text", "JSON", "Figures", "Overview", "Summary", "Explanation", "Planning", "Files",
    ],
    "Exchange": ["PyPSA", "RTSGMLC", "GenX", "Workbook"],
    "Comparison": ["Records", "Tolerances", "Reading", "Inputs", "Judgement", "Reports"],
    "Reports": [
      "Words", "Values", "Results", "Tables", "Charts", "Contents", "Page", "Workbook", ".",
    ],
    "Arguments": ["."],
    "gridflex": ["Terminal", "Commands", "."],
  ]

  /// A file with its place and its text, without comments and strings.
  private struct File {
    let module: String
    let folder: String
    let name: String
    let text: String

    init?(_ path: String, in root: String) throws {
      let parts = path.split(separator: "/").map(String.init)
      guard parts.count > 1, path.hasSuffix(".swift") else { return nil }
      (module, name) = (parts[0], parts[parts.count - 1])
      folder = parts.count > 2 ? parts[1] : "."
      text = try String(contentsOfFile: root + "/" + path, encoding: .utf8)
        .replacing(/\/\/.*/, with: "").replacing(/"([^"\\\n]|\\.)*"/, with: "")
    }

    /// The types that it declares for the whole module.
    var declared: [String] {
      text.matches(
        of: /(?m)^(public |package |final |indirect )*(struct|enum|class|protocol|typealias) (\w+)/
      )
      .map { String($0.output.3) }
    }

    /// The words that begin as types do and follow no point.
    var named: Set<String> {
      Set(text.matches(of: /(^|[^.\w])([A-Z]\w*)/).map { String($0.output.2) })
    }

    /// What it imports.
    var imported: [String] {
      text.matches(of: /(?m)^(@\w+ |public |package )*import (\w+)/).map { String($0.output.2) }
    }
  }

  private static func files(under folder: String = "Sources") throws -> [File] {
    let root = Repository.folder + "/" + folder
    let paths = FileManager.default.enumerator(atPath: root)?.allObjects as? [String] ?? []
    return try paths.sorted().compactMap { try File($0, in: root) }
  }

  @Test func `no module imports one that stands below it, or a stranger`() throws {
    var wrong: [String] = []
    for file in try Self.files() {
      let own = try #require(Self.modules.firstIndex(of: file.module), "\(file.module)")
      for name in file.imported {
        guard let other = Self.modules.firstIndex(of: name) else { continue }
        if other >= own || Self.strangers[file.module]?.contains(name) == true {
          wrong.append("\(file.module)/\(file.name) imports \(name)")
        }
      }
    }
    #expect(wrong == [])
  }

  @Test func `no folder names a type of a folder that stands above it in its module`() throws {
    var wrong: [String] = []
    for (module, files) in Dictionary(grouping: try Self.files(), by: \.module) {
      guard let order = Self.folders[module] else { continue }
      var home: [String: String] = [:]
      for file in files {
        #expect(order.contains(file.folder), "\(module)/\(file.folder) has no place in the order")
        for name in file.declared { home[name] = file.folder }
      }
      for file in files {
        let own = order.firstIndex(of: file.folder) ?? 0
        for name in file.named.sorted() {
          guard let other = home[name], order.firstIndex(of: other) ?? 0 > own else { continue }
          wrong.append("\(module)/\(file.folder)/\(file.name) names \(name) of \(other)")
        }
      }
    }
    #expect(wrong.sorted() == [])
  }

  @Test func `every module of ours has an order of folders`() {
    #expect(Set(Self.modules.dropFirst(3)) == Set(Self.folders.keys))
  }

  /// What is not declared is there only while something else happens to be built first.
  @Test func `Package.swift lets each module import what it imports`() throws {
    let package = try String(contentsOfFile: Repository.folder + "/Package.swift", encoding: .utf8)
    var declared: [String: Set<String>] = [:]
    let lists = package.matches(
      of:
        /(library|tests)\(\s*"(\w+)"(,\s*\[([^\]]*)\])?|name: "(\w+)",\s*dependencies: \[([^\]]*)\]/
    )
    for list in lists {
      let (_, kind, short, _, few, long, many) = list.output
      let name = short.map { kind == "tests" ? $0 + "Tests" : String($0) } ?? long.map(String.init)
      let names = (few ?? many ?? "").matches(of: /"(\w+)"/).map { String($0.output.1) }
      if let name { declared[name] = Set(names).union(kind == "tests" ? ["TestSupport"] : []) }
    }
    let ours = Set(Self.modules).union(["TestSupport", "SmallGrids"])
    #expect(ours.subtracting(["SystemGuard", "DenseKernels"]).isSubset(of: declared.keys))
    var wrong: Set<String> = []
    for file in try Self.files() + Self.files(under: "Tests") {
      guard let known = declared[file.module] else { continue }
      for name in file.imported where ours.contains(name) && !known.contains(name) {
        if name != file.module { wrong.insert("\(file.module) imports \(name)") }
      }
    }
    #expect(wrong.sorted() == [])
  }
}
