/// The sentences of reports in English.
enum EnglishNotes {
  /// The text of each.
  static let sentences: [Note: String] = [
    .of: "{1}: {2}",
    .atHour: "{1} ({2})",
    .heldOf: "{1} of {2} judged",
    .span: "{1} to {2}, {3} h",
    .noteBoundary:
      "Read from the model as it was solved, which is kept in the result folder "
      + "under resolved/. Load counts network losses on what is served.",
    .noteWindow:
      "The hours solved are a window of the model: goals are judged on it, yearly "
      + "limits are scaled to it.",
    .noteCapacity:
      "Gross capacity of plants, discharging power of stores, contracted power "
      + "of flexible load. Shares are of all generation; stores are in neither part.",
    .noteBeforePlan: "“Before the plan” is the model without the options that the plan takes.",
    .noteEnergyBalance:
      "Sums of series/power_mw.csv: what is above zero is supplied, what is below "
      + "is drawn; with what is not served both sides are equal. Energy of plants "
      + "is net of their own use.",
    .noteNonFossilShare:
      "Net energy of hydro, nuclear, wind, PV and biomass over that of all generation; "
      + "stores and imports are in neither part.",
    .noteRenewables:
      "Rates are sums over sums: curtailed over offered energy of the hours, never "
      + "a mean of rates. What stores and lines burn without need is not in them; "
      + "the goal on curtailment counts it.",
    .noteReasons:
      "An hour's curtailment in a zone is put down to sections where a link out "
      + "of the zone is full (99.9 % of its limit) and the zone behind it has a higher "
      + "price; to regulation where none is and energy is worth nothing (price up "
      + "to 0.5 per MWh); else to other reasons. An export to the outside at its "
      + "limit is no section; how much was curtailed in such hours is told apart.",
    .noteAccommodation:
      "The largest wind and PV of which the cheapest schedule uses at least the share given, without commitment, energy "
      + "burnt in stores counted as lost. No schedule whatever takes more than the last column: by one program of "
      + "all hours with the capacity as a column. It is empty where even eight times of what stands is taken; a row is where no size was found.",
    .notePeakHour: "The hour of the highest load of the month.",
    .noteTightestHour:
      "The hour of the month in which the least is left of what can be given over "
      + "the load, load that can be called left out.",
    .notePowerBalance:
      "Held back: own use and forced outage of plants, what weather and water do "
      + "not offer in the hour, what stores cannot hold through the hours in which "
      + "they are needed (all hours around in which all else leaves no more than "
      + "3 % of the load beyond what it leaves then). Maintenance and season: below "
      + "the plant's best hour. Trade: what can be bought less what must be sold.",
    .noteGuarantee:
      "Guaranteed output: what wind and PV together offer in the hour of the day's "
      + "highest load, reached on 95 of 100 days of the month (of all days in the "
      + "last column).",
    .noteRegulation:
      "Needed: peak–valley difference of the net load (load less wind and PV on "
      + "offer) within the day, and the upward reserve at its peak.",
    .noteRegulationAbility:
      "Units online count from what is online at the peak of the net load down "
      + "to their least output, gross; CHP at the least that its heat leaves. Nuclear "
      + "and biomass plants offer none. Stores count with their power both ways, "
      + "hydropower and trade with how far they went over the day as scheduled. A "
      + "deficit is what must be curtailed, or brought by starting and stopping units.",
    .notePlants:
      "Full-load hours are gross energy over gross capacity. Sums by technology "
      + "are those of the plants; rates are sums over sums.",
    .noteCoalRate:
      "Coal rate: fuel burnt, starts and heat included, over net energy. Deep-peak "
      + "energy: what was not generated below the baselines of paid peak regulation.",
    .noteRetrofits:
      "Least output is a share of gross capacity; in the last row the sum of MW "
      + "over the sum of capacity.",
    .noteStorage:
      "Lost: by charging, discharging and standing; what is stored at the end is "
      + "not lost. Cycles: energy given over what a full store gives. The hour of "
      + "the lowest level is the first of equal ones.",
    .noteAccounts:
      "Earned at the marginal prices of the schedule; the margin is before capital. "
      + "It is no forecast of a market.",
    .noteLinks:
      "Energy, largest flow and hours at a limit (99.9 % of it) from series/flow_mw.csv; "
      + "trade with the outside from series/power_mw.csv, sent out counted forward.",
    .noteReserve:
      "Required, held and short as in series/reserve_*.csv. Load that can be called: "
      + "registered and running in the hour of the month's highest load, used or "
      + "not.",
    .noteCost:
      "The objective of the schedule by what it pays for; fixed cost and capital "
      + "do not bear on the schedule and stand apart. Export earns and is below zero.",
    .noteOptionCost: "What the plan takes costs its yearly cost, scaled to the hours solved.",
    .noteHoursOnly: "All amounts are those of the {1} hours solved.",
    .noteOptions:
      "Sizes as the plan took them. Worth of one more: what a further unit would "
      + "save in a year beyond its cost; below zero it would cost.",
    .noteGoals:
      "Margin: how far the value lies on the good side of the threshold. Definitions "
      + "of the metrics: `gridflex describe goals`.",
    .noteHoldingCost:
      "Cost of holding it: how much less hours and options would cost without the goal, all others held, in "
      + "parts of units. Costs of several goals do not add up.",
    .noteWithinGap:
      "“Within the gap”: the certified gap of the schedule could carry the value "
      + "across the threshold.",
    .noteBeyond: "Beyond a power model, not judged: {1}.",
    .noteZones:
      "Prices are marginal: the change in cost per MWh more load. Hours at zero: "
      + "within 0.5 of it. The hour is that of the highest price, the first of equal "
      + "ones.",
    .noteEmissions: "Fuel in coal equivalent; CO₂ after what is captured.",
    .noteOverview:
      "Energy and rates from the hourly series; cost, bound and gap from summary.json. "
      + "The coal rate is that of coal plants, all fuel over net energy.",
    .noteSideBySide: "Every result in its own hours.",
    .hoursDiffer:
      "The results are of different hours: energies and costs are not comparable "
      + "as they stand.",
    .manyZones:
      "The model of {1} has {2} zones: tables and pictures of each zone are left "
      + "out; the table of zones and prices has a row for each.",
    .thinned:
      "The hourly data of {1} results would make the file larger than {2} MB: kept "
      + "are the named weeks, which hold the extremes; other weeks cannot be chosen "
      + "here and stand in the result folders.",
    .certificateSentence:
      "The schedule costs {1}; no schedule costs less than {2} (certified gap {3}), "
      + "which is computed from the model's own numbers and not from the solver's "
      + "report.",
    .certificatePlan:
      "The plan costs {1}; no plan of these options costs less than {2} (certified "
      + "gap {3}).",
    .noBound:
      "The schedule costs {1}; nothing is certified about how far it is from the "
      + "best.",
    .allHold: "All {1} judged goals hold.",
    .someFail: "{1} of {2} judged goals do not hold: {3}.",
    .noGoals: "No goal is judged.",
    .unservedSentence: "{1} of load are not served.",
    .allServed: "All load is served.",
    .curtailedSentence: "{1} of wind and PV are curtailed, {2} of what was offered.",
    .nextGoal: "Why a goal is missed and what fixes it cheapest: gridflex explain {1}",
    .nextTight: "Tightest hour: {1}; see the power balance.",
    .nextCurtailment: "Most curtailment in the week from {1}; see the dispatch of that week.",
    .nextBoundary: "What all of it stands on: the boundary conditions.",
    .notBest: "The run was stopped before its gap was met.",
    .noteDispatch:
      "Net injection by technology; below zero what stores, export and flexible "
      + "load draw. Hatched: curtailed wind and PV, on top of what was delivered. "
      + "The black line is the load with losses.",
    .notePositions: "Plants from the base to the peak under the load curve, hour by hour.",
    .noteDuration:
      "Hours sorted by value, the highest first. Net load: load less wind and PV "
      + "on offer.",
    .notePrice: "Hours sorted by price, the highest first.",
    .noteHeat: "Energy curtailed in each cell.",
    .noteLevels: "Stored energy at each hour's end.",
    .noteMonthly:
      "Net energy by technology; the line is the rate of curtailment of wind and "
      + "PV.",
    .noteFlows:
      "Sums over all hours; left what gives, right what takes. Curtailed energy "
      + "never enters the grid.",
    .noteWaterfall:
      "From the variable cost of the grid as it stands, by what it pays for, to "
      + "that of the plan with the yearly cost of what it takes. The axis may begin "
      + "above zero, so that small steps are seen.",
    .noteCertificate:
      "What each month adds to the difference between the cost and its bound; the "
      + "first bar is what belongs to no hour.",
    .noteBullets: "The bar is the value, the mark the threshold; both over the larger of them.",
    .noteZoneFlows:
      "Net energy over all hours from zone to zone; the number in a zone is its "
      + "load.",
  ]
}
