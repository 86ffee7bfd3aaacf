import Tables
import Testing

struct NameRuleTests {
  @Test(arguments: ["coal-2030", "风电 1", "a.b_c", "3rd", "x+y", "a@b", "负荷（全网）"])
  func `a name of letters, digits and signs within is one`(name: String) {
    #expect(NameRule.check(name) == nil)
    #expect(NameRule.plain(name) == name)
  }

  @Test(
    arguments: [
      "=1", "+1", "-1", "@x", "\tx", "a\u{1B}[31m", "a\u{9B}b", "a\u{202E}b", "a\u{2028}b", "a/b",
      "a,b", "a\"b", "a\nb", "",
    ])
  func `what a spreadsheet, a terminal or a path would obey is refused, and made plain`(
    name: String
  ) {
    #expect(NameRule.check(name)?.fix.isEmpty == false)
    #expect(NameRule.check(NameRule.plain(name)) == nil)
  }
}
