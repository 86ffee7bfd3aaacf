/// Makes one zone's hourly load, per unit of its yearly mean.
///
/// Day level = month × kind of day × holiday × days around the lunar new year × noise that
/// lasts some days × effect of a day colder or warmer than its season; hour shape by month and
/// kind of day. Weekends that China's calendar moves for long holidays are not moved.
struct LoadGenerator {
  let load: GeneratorFigures.Load
  let holidays: [GeneratorFigures.Holiday]
  let calendar: GeneratorCalendar
  /// The index of the lunar new year's day.
  let newYear: Int?

  /// Loads of all hours for a day-by-day departure of temperature from the season, in °C.
  func make(
    departures: [Double],
    random: inout RandomStreams,
    stream: Int
  ) -> [Double] {
    let factors = holidayFactors()
    var values: [Double] = []
    values.reserveCapacity(calendar.days.count * 24)
    var noise = load.dayNoise * random.normal(from: stream)
    let fresh = (1 - load.dayPersistence * load.dayPersistence).squareRoot() * load.dayNoise
    for (index, day) in calendar.days.enumerated() {
      noise = load.dayPersistence * noise + fresh * random.normal(from: stream)
      var level = day.between(load.months) * factors[index] * (1 + noise)
      level *= 1 + effect(of: departures[index], in: day.month)
      if day.weekday == 5 { level *= load.saturday }
      if day.weekday == 6 { level *= load.sunday }
      let shapes = day.weekday >= 5 ? load.weekend : load.weekday
      let (low, high, part) = day.span
      for hour in 0..<24 {
        values.append(level * (shapes[low][hour] * (1 - part) + shapes[high][hour] * part))
      }
    }
    return WeatherMapping.scale(values, to: 1, limit: .infinity)
  }

  /// The relative change of a day's load for a departure of temperature.
  private func effect(of departure: Double, in month: Int) -> Double {
    switch month {
    case 11, 12, 1, 2, 3: return load.coldPerDegree * departure
    case 6, 7, 8: return load.warmPerDegree * departure
    default: return 0
    }
  }

  private func holidayFactors() -> [Double] {
    var factors = [Double](repeating: 1, count: calendar.days.count)
    for (holiday, factor) in zip(holidays, load.holidays) {
      let first = calendar.index(month: holiday.month, day: holiday.day)
      for index in first..<(first + holiday.days) { factors[index] *= factor }
    }
    guard let newYear else { return factors }
    for (offset, factor) in load.festival.enumerated() {
      let index = newYear + load.festivalStart + offset
      if factors.indices.contains(index) { factors[index] *= factor }
    }
    return factors
  }
}
