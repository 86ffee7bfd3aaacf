/// What a report says in a sentence with places to fill; each language has a text for all of them.
package enum Note: String, Sendable, CaseIterable {
  case of, atHour, heldOf, span, noteBoundary, noteWindow, noteCapacity, noteBeforePlan,
    noteEnergyBalance, noteNonFossilShare, noteRenewables, noteReasons, noteAccommodation,
    notePeakHour,
    noteTightestHour, notePowerBalance, noteGuarantee, noteRegulation, noteRegulationAbility,
    notePlants, noteCoalRate, noteRetrofits, noteStorage, noteAccounts, noteLinks, noteReserve,
    noteCost, noteOptionCost, noteHoursOnly, noteOptions, noteGoals, noteHoldingCost, noteWithinGap,
    noteBeyond,
    noteZones, noteEmissions, noteOverview, noteSideBySide, hoursDiffer, manyZones, thinned,
    certificateSentence, certificatePlan, noBound, allHold, someFail, noGoals, unservedSentence,
    allServed, curtailedSentence, nextGoal, nextTight, nextCurtailment, nextBoundary, notBest,
    noteDispatch, notePositions, noteDuration, notePrice, noteHeat, noteLevels, noteMonthly,
    noteFlows, noteWaterfall, noteCertificate, noteBullets, noteZoneFlows
}
