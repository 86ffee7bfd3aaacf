package import Tables

extension CalendarWindow: FieldListItem {
  /// A list of ranges of days, such as `04-01..04-20; 09-05..09-15`.
  package static var listForm: FieldForm<[CalendarWindow]> {
    FieldForm(words: "date ranges") { text in
      if let windows = CalendarWindow.list(text) { return .success(windows) }
      let fault = FieldFault(
        rule: "must be a list of date ranges",
        fix: "Write MM-DD..MM-DD, several with `;` between: 04-01..04-20; 09-05..09-15."
      )
      return .failure(fault)
    } show: {
      $0.map(\.description).joined(separator: "; ")
    }
  }
}
