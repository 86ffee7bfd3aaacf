import Foundation
import GridFormulation
import GridGoals
import Tables
import TestSupport
import Testing

/// The same tables as a spreadsheet saves them in one way or another are the same model.
struct SpreadsheetDialectTests {
  /// A way to save a table: what becomes of its cells, of what parts them, and of its bytes.
  enum Dialect: String, CaseIterable {
    case gbk, utf16, semicolons, tabs, decimalCommas, thousands, percent, slashes, dashes, seconds

    var separator: String {
      switch self {
      case .semicolons, .decimalCommas: ";"
      case .tabs, .utf16: "\t"
      default: ","
      }
    }

    /// A cell of a column as this dialect writes it; of series the first column is time.
    func cell(_ text: String, _ column: String, isTime: Bool) -> String {
      guard !isTime else { return time(text) }
      guard let number = NumberText.parse(text) else { return text }
      switch self {
      case .decimalCommas: return text.replacing(".", with: ",")
      case .thousands where number >= 1000 && number == number.rounded():
        return "\"" + NumberText.grouped(number) + "\""
      case .percent where column.hasSuffix("_pu"):
        return NumberText.fixed(number * 100, decimals: 4) + "%"
      default: return text
      }
    }

    private func time(_ text: String) -> String {
      let parts = text.split(whereSeparator: { "-T:".contains($0) }).compactMap { Int($0) }
      let clock = "\(parts[3]):" + (parts[4] < 10 ? "0" : "") + "\(parts[4])"
      switch self {
      case .slashes: return "\(parts[0])/\(parts[1])/\(parts[2]) \(clock)"
      case .dashes: return "\(parts[0])-\(parts[1])-\(parts[2]) \(clock)"
      case .seconds:
        return text.replacing("-", with: "/").replacing("T", with: " ") + ":00"
      default: return text
      }
    }

    func bytes(_ text: String) -> [UInt8] {
      switch self {
      case .utf16: return [0xFF, 0xFE] + text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
      case .gbk:
        // 备注 and 长春 in the Chinese national encoding; all else is ASCII.
        let codes: [Character: [UInt8]] = [
          "备": [0xB1, 0xB8], "注": [0xD7, 0xA2], "长": [0xB3, 0xA4], "春": [0xB4, 0xBA],
        ]
        return text.flatMap { codes[$0] ?? Array($0.utf8) }
      case .semicolons: return [0xEF, 0xBB, 0xBF] + text.utf8
      default: return Array(text.utf8)
      }
    }

    /// The words that tell of it.
    var note: String? {
      switch self {
      case .gbk: "is saved as GBK and was converted"
      case .utf16: "is saved as UTF-16 and was converted"
      case .semicolons: "has semicolons between its cells"
      case .tabs: "has tabs between its cells"
      case .decimalCommas: "decimal commas"
      case .thousands: "groups of three digits"
      case .percent: "% to a share of 1"
      case .slashes, .dashes, .seconds: nil
      }
    }
  }

  private static let tutorial = Repository.folder + "/GridModels/tutorial"

  /// The tutorial in a dialect, with a column of remarks in Chinese in each table of assets.
  private func model(_ dialect: Dialect?) throws -> GridModel {
    let folder = FileManager.default.temporaryDirectory.path + "/gridflex-\(UUID())"
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try FileManager.default.copyItem(atPath: Self.tutorial, toPath: folder)
    for place in ["assets", "series"] {
      for name in FileSource.names(in: "\(folder)/\(place)") {
        let path = "\(folder)/\(place)/\(name)"
        let lines = try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n")
        let columns = lines[0].split(separator: ",").map(String.init)
        var text = ""
        for (row, line) in lines.enumerated() {
          var cells = line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
          if row > 0, let dialect {
            for index in cells.indices {
              let isTime = place == "series" && index == 0
              cells[index] = dialect.cell(cells[index], columns[index], isTime: isTime)
            }
          }
          if place == "assets" { cells.append(row == 0 ? "备注" : "长春") }
          text += cells.joined(separator: dialect?.separator ?? ",") + "\r\n"
        }
        try Data(dialect?.bytes(text) ?? Array(text.utf8)).write(to: URL(filePath: path))
      }
    }
    return try ModelReader.read(folder: folder)
  }

  @Test(arguments: Dialect.allCases)
  func `a model saved in another way is the same model, and the way is told once a file or column`(
    _ dialect: Dialect
  ) throws {
    let (plain, other) = (try model(nil), try model(dialect))
    #expect(plain.issues == [])
    #expect("\(other.assets)" == "\(plain.assets)")
    #expect(other.setting.series == plain.setting.series)
    let told = other.issues.map(\.rule)
    #expect(other.issues.allSatisfy { $0.severity == .note })
    guard let note = dialect.note else { return #expect(told == []) }
    #expect(told.contains { $0.contains(note) })
    // Hours are many: a series of forty-eight is told in one line a column.
    #expect(told.count < 40)
  }
}
