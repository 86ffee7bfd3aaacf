/// Faults in what is settled after the dispatch.
extension ModelFault {
  static let marketFaults = [
    yaml(
      "tiers out of order for heat alone",
      "goals:",
      "deep-peak: {tiers: [{baseline: 0.5, baseline-chp: 0.3}, {baseline: 0.4}]}\ngoals:",
      at: 11,
      says: "for units that give heat"
    ),
    yaml(
      "tier paid above its cap",
      "goals:",
      "deep-peak: {tiers: [{baseline: 0.5, price-cap-per-mwh: 400, price-per-mwh: 500}]}\ngoals:",
      at: 11,
      says: "above the cap"
    ),
    yaml(
      "bids that fall from tier to tier",
      "goals:",
      "deep-peak: {bid: market, tiers: [{baseline: 0.5, price-per-mwh: 400}, "
        + "{baseline: 0.4, price-per-mwh: 300}]}\ngoals:",
      at: 11,
      says: "must rise from tier to tier"
    ),
    yaml(
      "payers of nothing",
      "goals:",
      "deep-peak: {tiers: [{baseline: 0.5}], payers: [{technology: wind}]}\ngoals:",
      at: 11,
      says: "no tier has a price"
    ),
    yaml(
      "unknown payer",
      "goals:",
      "deep-peak: {tiers: [{baseline: 0.5, price-per-mwh: 400}], payers: [{technology: winds}]}\ngoals:",
      at: 11,
      says: "Did you mean `wind`?"
    ),
    yaml(
      "carbon market without a price",
      "goals:",
      "carbon-market: {benchmarks: [{technology: coal, t-per-mwh: 0.8}]}\ngoals:",
      at: 11,
      says: "no price of CO2"
    ),
    yaml(
      "two prices of CO2",
      "goals:",
      "carbon-price: 50\ncarbon-market: {price: 80, bid: emissions}\ngoals:",
      at: 12,
      says: "a tonne that is bid has one price"
    ),
    yaml(
      "benchmarks that overlap",
      "goals:",
      "carbon-market: {price: 80, benchmarks: [{technology: coal, t-per-mwh: 0.8}, "
        + "{technology: coal, above-mw: 300, t-per-mwh: 0.7}]}\ngoals:",
      at: 11,
      says: "benchmark 1 is also for"
    ),
    yaml(
      "benchmark of no size",
      "goals:",
      "carbon-market: {price: 80, benchmarks: "
        + "[{technology: coal, above-mw: 300, up-to-mw: 200, t-per-mwh: 0.7}]}\ngoals:",
      at: 11,
      says: "must lie above above-mw"
    ),
    yaml(
      "contract on a plant that is not there",
      "goals:",
      "green-contracts: [{name: mill, buyer: a mill, plants: rigde, share: 1}]\ngoals:",
      at: 11,
      says: "Did you mean `ridge`?"
    ),
    yaml(
      "contract on coal",
      "goals:",
      "green-contracts: [{name: mill, buyer: a mill, plants: old, share: 1}]\ngoals:",
      at: 11,
      says: "gives no renewable energy"
    ),
    yaml(
      "contract on nothing",
      "goals:",
      "green-contracts: [{name: mill, buyer: a mill, plants: ridge}]\ngoals:",
      at: 11,
      says: "about an energy or about a share"
    ),
    yaml(
      "contract on no plants",
      "goals:",
      "green-contracts: [{name: mill, buyer: a mill, technology: PV, share: 1}]\ngoals:",
      at: 11,
      says: "stands for no plant"
    ),
    yaml(
      "payer twice",
      "goals:",
      "deep-peak: {tiers: [{baseline: 0.5, price-per-mwh: 400}], "
        + "payers: [{technology: wind}, {technology: wind}]}\ngoals:",
      at: 11,
      says: "is there twice"
    ),
  ]
}
