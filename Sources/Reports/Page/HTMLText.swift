/// Text for a page: what HTML would read as its own is written so that it is shown.
enum HTMLText {
  /// A text between tags or in an attribute.
  static func escaped(_ text: String) -> String {
    var escaped = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": escaped += "&amp;"
      case "<": escaped += "&lt;"
      case ">": escaped += "&gt;"
      case "\"": escaped += "&quot;"
      case "'": escaped += "&#39;"
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped
  }

  /// Data within a script of a page, where no tag may end it.
  static func data(_ json: String) -> String {
    json.replacing("<", with: "\\u003c")
  }
}
