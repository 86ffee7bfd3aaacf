/// Makes the heat demand of one zone and the share of its CHP units that must run for it.
struct HeatGenerator {
  let heating: GeneratorFigures.Heating
  let calendar: GeneratorCalendar

  /// Heat demand, per unit of the demand on a design day, following a day's mean temperature.
  ///
  /// ```
  /// q = (T_in − T₂₄) / (T_in − T_design)   in the season, held within 0 … 1
  /// ```
  /// T₂₄ is the temperature averaged with a time constant of 24 h, as heavy buildings do.
  func demand(temperatures: [Double]) -> [Double] {
    var mean = temperatures[0]
    return temperatures.enumerated().map { hour, temperature in
      mean += (temperature - mean) / 24
      guard isSeason(calendar.days[hour / 24]) else { return heating.hotWater }
      let demand = (heating.indoor - mean) / (heating.indoor - heating.design)
      return min(max(demand, heating.hotWater), 1)
    }
  }

  /// The least share of CHP units online: a floor in the season, more the colder it is.
  func onlineShare(demand: [Double]) -> [Double] {
    demand.enumerated().map { hour, heat in
      guard isSeason(calendar.days[hour / 24]) else { return 0 }
      return min(heating.onlineFloor + heating.onlineSlope * heat, 1)
    }
  }

  private func isSeason(_ day: GeneratorCalendar.Day) -> Bool {
    let date = day.month * 100 + day.day
    return date >= heating.startMonth * 100 + heating.startDay
      || date <= heating.endMonth * 100 + heating.endDay
  }
}
