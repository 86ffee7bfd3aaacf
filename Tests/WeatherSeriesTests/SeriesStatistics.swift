/// Statistics of an hourly year, as the tables of figures hold them.
struct SeriesStatistics {
  let values: [Double]

  var mean: Double { values.reduce(0, +) / Double(values.count) }

  var deviation: Double {
    let mean = mean
    let squares = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    return (squares / Double(values.count - 1)).squareRoot()
  }

  /// The value below which the given share of the hours lies.
  func quantile(_ share: Double) -> Double {
    let sorted = values.sorted()
    let position = share * Double(sorted.count - 1)
    let low = Int(position)
    let high = min(low + 1, sorted.count - 1)
    return sorted[low] + (sorted[high] - sorted[low]) * (position - Double(low))
  }

  /// The correlation of the series with itself some hours later.
  func persistence(_ lag: Int) -> Double {
    Self.correlation(Array(values.dropLast(lag)), Array(values.dropFirst(lag)))
  }

  /// The correlation of a day's mean with the next day's.
  var dayToDay: Double { SeriesStatistics(values: dailyMeans).persistence(1) }

  var dailyMeans: [Double] {
    stride(from: 0, to: values.count, by: 24).map {
      values[$0..<$0 + 24].reduce(0, +) / 24
    }
  }

  /// The means by month and hour of day: 12 × 24 values.
  var monthHourMeans: [Double] {
    let lengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    var means: [Double] = []
    var first = 0
    for length in lengths {
      for hour in 0..<24 {
        let sum = (first..<first + length).reduce(0) { $0 + values[$1 * 24 + hour] }
        means.append(sum / Double(length))
      }
      first += length
    }
    return means
  }

  static func correlation(_ one: [Double], _ two: [Double]) -> Double {
    let count = Double(one.count)
    let meanOne = one.reduce(0, +) / count
    let meanTwo = two.reduce(0, +) / count
    var product = 0.0
    var squareOne = 0.0
    var squareTwo = 0.0
    for index in one.indices {
      product += (one[index] - meanOne) * (two[index] - meanTwo)
      squareOne += (one[index] - meanOne) * (one[index] - meanOne)
      squareTwo += (two[index] - meanTwo) * (two[index] - meanTwo)
    }
    return product / (squareOne * squareTwo).squareRoot()
  }
}
