import GridFormulation
import SmallGrids

/// Two days in two months, solved by hand: coal without commitment, wind that costs nothing.
///
///     hour           3     18    else
///     31 January    60    160    100   MW of load
///     1 February    60    180    100
///     wind         100     50     50   MW on offer
///
/// Coal follows what wind leaves: 50 MW, 110 and 130 at 18:00, nothing at 3:00, where 40 MW are curtailed. Of its
/// 200 MW 171 can be given: 5 % are out, and a tenth of the rest it uses itself.
enum TwoMonths {
  static func folder() throws -> ModelFolder {
    var hours = "time,load_mw,wind_pu\n"
    for (day, peak) in [("2030-01-31", 160), ("2030-02-01", 180)] {
      for hour in 0..<24 {
        let load = hour == 3 ? 60 : hour == 18 ? peak : 100
        hours += "\(day)T\(hour < 10 ? "0" : "")\(hour):00,\(load),\(hour == 3 ? "1" : "0.5")\n"
      }
    }
    let yaml =
      ModelFolder.yaml.replacing("hours: 4\n", with: "start: 2030-01-31\nhours: 48\n")
      + "reserve: {up-share-of-load: 0.05}\ncommitment: none\n"
    return try ModelFolder([
      "model.yaml": yaml, "series/hours.csv": hours,
      "assets/coal.csv":
        "name,unit_size_mw,units,minimum_output_pu,own_use_pu,forced_outage_pu\nold,100,2,0.5,0.1,0.05\n",
    ])
  }

  /// The result, dispatched once for all tests.
  static let result = Result { try WrittenFolder(of: try folder().read()) }
}
