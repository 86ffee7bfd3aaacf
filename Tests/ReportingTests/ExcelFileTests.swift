import GridFormulation
import Hourly
import Tables
import Testing

@testable import Reporting

struct ExcelFileTests {
  private let horizon = Horizon(
    start: TimeStamp(year: 2030, month: 1, day: 31, hour: 23),
    hours: 2
  )

  @Test func `Excel finds UTF-8, Chinese headings and dates that it knows`() {
    let bytes = ExcelFile.bytes(
      of: .price,
      horizon,
      columns: [("吉林", [350.5, -1])],
      .chinese,
      currency: "CNY"
    )
    #expect(bytes.starts(with: [0xEF, 0xBB, 0xBF]))
    #expect(
      String(decoding: bytes.dropFirst(3), as: UTF8.self)
        == "时间 / 边际电价(CNY/MWh),吉林\r\n2030/1/31 23:00,350.5\r\n2030/2/1 0:00,-1\r\n"
    )
    #expect(ExcelFile.name(of: .price, .chinese, currency: "CNY") == "边际电价_CNY每MWh.csv")
  }

  @Test func `in English the quantity is told by its words`() {
    let bytes = ExcelFile.bytes(
      of: .storedEnergy,
      horizon,
      columns: [("a", [1, 2])],
      .english,
      currency: "CNY"
    )
    #expect(
      String(decoding: bytes.dropFirst(3), as: UTF8.self)
        .hasPrefix("time / stored energy (MWh),a\r\n")
    )
    #expect(ExcelFile.name(of: .price, .english, currency: "CNY") == "price_per_mwh.csv")
  }

  @Test func `no two quantities share a file`() {
    for language in Language.allCases {
      let names = ResultQuantity.all.map { ExcelFile.name(of: $0, language, currency: "CNY") }
      #expect(Set(names).count == names.count)
      #expect(names.allSatisfy { !$0.contains("/") })
    }
  }
}
