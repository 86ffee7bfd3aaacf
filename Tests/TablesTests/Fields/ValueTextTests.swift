import Testing

@testable import Tables

struct ValueTextTests {
  @Test(arguments: [
    ("0.50", "0.5", true), ("1e3", "1000", true), ("yes", "true", true), ("No", "no", true),
    ("0.5", "0.6", false), ("yes", "no", false), ("coal", "Coal", false), ("", "0", false),
  ])
  func `texts are the same where they stand for one value`(
    left: String,
    right: String,
    isSame: Bool
  ) {
    #expect(ValueText.isSame(left, right) == isSame)
    #expect(ValueText.isSame(right, left) == isSame)
  }
}
