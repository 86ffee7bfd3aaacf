import Exchange
import Foundation
import GridDispatch
import GridFormulation
import GridGoals
import GridPlanning
import Tables
import Testing

/// A made-up case of GenX of four hours; removed when the test ends.
final class SmallCase {
  let root: String
  var folder: String { root + "/case" }
  var out: String { root + "/model" }

  /// A case with some of its files changed or added; of a year, costs of 8,760 are 1 an hour.
  init(_ files: [String: String]) throws {
    root = NSTemporaryDirectory() + "gridflex-case-" + UUID().uuidString
    for (file, text) in Self.files.merging(files, uniquingKeysWith: { $1 }) {
      try write(text, to: file)
    }
  }

  func write(_ text: String, to file: String) throws {
    let url = URL(fileURLWithPath: folder + "/" + file)
    try FileManager.default.createDirectory(
      at: url.deletingLastPathComponent(),
      withIntermediateDirectories: true
    )
    try Data(text.utf8).write(to: url)
  }

  /// What the import tells, and the model that it writes.
  func imported() throws -> (told: [String], model: GridModel) {
    let outcome = try GenXImport.run(from: folder, to: out)
    return (outcome.differences.map(\.description), try ModelReader.read(folder: out))
  }

  /// The plan of the model.
  func plan() throws -> PlanResult {
    var options = PlanOptions()
    options.dispatch.threads = 1
    options.comparesPresent = false
    guard case .planned(let plan) = try Planner.run(try imported().model, options: options) else {
      throw Failure()
    }
    return plan
  }

  /// The faults for which the import writes nothing.
  func faults() -> [String] {
    do {
      _ = try GenXImport.run(from: folder, to: out)
      return []
    } catch {
      guard case .input(let error, _) = error else { return ["\(error)"] }
      return error.issues.map { $0.description.replacing(folder + "/", with: "") }
    }
  }

  struct Failure: Error {}

  deinit { try? FileManager.default.removeItem(atPath: root) }

  /// Rows with the columns of a thermal resource: none but what is given is stated.
  static func thermal(_ rows: String...) -> String {
    "Resource,Zone,Model,New_Build,Can_Retire,Retrofit_Id,Retrofit,Can_Retrofit,Retrofit_Efficiency,"
      + "Existing_Cap_MW,Max_Cap_MW,Inv_Cost_per_MWyr,Fixed_OM_Cost_per_MWyr,Var_OM_Cost_per_MWh,"
      + "Heat_Rate_MMBTU_per_MWh,Fuel\n" + rows.map { $0 + "\n" }.joined()
  }

  /// The demand of the first zone in four hours.
  static func demand(_ values: [Double]) -> String {
    "Voll,Demand_Segment,Cost_of_Demand_Curtailment_per_MW,Max_Demand_Curtailment,Rep_Periods,"
      + "Timesteps_per_Rep_Period,Sub_Weights,Time_Index,Demand_MW_z1\n"
      + values.enumerated().map { hour, value in
        (hour == 0 ? "1000,1,1,1,1,4,8760" : ",,,,,,") + ",\(hour + 1),\(value)\n"
      }.joined()
  }

  private static let files = [
    "settings/genx_settings.yml": "UCommit: 0\nNetworkExpansion: 1\nCO2Cap: 0\n",
    "system/Demand_data.csv": demand([100, 100, 100, 100]),
    "system/Generators_variability.csv": "Time_Index,sun\n1,1\n2,1\n3,0\n4,0\n",
    "system/Fuels_data.csv":
      "Time_Index,coal,gas,clean\n0,0.1,0.05,0\n1,2,2,1\n2,2,2,1\n3,2,2,1\n4,2,2,1\n",
    "resources/Thermal.csv": thermal(
      "old,1,2,0,1,0,0,0,0,60,0,0,8760,0,5,coal",
      "gas,1,2,1,0,0,0,0,0,0,-1,5000,3760,1,10,gas"
    ),
  ]
}
