import Tables

extension SummaryReading {
  /// Amounts of the whole grid: energies, curtailment, fuel and emissions.
  mutating func takeTotals(_ log: inout IssueLog) {
    guard let totals = summary.document("totals", &log) else { return }
    let energies = [
      ("demand", "demandMWh"), ("generation", "generationMWh"),
      ("non-fossil generation", "nonFossilGenerationMWh"), ("imported", "importedMWh"),
      ("exported", "exportedMWh"), ("lost in stores", "storageLossMWh"),
      ("burnt by stores", "burntByStorageMWh"), ("burnt by the network", "burntByNetworkMWh"),
      ("called", "calledMWh"), ("put off", "deferredMWh"),
    ]
    for (name, key) in energies { take(.energies, name, totals.number(key, &log), "MWh", .energy) }
    takeCurtailment(totals, &log)
    if let fuels = totals.document("fuelsTce", &log) {
      for kind in fuels.mapping.keys {
        take(.emissions, kind, fuels.number(kind, &log), "tce", .emission)
      }
    }
    let emissions = [
      ("CO2", "co2T"), ("CO2 captured", "co2CapturedT"), ("SO2", "so2T"), ("NOx", "noxT"),
    ]
    for (name, key) in emissions {
      take(.emissions, name, totals.number(key, &log), "t", .emission)
    }
  }

  /// Of wind and PV that cost nothing either may stand back: their sum is judged, each is told.
  private mutating func takeCurtailment(_ totals: StoredDocument, _ log: inout IssueLog) {
    guard let curtailment = totals.document("curtailment", &log) else { return }
    for kind in curtailment.mapping.keys {
      guard let entry = curtailment.document(kind, &log) else { continue }
      let isFree = kind == "wind" || kind == "solar"
      let name = kind == "windAndSolar" ? "wind and PV" : kind == "solar" ? "PV" : kind
      let amount = entry.number("curtailedMWh", &log)
      take(.curtailment, name, amount, "MWh", .energy, isFree: isFree)
      let rate = entry.number("rate", &log)
      take(.curtailment, "\(name), rate", rate, "pu", .share, isFree: isFree)
    }
  }

  /// Whether there was enough.
  mutating func takeAdequacy(_ log: inout IssueLog) {
    guard let adequacy = summary.document("adequacy", &log) else { return }
    take(.adequacy, "unserved", adequacy.number("unservedMWh", &log), "MWh", .energy)
    take(.adequacy, "hours of shortage", adequacy.number("unservedHours", &log), "h", .hours)
    let most = adequacy.number("unservedMostMW", &log)
    take(.adequacy, "unserved at most", most, "MW", .energy)
    let short = adequacy.number("reserveShortMWh", &log)
    take(.adequacy, "upward reserve short", short, "MWh", .energy)
    let margin = adequacy.number("reserveMargin", &log)
    take(.adequacy, "reserve margin", margin, "pu", .share)
  }

  /// Prices by zone, and of several zones what each did.
  ///
  /// A mean is judged; the lowest and highest price, and the hours at zero, hang on single hours, where the
  /// dual value of a degenerate program is one of several.
  mutating func takeZones(_ currency: String, _ log: inout IssueLog) {
    let unit = "\(currency)/MWh"
    for price in summary.documents("prices", &log) {
      let zone = price.text("zone", &log) ?? ""
      take(.prices, "\(zone), mean", price.number("mean", &log), unit, .price)
      let weighted = price.number("demandWeightedMean", &log)
      take(.prices, "\(zone), by demand", weighted, unit, .price)
      for (name, key) in [("lowest", "lowest"), ("highest", "highest")] {
        let value = price.number(key, &log)
        take(.prices, "\(zone), \(name)", value, unit, .price, isFree: true)
      }
      for (name, key) in [("at zero", "hoursAtZero"), ("below zero", "hoursBelowZero")] {
        take(.prices, "\(zone), \(name)", price.number(key, &log), "h", .hours, isFree: true)
      }
    }
    let zones = summary.documents("zones", &log)
    guard zones.count > 1 else { return }
    for zone in zones {
      let name = zone.text("name", &log) ?? ""
      take(.energies, "\(name), demand", zone.number("demandMWh", &log), "MWh", .energy)
      let made = zone.number("generationMWh", &log)
      take(.energies, "\(name), generation", made, "MWh", .energy, isFree: true)
      let unserved = zone.number("unservedMWh", &log)
      take(.adequacy, "\(name), unserved", unserved, "MWh", .energy, isFree: true)
    }
  }
}
