import Reporting
import Testing

struct JSONValueTests {
  @Test func `keys keep their order and entries of a list stand on a line each`() {
    let value = JSONValue.object([
      ("b", .integer(2)),
      ("a", .array([.object([("x", .number(0.1)), ("y", .null)]), .object([("x", .number(3))])])),
      ("empty", .array([])),
      ("flat", .array([.number(1), .number(2.5)])),
    ])
    let text = """
      {
        "b": 2,
        "a": [
          {"x": 0.1, "y": null},
          {"x": 3}
        ],
        "empty": [],
        "flat": [1, 2.5]
      }

      """
    #expect(value.rendered() == text)
  }

  @Test(
    arguments: [
      (0.1 + 0.2, "0.30000000000000004"), (1e21, "1e+21"), (-0.0, "0"), (5, "5"),
      (.infinity, "null"), (.nan, "null"),
    ]
  )
  func `a number is the shortest text that reads back, or null`(value: Double, text: String) {
    #expect(JSONValue.number(value).rendered() == text + "\n")
    if value.isFinite { #expect(Double(text) == value) }
  }

  @Test func `signs that would break the text are escaped`() {
    #expect(JSONValue.text("a\"b\\c\nd\u{1}吉").rendered() == "\"a\\\"b\\\\c\\nd\\u0001吉\"\n")
  }

  @Test func `absence is null`() {
    #expect(JSONValue.number(Double?.none).rendered() == "null\n")
    #expect(JSONValue.text(String?.none).rendered() == "null\n")
  }
}
