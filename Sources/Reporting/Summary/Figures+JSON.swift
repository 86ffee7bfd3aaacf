import GridDispatch
import GridFormulation
import GridGoals
import Hourly
import Tables

extension GoalVerdict {
  /// The verdict as an entry of `goals`.
  var json: JSONValue {
    .object([
      ("id", .text(goal.id)), ("metric", .text(goal.metric)), ("variant", .text(variant)),
      ("zone", .text(goal.zone)), ("year", .integer(year)),
      ("comparison", .text(goal.threshold == nil ? nil : goal.comparison.rawValue)),
      ("threshold", .number(goal.threshold)), ("yearlyThreshold", .number(yearlyThreshold)),
      ("value", .number(value)), ("numerator", .number(numerator)),
      ("denominator", .number(denominator)), ("unit", .text(unit)),
      ("partsUnit", .text(partsUnit)), ("verdict", .text(verdict.rawValue)),
      ("withinGap", .bool(isWithinGap)), ("source", .text(goal.source)),
      ("remark", .text(remark)), ("note", .text(goal.note)),
    ])
  }
}

extension AssetFigures {
  /// The figures as an entry of `assets`.
  var json: JSONValue {
    .object([
      ("name", .text(asset.name)), ("type", .text(asset.type)), ("zone", .text(asset.zone)),
      ("technology", .text(asset.facts.technology.rawValue)),
      ("capacityMW", .number(asset.facts.capacity)),
      ("energyCapacityMWh", .number(asset.facts.energyCapacity)),
      ("injectedMWh", .number(injected)), ("withdrawnMWh", .number(withdrawn)),
      ("grossMWh", .number(gross)), ("fullLoadHours", .number(fullLoadHours)),
      ("availableMWh", .number(available)), ("curtailedMWh", .number(curtailed)),
      ("curtailmentRate", .number(curtailmentRate)), ("spilledMWh", .number(spilled)),
      ("fuelTce", .number(fuel)), ("coalTce", .number(coal)), ("co2T", .number(carbonDioxide)),
      ("co2CapturedT", .number(carbonCaptured)),
      ("so2T", .number(sulphurDioxide)), ("noxT", .number(nitrogenOxides)),
      ("heatMWh", .number(heat)), ("variableCost", .number(variableCost)),
      ("fixedCost", .number(fixedCost)), ("fixedCostPerYear", .number(asset.facts.fixedCost)),
      ("capitalCost", .number(capitalCost)),
      ("capitalCostPerYear", .number(asset.facts.capitalCost)),
      ("storage", storage?.json ?? .null), ("demandSide", demandSide?.json ?? .null),
      ("units", .array(units.map(\.json))),
    ])
  }
}

extension StorageFigures {
  /// The figures as the value of `storage`.
  fileprivate var json: JSONValue {
    .object([
      ("chargedMWh", .number(charged)), ("dischargedMWh", .number(discharged)),
      ("lostMWh", .number(lost)), ("overlapMWh", .number(overlap)),
      ("overlapHours", .number(Double(overlapHours))), ("cycles", .number(cycles)),
      ("cyclesPerDay", .number(cyclesPerDay)),
    ])
  }
}

extension UnitFigures {
  /// The figures as an entry of `units`.
  fileprivate var json: JSONValue {
    .object([
      ("part", .text(part.name)), ("capacityMW", .number(part.capacity)),
      ("minimumOutput", .number(part.minimumOutput)), ("suppliedMWh", .number(supplied)),
      ("grossMWh", .number(gross)), ("fuelTce", .number(fuel)),
      ("co2T", .number(carbonDioxide)), ("co2CapturedT", .number(carbonCaptured)),
      ("so2T", .number(sulphurDioxide)), ("noxT", .number(nitrogenOxides)),
      ("fuelRateGPerKWh", .number(fuelRate)), ("heatMWh", .number(heat)),
      (
        "heatDeducted",
        .array(
          heat == nil
            ? []
            : HeatAllocation.allCases.map { allocation in
              .object([
                ("allocation", .text(allocation.rawValue)),
                ("fuelOfHeatTce", .number(fuelOfHeat(allocation))),
                ("fuelRateGPerKWh", .number(fuelRate(allocation))),
              ])
            }
        )
      ),
      ("startedMW", .number(started)),
      ("startsPerUnit", .number(startsPerUnit)),
      ("hoursBelowHalf", hoursBelowHalf.map { .integer($0) } ?? .null),
      ("deepTierMWh", .array(tiers.map { .number($0) })),
    ])
  }
}

extension SystemTotals {
  /// The figures as the value of `totals`.
  var json: JSONValue {
    .object([
      ("demandMWh", .number(demand)), ("suppliedMWh", .number(supplied)),
      ("unservedMWh", .number(unserved)), ("generationMWh", .number(generation)),
      ("nonFossilGenerationMWh", .number(nonFossilGeneration)),
      ("importedMWh", .number(imported)), ("exportedMWh", .number(exported)),
      (
        "curtailment",
        .object(
          curtailment.map { entry in
            (
              entry.name,
              .object([
                ("availableMWh", .number(entry.available)),
                ("curtailedMWh", .number(entry.curtailed)), ("rate", .number(entry.rate)),
              ])
            )
          }
        )
      ),
      ("storageLossMWh", .number(storageLoss)), ("burntByStorageMWh", .number(burntByStorage)),
      ("burntByNetworkMWh", .number(burntByNetwork)),
      ("calledMWh", .number(called)), ("deferredMWh", .number(deferred)),
      ("coalTce", .number(coal)), ("fuelTce", .number(fuel)),
      ("fuelsTce", .object(fuels.map { ($0.kind.rawValue, .number($0.amount)) })),
      ("co2T", .number(carbonDioxide)),
      ("co2CapturedT", .number(carbonCaptured)),
      ("so2T", .number(sulphurDioxide)), ("noxT", .number(nitrogenOxides)),
    ])
  }
}

extension Adequacy {
  /// The figures as the value of `adequacy`.
  var json: JSONValue {
    .object([
      ("peakTime", .text(margin?.peak.time.description)),
      ("peakDemandMW", .number(margin?.peak.demand ?? 0)),
      ("capacityAtPeakMW", .number(margin?.peak.capacity)),
      ("reserveMargin", .number(margin?.peak.share)),
      ("peak", margin?.peak.json ?? .null), ("tightest", margin?.tightest.json ?? .null),
      ("unservedMWh", .number(unservedEnergy)), ("unservedHours", .integer(unservedHours)),
      ("unservedMostMW", .number(unservedMost)), ("reserveShortMWh", .number(reserveShort)),
      (
        "poorestWeek",
        poorestWeek.map { week in
          .object([
            ("start", .text(week.start.description)), ("meanMW", .number(week.meanPower)),
            ("meanShare", .number(week.meanShare)),
          ])
        } ?? .null
      ),
    ])
  }
}

extension CapacityMargin.Moment {
  /// The parts of a margin as the value of `peak` and `tightest`.
  fileprivate var json: JSONValue {
    .object([
      ("time", .text(time.description)), ("demandMW", .number(demand)),
      ("plantsMW", .number(plants)), ("windAndSolarMW", .number(windAndSolar)),
      ("hydroMW", .number(hydro)), ("storesMW", .number(stores)),
      ("storesLastHours", .integer(hours)), ("tradeMW", .number(trade)),
      ("capacityMW", .number(capacity)), ("marginMW", .number(margin)),
      ("margin", .number(share)), ("callableMW", .number(callable)),
    ])
  }
}

extension PriceFigures {
  /// The figures as an entry of `prices`.
  var json: JSONValue {
    .object([
      ("zone", .text(zone)), ("mean", .number(mean)),
      ("demandWeightedMean", .number(demandWeightedMean)), ("lowest", .number(lowest)),
      ("highest", .number(highest)), ("hoursAtZero", .integer(hoursAtZero)),
      ("hoursBelowZero", .integer(hoursBelowZero)),
    ])
  }
}

extension EnergyBalance {
  /// The rows as the value of `balance`.
  var json: JSONValue {
    .array(
      rows.map { row in
        .object([
          ("kind", .text(row.name)), ("capacityMW", .number(row.capacity)),
          ("netMWh", .number(row.energy)),
        ])
      }
    )
  }
}

extension EmissionFigures {
  /// The rows as the value of `emissions`.
  var json: JSONValue {
    .array(
      rows.map { row in
        .object([
          ("technology", .text(row.technology.rawValue)), ("coalTce", .number(row.coal)),
          ("otherFuelTce", .number(row.otherFuel)), ("co2T", .number(row.carbonDioxide)),
          ("co2CapturedT", .number(row.carbonCaptured)), ("so2T", .number(row.sulphurDioxide)),
          ("noxT", .number(row.nitrogenOxides)),
        ])
      }
    )
  }
}

extension DemandSideFigures {
  /// The figures as the value of `demandSide`.
  fileprivate var json: JSONValue {
    .object([
      ("calledMWh", .number(called)), ("deferredMWh", .number(deferred)),
      ("ownOutputMWh", .number(ownOutput)), ("hydrogenMWh", .number(hydrogen)),
      ("hydrogenMissingMWh", .number(hydrogenMissing)), ("waterM3", .number(water)),
      ("waterMissingM3", .number(waterMissing)),
    ])
  }
}
