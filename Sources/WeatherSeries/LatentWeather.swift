/// Correlated standard normal processes, one for each weather variable and site.
///
/// Each is the sum of a slow part (days) and a fast part (hours), both of two roots:
/// ```
/// x[t] = (a + b)·x[t−1] − a·b·x[t−2] + e[t]
/// ```
/// a the persistence of the part, b the root that smooths neighbouring hours, e innovations
/// that are correlated among the variables. Each part is scaled to variance 1. A variable
/// draws from its zone's stream and leans on those before it only, so that zones added at the
/// end in a stream of their own leave the others as they are.
struct LatentWeather {
  /// Hours run before the first, so that the start leaves no trace.
  private static let warmUp = 1000

  let figures: GeneratorFigures

  /// The processes of the variables, then those of the sites, each of the given hours.
  func make(hours: Int, random: inout RandomStreams) -> [[Double]] {
    let count = figures.weather.count
    let slow = figures.weather.map { Part(persistence: $0.slow, smooth: $0.smooth) }
    let fast = figures.weather.map { Part(persistence: $0.fast, smooth: $0.smooth) }
    let parents = figures.sites.map { site in
      figures.weather.firstIndex { $0.name == site.parent } ?? 0
    }
    var parts = slow + fast + parents.map { fast[$0] }
    let slowFactor = Self.factor(figures.slowCorrelation)
    let fastFactor = Self.factor(figures.fastCorrelation)
    var series = [[Double]](
      repeating: [Double](repeating: 0, count: hours),
      count: count + parents.count
    )
    let streams = figures.weather.map { figures.stream(of: $0.name) }
    let siteStreams = parents.map { streams[$0] }
    // The order of drawing: stream by stream, the slow parts of its variables, then the fast.
    let order = random.numbers.flatMap { stream in
      let own = streams.indices.filter { streams[$0] == stream }
      return (own + own.map { count + $0 }).map { (part: $0, stream: stream) }
    }
    var draws = [Double](repeating: 0, count: 2 * count)
    for hour in -Self.warmUp..<hours {
      for draw in order { draws[draw.part] = random.normal(from: draw.stream) }
      for index in 0..<count {
        var slowDraw = 0.0
        var fastDraw = 0.0
        for other in 0...index {
          slowDraw += slowFactor[index][other] * draws[other]
          fastDraw += fastFactor[index][other] * draws[count + other]
        }
        parts[index].advance(slowDraw)
        parts[count + index].advance(fastDraw)
      }
      for site in parents.indices {
        parts[2 * count + site].advance(random.normal(from: siteStreams[site]))
      }
      guard hour >= 0 else { continue }
      for index in 0..<count {
        let share = figures.weather[index].slowShare
        series[index][hour] =
          share.squareRoot() * parts[index].value
          + (1 - share).squareRoot() * parts[count + index].value
      }
      for (site, parent) in parents.enumerated() {
        let own = figures.sites[site].ownShare
        series[count + site][hour] =
          (1 - own).squareRoot() * series[parent][hour]
          + own.squareRoot() * parts[2 * count + site].value
      }
    }
    return series
  }

  /// The lower triangular factor of a correlation matrix (Cholesky).
  private static func factor(_ matrix: [[Double]]) -> [[Double]] {
    var factor = matrix.map { $0.map { _ in 0.0 } }
    for row in matrix.indices {
      for column in 0...row {
        var rest = matrix[row][column]
        for index in 0..<column { rest -= factor[row][index] * factor[column][index] }
        if row == column {
          factor[row][row] = max(rest, 1e-9).squareRoot()
        } else {
          factor[row][column] = rest / factor[column][column]
        }
      }
    }
    return factor
  }

  /// One process of two roots with variance 1.
  private struct Part {
    private let first, second, scale: Double
    private var last = 0.0
    private var before = 0.0

    init(persistence a: Double, smooth b: Double) {
      first = a + b
      second = a * b
      scale = ((1 - a * b) * (1 - a * a) * (1 - b * b) / (1 + a * b)).squareRoot()
    }

    var value: Double { scale * last }

    mutating func advance(_ innovation: Double) {
      let next = first * last - second * before + innovation
      before = last
      last = next
    }
  }
}
