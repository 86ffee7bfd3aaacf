/// What a report calls by a label; each language has a text for all of them.
package enum Word: String, Sendable, CaseIterable {
  case overview, figure, goalsHeld, planCost, variableCost, lowerBound, certifiedGap, perEnergy,
    pass, fail, unattainable, notJudged, withinGapMark
  case item, value, statedIn, technology, capacity, power, total, share, change, year, allHours,
    hour, day, kind, source, zone, comma, wholeGrid, outside
  case boundaryConditions, model, hoursSolved, zones, commitment, commitmentLinear,
    commitmentNone, peakLoad, leastLoad, loadEnergy, gridLoss, offeredHours, fuelPrice,
    carbonPrice, valueOfLostLoad, reserveRule, upOfLoad, upOfRenewables, largestUnit, downOfLoad,
    downOfRenewables, changed
  case installedCapacity, beforePlan, afterPlan, storedEnergy, allGeneration, nonFossil,
    windAndSolar
  case powerBalance, regulationBalance, powerBalancePeak, powerBalanceTightest, capacityNeeded,
    load, reserveForLoad, reserveForRenewables, reserveForOther, allNeeded, installed,
    allInstalled, heldBack, maintenance, allHeldBack, availableCapacity, balance, receivedNet,
    fromNeighbours, demandResponse, surplus, byCredits, windAndSolarOffered,
    windAndSolarGuaranteed, regulationSurplus, surplusByCredits
  case energyBalance, need, allNeed, supply, allSupply, unserved, nonFossilShare, drawnBy,
    pumping, charging, exportEnergy, importEnergy, sentToZones, fromZones, linkLosses, callOf,
    ownUseOf
  case regulationLoadDay, regulationNetDay, regulationNeed, peakValley, peakValleyRate,
    addedByRenewables, netPeakHour, netValleyHour, spinningReserve, allRegulationNeed,
    regulationAbility, onlineCapacity, heatMinimum, technicalMinimum, thermalAbility,
    hydroAbility, pumpedAbility, storageAbility, tradeAbility, allRegulationAbility
  case renewables, offered, curtailedEnergy, used, curtailmentRate, useRate, reasons,
    byRegulation, bySections, exportFull, byOther, accommodation, growing, growingBoth,
    growingWind, growingSolar, ofWind, ofSolar, noMoreThan
  case plants, plant, grossEnergy, suppliedEnergy, fullLoadHours, fuelBurnt, coalRate,
    startsPerUnit, deepEnergy, hoursBelowHalf
  case retrofits, part, minimumShare, minimumPower, ratedRate, wholePlant, partOriginal,
    partRetrofitted
  case storageUse, store, charged, discharged, lostEnergy, efficiency, cycles, lowestAt,
    energyIncome, reserveIncome, margin
  case links, link, direction, limit, limitBack, sentEnergy, sentBack, largestFlow, hoursAtLimit,
    use
  case reserveAndResponse, upReserve, downReserve, largestRequired, meanRequired, meanHeld,
    shortEnergy, peakResponse, callable, callableShare, calledEnergy
  case cost, amount, optionCost, fixedCost, capitalCost, planOptions, option, asset, size, ofMost,
    outlay, yearlyCost, worth
  case goals, goal, place, variant, asked, threshold, verdictTitle, holdingCost, atLeast, atMost,
    above, below,
    about
  case zonesAndPrices, generation, tradeNet, meanPrice, weightedPrice, lowestPrice, highestPrice,
    hoursAtZero, emissions, captured, coalBurnt, carbonDioxide, energyGiven
  case report, planReport, firstPage, sideBySide, operation, contents, unitIs, unit, notes,
    readNext, madeBy, downloadNumbers, wholeRange, previous, next, chooseWindow, chooseDate,
    hidden
  case dispatchWeek, zoneWeek, workingPositions, loadCurves, priceCurve, curtailmentByMonth,
    curtailmentByDay, storageLevels, monthlyEnergy, energyFlows, costSteps, certificateByMonth,
    goalBullets, zoneFlows, netLoad, price, curtailedShort, loadShort, unservedShort, exportShort,
    importShort, losses, charge, discharge, grid, worstCurtailment, tightestWeek, steepestWeek,
    leastLoadWeek, heatingWeek, peakWeek, firstWeek, peakDay, leastNetDay, worstDay, anyWindow,
    shareOfHours, hoursAxis, month, hourOfDay, ofGap, dayOf
}
