import GridFormulation
import Hourly
import Tables
import Testing

/// What clusters of thermal units have in common, whatever they burn.
struct ThermalClusterTests {
  static let clusters: [any ThermalCluster] = [Coal(), Gas(), Chp()]

  @Test(arguments: clusters)
  func `a share in maintenance without dates is told to have no effect`(
    cluster: any ThermalCluster
  ) throws {
    var cluster = cluster
    let complaint = {
      cluster.complaints(in: Setting()).first { $0.field == "maintenance_share_pu" }
    }
    #expect(complaint() == nil)
    cluster.maintenanceShare = 0.3
    let told = try #require(complaint())
    #expect(told.severity == .warning)
    #expect(told.rule == "has no effect without dates of maintenance")
    cluster.maintenance = [CalendarWindow("04-10..05-25")].compactMap { $0 }
    #expect(complaint() == nil)
  }

  @Test(arguments: clusters)
  func `a fuel that is not in the model is told`(cluster: any ThermalCluster) {
    var cluster = cluster
    cluster.fuel = "peat"
    #expect(cluster.fuelName == "peat")
    #expect(cluster.unknownNames(in: Setting()).map(\.field) == ["fuel"])
  }
}
