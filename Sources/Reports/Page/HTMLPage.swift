import Reporting
import Tables

/// The report as one page that stands alone: no part of it is fetched.
struct HTMLPage {
  /// What a page of ours begins with, so that a later one may replace it.
  static let mark = "<!DOCTYPE html>\n<!-- gridflex report -->\n"

  private let report: Report
  private let words: Words

  init(_ report: Report) {
    self.report = report
    words = report.words
  }

  /// The whole page.
  func text(with library: ChartLibrary) -> String {
    let language = words.language == .chinese ? "zh-CN" : "en"
    let title = HTMLText.escaped(report.title)
    return Self.mark + "<html lang=\"\(language)\">\n<head>\n<meta charset=\"utf-8\">\n"
      + "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
      // Even a page that someone has changed could fetch nothing.
      + "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; "
      + "style-src 'unsafe-inline'; script-src 'unsafe-inline'; img-src data:\">\n"
      + "<title>\(title)</title>\n<style>\n\(Self.text(of: PackageResources.report_css))</style>\n</head>\n"
      + "<body>\n\(contents)<main>\n\(opening)\(sections)"
      + "<footer>\(HTMLText.escaped(words.filled(.madeBy, Version.text)))</footer>\n</main>\n"
      + "<script type=\"application/json\" id=\"report-data\">\n\(data)</script>\n"
      + "<script>\n/*\n\(ChartLibrary.notice)\n*/\n\(library.text)\n</script>\n"
      + "<script>\n\(Self.script)</script>\n</body>\n</html>\n"
  }

  private static func text(of bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }

  private static let script = [
    PackageResources.core_js, PackageResources.hourly_js, PackageResources.curves_js,
    PackageResources.bars_js, PackageResources.flows_js, PackageResources.main_js,
  ].map(text).joined()

  // MARK: - What is read

  private var contents: String {
    var text = "<nav><strong>\(HTMLText.escaped(words[.contents]))</strong>\n"
    text += "<a href=\"#first\">\(HTMLText.escaped(words[.firstPage]))</a>\n"
    for result in report.results {
      if report.results.count > 1 {
        text += "<strong>\(HTMLText.escaped(result.grid.result.label))</strong>\n"
      }
      for (number, section) in result.sections.enumerated() {
        let title = HTMLText.escaped("\(number + 1) \(section.title)")
        text += "<a href=\"#\(section.id)\">\(title)</a>\n"
      }
    }
    return text + "</nav>\n"
  }

  private var opening: String {
    var text = "<h1>\(HTMLText.escaped(report.title))</h1>\n"
    let labels = report.results.map(\.grid.result.label).joined(separator: words[.comma])
    text += "<p class=\"subtitle\">\(HTMLText.escaped(labels))</p>\n"
    text += "<section id=\"first\">\n"
    for note in report.notes { text += "<p><strong>\(HTMLText.escaped(note))</strong></p>\n" }
    text += "<div class=\"verdicts\">\n"
    for result in report.results {
      let page = FirstPage(of: result, words, report.units)
      text += "<div class=\"verdict\(page.isGood ? "" : " bad")\">"
      text += "<h3>\(HTMLText.escaped(result.grid.result.label))</h3>\n"
      for sentence in page.sentences { text += "<p>\(HTMLText.escaped(sentence))</p>\n" }
      let next = page.next.map { "<li>\(HTMLText.escaped($0))</li>" }.joined()
      text +=
        "<p><strong>\(HTMLText.escaped(words[.readNext]))</strong></p><ul>\(next)</ul></div>\n"
    }
    text += "</div>\n"
    for table in report.overview { text += HTMLTable(laid(table), words).text }
    return text + "</section>\n"
  }

  private var sections: String {
    var text = ""
    for (place, result) in report.results.enumerated() {
      text += "<div class=\"result\">\n"
      if report.results.count > 1 {
        text += "<h1>\(HTMLText.escaped(result.grid.result.label))</h1>\n"
      }
      for (number, section) in result.sections.enumerated() {
        text +=
          "<h2 id=\"\(section.id)\">\(HTMLText.escaped("\(number + 1) \(section.title)"))</h2>\n"
        for item in section.items { text += shown(item, at: place) }
      }
      text += "</div>\n"
    }
    return text
  }

  private func shown(_ item: ReportSection.Item, at place: Int) -> String {
    switch item {
    case .table(let table): return HTMLTable(laid(table), words, prefix: "r\(place + 1)-").text
    case .picture(let picture):
      return "<figure id=\"\(HTMLText.escaped(picture.id))\"><figcaption><span>"
        + HTMLText.escaped(picture.title)
        + "</span><span class=\"tools\"></span></figcaption>\n<div class=\"canvas\"></div>"
        + "<div class=\"legend\"></div>\n<ul class=\"notes\"><li>\(HTMLText.escaped(picture.note))"
        + "</li></ul></figure>\n"
    }
  }

  private func laid(_ table: ReportTable) -> LaidTable { LaidTable(table, in: report.units) }

  // MARK: - What is drawn

  private var data: String {
    let shown: [(String, Word)] = [
      ("downloadNumbers", .downloadNumbers), ("wholeRange", .wholeRange),
      ("chooseWindow", .chooseWindow), ("chooseDate", .chooseDate), ("previous", .previous),
      ("next", .next), ("hoursAxis", .hoursAxis),
    ]
    let value = JSONValue.object([
      ("words", .object(shown.map { ($0.0, .text(words[$0.1])) })),
      ("results", .array(report.results.map(\.data.json))),
      ("charts", .array(report.pictures.map(\.json))),
    ])
    return HTMLText.data(value.rendered())
  }
}
