import Exchange
import Foundation
import GridFormulation
import GridGoals
import Tables

/// A PyPSA folder of three hours with every kind of component; removed when the test ends.
final class SmallNetwork {
  let root: String
  var folder: String { root + "/network" }
  var out: String { root + "/model" }

  convenience init() throws { try self.init(files: Self.files) }

  /// A folder with other files.
  init(files: [(String, String)]) throws {
    root = NSTemporaryDirectory() + "gridflex-network-" + UUID().uuidString
    try FileManager.default.createDirectory(
      atPath: root + "/network",
      withIntermediateDirectories: true
    )
    for (file, text) in files { try write(text, to: file) }
  }

  func write(_ text: String, to file: String) throws {
    try text.write(toFile: folder + "/" + file, atomically: false, encoding: .utf8)
  }

  /// The model of the network.
  func imported() throws -> GridModel {
    try PyPSAImport.run(from: folder, to: out)
    return try ModelReader.read(folder: out)
  }

  /// Why the import fails; nil where it does not.
  func failure(to path: String? = nil) -> PyPSAImport.Failure? {
    do {
      _ = try PyPSAImport.run(from: folder, to: path ?? out)
      return nil
    } catch {
      return error
    }
  }

  deinit { try? FileManager.default.removeItem(atPath: root) }

  private static let files = [
    ("network.csv", "name,pypsa_version\nsmall,1.4.0\n"),
    (
      "snapshots.csv",
      ",snapshot,objective\n0,2011-01-01 00:00:00,1.0\n1,2011-01-01 01:00:00,1.0\n"
        + "2,2011-01-01 02:00:00,1.0\n"
    ),
    (
      "buses.csv",
      "name,v_nom,carrier,x\nnorth,220,AC,9\nsouth,220,AC,8\nsea,320,DC,7\ncoast,320,DC,7\n"
    ),
    ("carriers.csv", "name,co2_emissions,color\nOCGT,0.2,red\nonwind,0,blue\n"),
    ("loads.csv", "name,bus,p_set\na,north,10\nb,north,0\nc,south,40\n"),
    ("loads-p_set.csv", ",b\n0,100\n1,110\n2,120\n"),
    (
      "generators.csv",
      """
      name,bus,carrier,p_nom,marginal_cost,efficiency,e_sum_max,sign,marginal_cost_quadratic,osm_name,p_nom_opt,committable,p_min_pu,start_up_cost,stand_by_cost,min_up_time,up_time_before,ramp_limit_up,ramp_limit_start_up
      gas,north,OCGT,200,50,0.4,500,1,0.1,kraftwerk,3,False,0,0,0,0,1,,
      wind,south,onwind,100,0,1,inf,1,0,,0,False,0,0,0,0,1,,
      sink,south,,30,-5,1,inf,-1,0,,0,False,0,0,0,0,1,,
      coal,north,lignite,150,20,1,inf,1,0,,0,True,0.4,5000,100,6,2,0.4,0.6

      """
    ),
    ("generators-p_max_pu.csv", ",wind\n0,0.1\n1,0.5\n2,1\n"),
    (
      "storage_units.csv",
      "name,bus,carrier,p_nom,p_min_pu,max_hours,efficiency_store,cyclic_state_of_charge\n"
        + "pumped,south,PHS,50,-0.8,6,0.9,True\n"
    ),
    (
      "stores.csv",
      "name,bus,e_nom,e_initial,standing_loss\ntank,north,20,8,0.2\n"
    ),
    ("stores-e_set.csv", ",tank\n0,\n1,\n2,5\n"),
    (
      "lines.csv",
      """
      name,bus0,bus1,type,length,num_parallel,x,r,s_nom,s_max_pu
      typed,north,south,Al/St 240/40 2-bundle 220.0,100,2,,,900,0.7
      cable,sea,coast,,,1,0,2,400,1

      """
    ),
    (
      "transformers.csv",
      "name,bus0,bus1,type,num_parallel\ntyped,north,south,160 MVA 380/110 kV,2\n"
    ),
    (
      "links.csv",
      "name,bus0,bus1,efficiency,p_nom,p_min_pu,p_max_pu\n"
        + "converter,north,sea,0.97,500,-0.5,0.9\n"
    ),
    ("shunt_impedances.csv", "name,bus,b\nshunt,north,0.1\n"),
    (
      "global_constraints.csv",
      "name,type,carrier_attribute,sense,constant\nco2,primary_energy,co2_emissions,<=,70\n"
        + "wind,tech_capacity_expansion_limit,,<=,5\n"
    ),
    ("processes.csv", "name\nother\n"),
  ]
}

extension GridModel {
  /// An asset of a name.
  private func asset<Kind: Asset>(_ name: String) -> Kind? {
    assets.compactMap { $0 as? Kind }.first { $0.name == name }
  }

  func generator(_ name: String) -> Generator? { asset(name) }
  func store(_ name: String) -> Storage? { asset(name) }
  func line(_ name: String) -> Line? { asset(name) }
  func corridor(_ name: String) -> Corridor? { asset(name) }
}
