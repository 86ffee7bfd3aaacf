/// Sums and maxima over the hours up to each hour.
enum RecentHours {
  /// The sum of the last so many values, this one included.
  static func sums(of values: [Double], over hours: Int) -> [Double] {
    values.indices.map { step in
      var sum = 0.0
      for earlier in max(0, step - hours + 1)...step { sum += values[earlier] }
      return sum
    }
  }

  /// The largest of the last so many values, this one included.
  static func maxima(of values: [Double], over hours: Int) -> [Double] {
    values.indices.map { step in
      var most = -Double.infinity
      for earlier in max(0, step - hours + 1)...step { most = max(most, values[earlier]) }
      return most
    }
  }
}
