import GridFormulation
import GridGoals
import Reports
import Tables
import Testing

/// The words of both languages.
struct WordsTests {
  private static let languages = Language.allCases

  @Test(arguments: languages) func `no label is missing`(language: Language) {
    let words = Words(language)
    let missing = Word.allCases.filter {
      words[$0].isEmpty || words[$0] == $0.rawValue && !$0.isItself
    }
    #expect(missing == [])
  }

  @Test(arguments: languages) func `no sentence is missing`(language: Language) {
    let words = Words(language)
    #expect(Note.allCases.filter { words($0) == $0.rawValue } == [])
  }

  @Test func `a sentence has the same places in both languages`() {
    func places(_ note: Note, _ language: Language) -> [Bool] {
      (1...4).map { Words(language)(note).contains("{\($0)}") }
    }
    #expect(Note.allCases.filter { places($0, .chinese) != places($0, .english) } == [])
  }

  @Test(arguments: languages) func `every technology and every cost has a name`(
    language: Language
  ) {
    let isChinese = language == .chinese
    let technologies = isChinese ? ChineseNames.technologies : EnglishNames.technologies
    let costs = isChinese ? ChineseNames.costs : EnglishNames.costs
    #expect(Technology.allCases.filter { technologies[$0] == nil } == [])
    #expect(CostKind.allCases.filter { costs[$0] == nil } == [])
  }

  @Test(arguments: languages) func `every metric and every variant has a name`(
    language: Language
  ) {
    let isChinese = language == .chinese
    let metrics = isChinese ? ChineseNames.metrics : EnglishNames.metrics
    let variants = isChinese ? ChineseNames.variants : EnglishNames.variants
    #expect(MetricCatalogue.all.map(\.name).filter { metrics[$0] == nil } == [])
    #expect(MetricCatalogue.all.flatMap(\.variantNames).filter { variants[$0] == nil } == [])
  }

  @Test func `Chinese labels are Chinese`() {
    let words = Words(.chinese)
    let latin = Word.allCases.filter { word in
      !words[word].unicodeScalars.contains { $0.value > 0x2e7f }
    }
    #expect(latin == [.madeBy])
  }

  @Test(arguments: [
    (["LANG": "zh_CN.UTF-8"], Language.chinese), (["LANG": "en_GB.UTF-8"], .english),
    ([:], .english),
    (["LC_ALL": "C", "LANG": "zh_CN.UTF-8"], .english),
    (["LC_ALL": "", "LC_MESSAGES": "zh_TW", "LANG": "C"], .chinese),
  ]) func `the locale decides the language`(environment: [String: String], language: Language) {
    #expect(Language.preferred(in: environment) == language)
  }
}

extension Word {
  /// Whether its English text may be its own name.
  fileprivate var isItself: Bool { rawValue.allSatisfy(\.isLowercase) }
}
