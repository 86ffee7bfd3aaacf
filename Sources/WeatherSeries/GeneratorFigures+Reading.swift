extension GeneratorFigures {
  /// Reads the tables of a folder of figures.
  public init(folder: String) throws(FiguresError) {
    zones = try Self.zones(folder: folder)
    let levels = try FiguresTable(folder: folder, file: "levels.csv")
    var scores: [Double] = []
    for row in levels.rows { scores.append(try levels.number("score", in: row)) }
    self.scores = scores
    let weather = try Self.weather(folder: folder)
    self.weather = weather
    slowCorrelation = try Self.matrix(folder: folder, file: "correlation-slow.csv", of: weather)
    fastCorrelation = try Self.matrix(folder: folder, file: "correlation-fast.csv", of: weather)
    holidays = try Self.holidays(folder: folder)
    sites = try Self.sites(folder: folder)
    loads = try Self.loads(folder: folder, holidays: holidays)
    heating = try Self.heating(folder: folder)
    inflows = try Self.inflows(folder: folder)
    let festivals = try FiguresTable(folder: folder, file: "lunar-new-year.csv")
    var dates: [Int: (month: Int, day: Int)] = [:]
    for row in festivals.rows {
      let date = try festivals.wholeNumbers(in: row, from: 0)
      dates[date[0]] = (date[1], date[2])
    }
    lunarNewYears = dates
  }

  private static func zones(folder: String) throws(FiguresError) -> [Zone] {
    let table = try FiguresTable(folder: folder, file: "zones.csv")
    var zones: [Zone] = []
    for row in table.rows {
      let stream = try table.wholeNumber("stream", in: row)
      guard (1...table.rows.count).contains(stream) else {
        throw .malformed(file: table.file, detail: "streams are counted from 1")
      }
      zones.append(Zone(name: row[0], stream: stream))
    }
    return zones
  }

  private static func weather(folder: String) throws(FiguresError) -> [Weather] {
    let processes = try FiguresTable(folder: folder, file: "processes.csv")
    let quantiles = try FiguresTable(folder: folder, file: "quantiles.csv")
    let shifts = try FiguresTable(folder: folder, file: "hour-shifts.csv")
    var weather: [Weather] = []
    for row in processes.rows {
      weather.append(
        Weather(
          name: row[0],
          slow: try processes.number("slow", in: row),
          fast: try processes.number("fast", in: row),
          smooth: try processes.number("smooth", in: row),
          slowShare: try processes.number("slow_share", in: row),
          spread: try processes.number("spread", in: row),
          mean: try processes.number("mean", in: row),
          latitude: try processes.number("latitude", in: row),
          longitude: try processes.number("longitude", in: row),
          quantiles: try months(of: row[0], in: quantiles),
          shifts: try months(of: row[0], in: shifts)
        )
      )
    }
    return weather
  }

  private static func matrix(
    folder: String,
    file: String,
    of weather: [Weather]
  ) throws(FiguresError) -> [[Double]] {
    let table = try FiguresTable(folder: folder, file: file)
    guard table.names == weather.map(\.name) else {
      throw .malformed(file: file, detail: "its rows are not those of processes.csv")
    }
    var matrix: [[Double]] = []
    for row in table.rows { matrix.append(try table.numbers(in: row, from: 1)) }
    return matrix
  }

  private static func holidays(folder: String) throws(FiguresError) -> [Holiday] {
    let table = try FiguresTable(folder: folder, file: "holidays.csv")
    var holidays: [Holiday] = []
    for row in table.rows {
      let date = try table.wholeNumbers(in: row, from: 1)
      holidays.append(Holiday(item: row[0], month: date[0], day: date[1], days: date[2]))
    }
    return holidays
  }

  private static func sites(folder: String) throws(FiguresError) -> [Site] {
    let table = try FiguresTable(folder: folder, file: "sites.csv")
    var sites: [Site] = []
    for row in table.rows {
      sites.append(
        Site(
          name: row[0],
          parent: row[1],
          ownShare: try table.number("own_share", in: row),
          widening: try table.number("widening", in: row)
        )
      )
    }
    return sites
  }

  private static func loads(
    folder: String,
    holidays: [Holiday]
  ) throws(FiguresError) -> [Load] {
    let levels = try FiguresTable(folder: folder, file: "load-levels.csv")
    let festivals = try FiguresTable(folder: folder, file: "load-spring-festival.csv")
    let shapes = try FiguresTable(folder: folder, file: "load-shapes.csv")
    let effects = try FiguresTable(folder: folder, file: "temperature-effect.csv")
    var loads: [Load] = []
    for name in levels.names {
      func level(_ item: String) throws(FiguresError) -> Double {
        guard let row = levels.rows(of: name).first(where: { $0[1] == item }) else {
          throw .malformed(file: levels.file, detail: "\(name) has no \(item)")
        }
        return try levels.number("value", in: row)
      }
      func shape(_ kind: String) throws(FiguresError) -> [[Double]] {
        var rows: [[Double]] = []
        for row in shapes.rows(of: name) where row[2] == kind {
          rows.append(try shapes.numbers(in: row, from: 3))
        }
        return rows
      }
      var months: [Double] = []
      for month in 1...12 {
        months.append(try level("month-" + (month < 10 ? "0" : "") + "\(month)"))
      }
      var factors: [Double] = []
      for holiday in holidays { factors.append(try level(holiday.item)) }
      var festival: [Double] = []
      let days = festivals.rows(of: name)
      for row in days { festival.append(try festivals.number("factor", in: row)) }
      guard let first = days.first, let effect = effects.rows(of: zone(of: name)).first else {
        throw .malformed(file: festivals.file, detail: "\(name) is missing")
      }
      loads.append(
        Load(
          name: name,
          months: months,
          saturday: try level("saturday"),
          sunday: try level("sunday"),
          dayNoise: try level("day-noise"),
          dayPersistence: try level("day-persistence"),
          holidays: factors,
          festival: festival,
          festivalStart: try festivals.wholeNumber("day", in: first),
          weekday: try shape("weekday"),
          weekend: try shape("weekend"),
          coldPerDegree: try effects.number("cold_per_degree", in: effect),
          warmPerDegree: try effects.number("warm_per_degree", in: effect)
        )
      )
    }
    return loads
  }

  private static func heating(folder: String) throws(FiguresError) -> [Heating] {
    let table = try FiguresTable(folder: folder, file: "heating.csv")
    var seasons: [Heating] = []
    for row in table.rows {
      seasons.append(
        Heating(
          zone: row[0],
          startMonth: try table.wholeNumber("start_month", in: row),
          startDay: try table.wholeNumber("start_day", in: row),
          endMonth: try table.wholeNumber("end_month", in: row),
          endDay: try table.wholeNumber("end_day", in: row),
          indoor: try table.number("indoor_c", in: row),
          design: try table.number("design_c", in: row),
          hotWater: try table.number("hot_water_pu", in: row),
          onlineFloor: try table.number("online_floor_pu", in: row),
          onlineSlope: try table.number("online_slope_pu", in: row)
        )
      )
    }
    return seasons
  }

  private static func inflows(folder: String) throws(FiguresError) -> [Inflow] {
    let table = try FiguresTable(folder: folder, file: "inflow.csv")
    var inflows: [Inflow] = []
    for row in table.rows {
      inflows.append(
        Inflow(
          zone: row[0],
          mean: try table.number("mean", in: row),
          deviation: try table.number("deviation", in: row),
          persistence: try table.number("persistence", in: row),
          months: try table.numbers(in: row, from: 4)
        )
      )
    }
    return inflows
  }

  /// The twelve monthly rows of a name.
  private static func months(
    of name: String,
    in table: FiguresTable
  ) throws(FiguresError) -> [[Double]] {
    var rows: [[Double]] = []
    for row in table.rows(of: name) { rows.append(try table.numbers(in: row, from: 2)) }
    guard rows.count == 12 else {
      throw .malformed(file: table.file, detail: "\(name) needs twelve months")
    }
    return rows
  }
}
