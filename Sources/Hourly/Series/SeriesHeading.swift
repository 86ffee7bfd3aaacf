import Tables

/// The headings of a file of hourly values: what labels its rows, and what its columns hold.
enum SeriesHeading {
  private static let times = [
    "time", "date", "datetime", "date time", "timestamp", "时间", "日期", "时刻", "日期时间", "数据时间",
    "数据日期", "统计时间",
  ]
  private static let hours = ["hour", "hours", "小时", "时段", "小时数", "小时序号"]

  /// Words of one meaning for what a column holds.
  private static let meanings = [
    ["load", "demand", "负荷", "用电负荷", "系统负荷", "全网负荷", "统调负荷", "全社会负荷", "全社会用电负荷"],
    ["wind", "风电", "风力", "风电出力", "风力发电"],
    ["solar", "pv", "光伏", "光伏出力", "太阳能", "光伏发电", "太阳能发电"],
    ["hydro", "水电", "水电出力"], ["price", "电价", "价格", "节点电价"],
    ["temperature", "气温", "温度"], ["inflow", "来水", "来水量", "入库流量"],
    ["heat", "热负荷", "供热负荷"],
  ]

  /// What the rows are labelled by, nil for a heading that tells neither times nor hours.
  static func labels(_ text: String) -> HourlyTable.Labels? {
    let plain = TableHeading(text).base.lowercased()
    if times.contains(plain) { return .times }
    return hours.contains(plain) ? .hours : nil
  }

  /// The columns that a wanted one may be of which none has its name: those of its meaning.
  static func columns(_ wanted: String, among names: [String]) -> [Int] {
    let base = plain(wanted)
    let same = names.indices.filter { plain(names[$0]) == base }
    if !same.isEmpty { return same }
    guard let words = meanings.first(where: { $0.contains(base) }) else { return [] }
    return names.indices.filter { words.contains(plain(names[$0])) }
  }

  /// A heading without the unit in brackets or at its end.
  private static func plain(_ text: String) -> String {
    let base = TableHeading(text).base.lowercased()
    for ending in ["_mw", "_pu", "_mwh", "_per_mwh", "_degc"] where base.hasSuffix(ending) {
      return String(base.dropLast(ending.count))
    }
    return base
  }

  // MARK: - A row a day

  /// How many of the headings from the first on are the times of a day; 0 where they are none.
  static func timesOfDay(_ headings: [String]) -> Int {
    let minutes = headings.map(minute)
    let count = minutes.prefix { $0 != nil }.count
    guard [24, 48, 96].contains(count) else { return 0 }
    let found = minutes.prefix(count).compactMap(\.self)
    let (step, isCounted) = (1440 / count, found.allSatisfy { $0 % 60 == 0 })
    // Counted from 0 or from 1, or told as clock times that are starts or ends.
    let spacings = isCounted ? [60, step] : [step]
    for spacing in spacings {
      for first in [0, spacing]
      where found.enumerated().allSatisfy({ $1 == first + $0 * spacing }) { return count }
    }
    return 0
  }

  /// The minute of the day of `7`, `07:00`, `7时` or `h7`; a plain number counts as hours.
  static func minute(_ heading: String) -> Int? {
    var text = heading.lowercased()
    for mark in ["时", "点", "hour", "h", "p", "第", "个", "小"] {
      text = text.replacing(mark, with: "")
    }
    let parts = text.split(separator: ":", omittingEmptySubsequences: false).map { Int($0) }
    guard (1...2).contains(parts.count), let hour = parts[0], (0...96).contains(hour) else {
      return nil
    }
    guard parts.count == 2 else { return 60 * hour }
    guard let minute = parts[1], (0..<60).contains(minute), hour <= 24 else { return nil }
    return 60 * hour + minute
  }
}
