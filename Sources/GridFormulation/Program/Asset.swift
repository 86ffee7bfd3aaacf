package import Hourly
import Tables

/// Something that injects, withdraws or stores power in a zone.
///
/// One file holds one kind: its parameters, its rules and its equations. The rest of the program
/// knows assets only through this protocol.
package protocol Asset: Sendable {
  /// The kind's name and file.
  static var type: AssetType { get }
  /// The parameters, each declared once: reading, `describe`, range checks and limits derive from them.
  static var columns: [Column<Self>] { get }

  /// The asset with every parameter at its default.
  init()

  /// The asset's name, unique in the model.
  var name: String { get }
  /// The zone it stands in.
  var zone: String { get set }
  /// The parts that results tell apart, each by the name it has beside the asset's.
  var partNames: [String] { get }
  /// The zones it names, each with the column that does.
  var zones: [ZoneUse] { get }
  /// Other assets that it names, such as plants under contract.
  var assetNames: [String] { get }
  /// The heat zones it gives heat to or takes heat from, each with the column that names it.
  var heatZones: [ZoneUse] { get }
  /// What reports and goals know of it.
  var facts: AssetFacts { get }
  /// The assets that must be there for it, each with the column that names it.
  var namedAssets: [AssetUse] { get }
  /// The assets whose part of the program it builds on, by name; they formulate before it.
  var prerequisites: [String] { get }
  /// The assets whose response it stands for in place of their own, by name.
  var bundledAssets: [String] { get }

  /// The fuel it burns, by its name among the model's; nil where it burns none of them.
  var fuelName: String? { get }
  /// What it can give the grid at the most, for the margin over demand.
  func capability(in setting: Setting) -> Capability

  /// Takes over what it needs to know of other assets; told all of the model.
  mutating func link(to assets: [any Asset])

  /// What it has in common with assets that are alike up to their size; nil where it stands for itself.
  var likeness: Likeness? { get }
  /// Tells of its units that could fail, for the reserve that covers the largest.
  func noteUnits(in desk: inout Desk)

  /// Flexible load registered that runs at a step and can be called, MW.
  func registeredResponse(at step: Int, in setting: Setting) -> Double
  /// What it draws uncalled in each hour beside the load of its zone, MW.
  func addedLoad(in setting: Setting) -> HourlyValue
  /// What it could inject at the most in each hour, MW; no less than what it can.
  func mostInjection(in setting: Setting) -> HourlyValue
  /// The most heat it could give to a heat zone in each hour, MW; no less than what it can.
  func mostHeat(in heatZone: String, _ setting: Setting) -> HourlyValue
  /// Takes the model's only heat zone where the table names none.
  mutating func settle(inHeatZone name: String)
  /// Names that stand for nothing in the model, such as a fuel's; told even of a row with a fault.
  func unknownNames(in setting: Setting) -> [Complaint]
  /// Rules that join several parameters; ranges of single ones are checked when they are read.
  func complaints(in setting: Setting) -> [Complaint]
  /// Rules that join it with other assets.
  func complaints(among assets: [any Asset], in setting: Setting) -> [Complaint]
  /// Takes a class of limits away; by default it widens the columns that are part of it.
  mutating func relax(_ cause: PhysicalCause)
  /// Writes the asset's decisions and rules at its desk.
  func formulate(in desk: inout Desk)
}

extension Asset {
  /// The asset as the owner of its variables and results.
  package var owner: Owner { Owner(name, zone: zone) }

  package var partNames: [String] { [] }

  package var zones: [ZoneUse] { [ZoneUse("zone", zone)] }

  package var assetNames: [String] {
    (facts.link?.contracts ?? facts.suppliers).map(\.plant) + namedAssets.map(\.name)
  }

  package var heatZones: [ZoneUse] { [] }

  package func mostHeat(in heatZone: String, _ setting: Setting) -> HourlyValue { 0 }

  package mutating func settle(inHeatZone name: String) {}

  package func registeredResponse(at step: Int, in setting: Setting) -> Double {
    facts.registeredResponse
  }

  package func addedLoad(in setting: Setting) -> HourlyValue { 0 }

  package func mostInjection(in setting: Setting) -> HourlyValue {
    let technology = facts.technology
    if technology.isGeneration || technology.isStorage { return .constant(facts.capacity) }
    return .constant(technology.isFlexibleLoad ? facts.capacity : 0)
  }

  package func unknownNames(in setting: Setting) -> [Complaint] { [] }

  package func complaints(in setting: Setting) -> [Complaint] { [] }

  package var namedAssets: [AssetUse] { [] }

  package var prerequisites: [String] { [] }

  package var bundledAssets: [String] { [] }

  package var fuelName: String? { nil }

  package func capability(in setting: Setting) -> Capability { Capability() }

  package mutating func link(to assets: [any Asset]) {}

  package var likeness: Likeness? {
    facts.technology.isGeneration ? Likeness(key: likenessKey()) : nil
  }

  package func noteUnits(in desk: inout Desk) {}

  package func complaints(among assets: [any Asset], in setting: Setting) -> [Complaint] { [] }
}

/// Another asset that an asset names, and the column where it does.
package struct AssetUse: Sendable {
  package let field: String
  package let name: String

  package init(_ field: String, _ name: String) {
    self.field = field
    self.name = name
  }
}

/// A zone that an asset names, and the column where it does.
package struct ZoneUse: Sendable {
  package let field: String
  package let name: String

  package init(_ field: String, _ name: String) {
    self.field = field
    self.name = name
  }
}

/// The kind of an asset: its table in the model folder and what it is.
package struct AssetType: Sendable, Hashable {
  /// The name, as in `gridflex describe NAME`; the table is `assets/<name>.csv`.
  package let name: String
  /// What it is, in one sentence.
  package let summary: String

  /// The table's path in the model folder.
  package var file: String { "assets/\(name).csv" }
}
