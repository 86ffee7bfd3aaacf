import GridFormulation
import Tables

/// The settings of a GenX case that decide which of its rules hold; 0 is off, as GenX has it.
struct GenXSettings {
  static let file = "settings/genx_settings.yml"

  /// The settings that are read, by their names in the file.
  enum Key: String, CaseIterable {
    case carbonCap = "CO2Cap"
    case capacityReserveMargin = "CapacityReserveMargin"
    case energyShare = "EnergyShareRequirement"
    case leastCapacity = "MinCapReq"
    case lossSegments = "Trans_Loss_Segments"
    case mostCapacity = "MaxCapReq"
    case multiStage = "MultiStage"
    case networkExpansion = "NetworkExpansion"
    case storageLosses = "StorageLosses"
    case timeReduction = "TimeDomainReduction"
    case unitCommitment = "UCommit"
  }

  /// Whether the file is there.
  let isStated: Bool
  private var values: [Key: Int] = [:]

  /// No settings, where nothing is read.
  init() { isStated = false }

  /// Reads the settings, and notes those whose rules are left out.
  init(_ source: inout GenXSource, _ draft: inout ImportDraft) {
    isStated = source.has(Self.file)
    guard isStated,
      let node = YAMLReader.read(path: source.folder + "/" + Self.file, log: &source.log),
      let root = YAMLMapping(node, log: &source.log)
    else {
      if !isStated {
        draft.note(
          .changed,
          Self.file,
          "all settings",
          "The file is missing, so that each is 0, as GenX takes it: no policy, commitment or expansion of the network."
        )
      }
      return
    }
    for key in Key.allCases {
      values[key] = root.integer(key.rawValue, in: 0...100, log: &source.log)
    }
    for (name, text) in Self.leftOut {
      guard let value = root.text(name, log: &source.log), value != "0", value != "false" else {
        continue
      }
      draft.note(.leftOut, Self.file, name, text)
    }
  }

  subscript(key: Key) -> Int { values[key] ?? 0 }

  private static let leftOut = [
    ("Benders", "The program is solved as one."),
    ("DC_OPF", "Lines carry what is decided, not what voltage angles say."),
    ("HourlyMatching", "Hydrogen is not followed."),
    ("HydrogenMinimumProduction", "Hydrogen is not followed."),
    ("IncludeLossesInESR", "Losses of lines do not raise the share that is asked for."),
    ("ModelingToGenerateAlternatives", "One plan is sought."),
    ("OperationalReserves", "No reserve is held: state it under `reserve` where it matters."),
    ("PiecewiseFuelUsage", "Heat rates are the same at any output."),
    ("Reserves", "No reserve is held: state it under `reserve` where it matters."),
    ("VirtualChargeDischargeCost", "Storage has no virtual cost."),
  ]
}
