/// A language that results are written in.
public enum Language: String, Sendable, CaseIterable {
  /// Chinese, in the terms of planning reports.
  case chinese = "zh"
  /// English.
  case english = "en"

  /// The language that the environment asks for: Chinese where its locale is.
  ///
  /// Of `LC_ALL`, `LC_MESSAGES` and `LANG` the first that is set decides, as the system has it.
  public static func preferred(in environment: [String: String]) -> Language {
    let names = ["LC_ALL", "LC_MESSAGES", "LANG"]
    let locale = names.compactMap { environment[$0] }.first { !$0.isEmpty } ?? ""
    return locale.lowercased().hasPrefix("zh") ? .chinese : .english
  }
}
