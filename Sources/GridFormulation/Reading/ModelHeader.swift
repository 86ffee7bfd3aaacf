package import Hourly
package import Tables

/// The keys at the top of model.yaml that hold one value.
package struct ModelHeader: Sendable {
  /// The only time zone there is.
  package enum TimeZone: String, FieldWord {
    /// Beijing time, without summer time.
    case china = "UTC+8"
  }

  package var base: String?
  package var name = ""
  package var title: String?
  package var year = 2000
  package var start: TimeStamp?
  package var hours: Int?
  package var timeZone = TimeZone.china
  package var currency = "CNY"
  package var commitment = CommitmentDetail.linear
  package var carbonPrice = Profile.constant(0)
  package var importedFrom: String?

  package init() {}

  package static let fields: [Field<ModelHeader>] = [
    Field(
      "extends",
      \.base,
      "Folder of the model that this one changes, seen from this folder, such as ../jilin-2030."
    ),
    Field(
      "name",
      \.name,
      as: .name,
      required: true,
      "Name of the model; results go to results/NAME."
    ),
    Field("title", \.title, "What the model is, in a few words; left out: its name."),
    Field(
      "year",
      \.year,
      in: 1900...2200,
      required: true,
      unit: .plain,
      "Calendar year of the model's hours."
    ),
    Field("start", \.start, "First hour, in the year; left out: 1 January, 00:00."),
    Field(
      "hours",
      \.hours,
      in: 1...87_840,
      unit: .hour,
      "Number of hours; left out: those of the year."
    ),
    Field("time-zone", \.timeZone, "Time zone of all times; there is no summer time."),
    Field("currency", \.currency, "Currency of all costs and prices, three letters."),
    Field(
      "commitment",
      \.commitment,
      "Starts, ramps and online capacity of thermal units as shares of a cluster, or none of them."
    ),
    Field(
      "imported-from",
      \.importedFrom,
      "The program whose network this is; figures that look unlikely are then warned of, not refused."
    ),
    Field(
      "carbon-price",
      \.carbonPrice,
      in: 0...10_000,
      unit: .money(per: .tonne),
      "Price of a tonne of CO2, a number or a series."
    ),
  ]

  /// The model's hours.
  var horizon: Horizon {
    let new = TimeStamp(year: year, month: 1, day: 1)
    let inYear = TimeStamp(year: year + 1, month: 1, day: 1).hours(since: new)
    return Horizon(start: start ?? new, hours: hours ?? inYear)
  }
}

extension TimeStamp: FieldValue {
  /// A day, or an hour of it.
  package static var form: FieldForm<TimeStamp> {
    FieldForm(words: "time") { text in
      if let time = TimeStamp(text) { return .success(time) }
      let fault = FieldFault(
        rule: "must be a time",
        fix: "Write YYYY-MM-DD or YYYY-MM-DDTHH:MM."
      )
      return .failure(fault)
    } show: {
      $0.description
    }
  }
}
