package import Hourly
package import Tables

/// A carbon market in which plants hold free allowances by a benchmark of their output.
///
///     allowance  A = φ·Σ_t (b·g[t] + 3.6·h·q[t])        g: output, q: heat, MWh
///     position   A − X                                   X: CO2 emitted
///
/// What a plant buys or sells is settled after the dispatch. As more output gives more allowances, they also lower
/// what a MWh costs: with `bid: net-of-allowance` the objective holds `π·(x[t] − φ·(b·g[t] + 3.6·h·q[t]))`.
///
/// symbol | property | unit | default | source
/// --- | --- | --- | --- | ---
/// π | `price`, else the model's carbon price | currency/t | – | market data
/// φ | `freeShare` | pu | 1 | China's national market gives all allowances free (ICAP 2024-10-15)
/// b, h | `Benchmark.rate`, `Benchmark.heatRate` | t/MWh, t/GJ | – | allocation plan of the year
package struct CarbonMarket: Sendable {
  /// What the objective holds of the market.
  package enum Bid: String, FieldWord {
    /// Nothing: the market is settled after the dispatch.
    case none
    /// The price of what is emitted.
    case emissions
    /// The price of what is emitted beyond the allowance.
    case netOfAllowance = "net-of-allowance"
  }

  /// The output that a benchmark is for.
  package enum Basis: String, FieldWord {
    /// Output before own use.
    case gross
    /// Output after own use.
    case supplied
  }

  /// The plants that have a benchmark.
  package enum Plants: String, FieldWord {
    case coal, gas
  }

  /// The allowances of a class of units.
  package struct Benchmark: Sendable {
    package var technology = Plants.coal
    package var above = 0.0
    package var upTo: Double?
    package var rate = 0.0
    package var heatRate = 0.0
    package var basis = Basis.gross

    package init() {}

    package static let fields: [Field<Benchmark>] = [
      Field("technology", \.technology, required: true, "Plants that the benchmark is for."),
      Field(
        "above-mw",
        \.above,
        in: 0...5000,
        unit: .megawatt,
        "Units larger than this are meant."
      ),
      Field(
        "up-to-mw",
        \.upTo,
        in: 0...5000,
        unit: .megawatt,
        "Units up to this size are meant; left out: of any size."
      ),
      Field(
        "t-per-mwh",
        \.rate,
        in: 0...2,
        required: true,
        unit: .tonne.per(.megawattHour),
        "Allowance per MWh of output."
      ),
      Field(
        "t-per-gj-heat",
        \.heatRate,
        in: 0...1,
        unit: .tonne.per(.gigajoule),
        "Allowance per GJ of heat."
      ),
      Field(
        "basis",
        \.basis,
        "Output before or after own use.",
        source: "gross since the allocation plan for 2023 and 2024, supplied before"
      ),
    ]

    /// Whether units of a technology and size are meant.
    package func includes(_ facts: AssetFacts) -> Bool {
      let size = facts.unitSize ?? facts.capacity
      return facts.technology.rawValue == technology.rawValue && size > above
        && size <= upTo ?? .infinity
    }

    /// Whether some size of unit is meant by both.
    package func overlaps(_ other: Benchmark) -> Bool {
      technology == other.technology
        && max(above, other.above) < min(upTo ?? .infinity, other.upTo ?? .infinity)
    }
  }

  package var price: Profile?
  package var bid = Bid.none
  package var freeShare = 1.0
  package var benchmarks: [Benchmark] = []

  package init() {}

  package static let fields: [Field<CarbonMarket>] = [
    Field(
      "price",
      \.price,
      in: 0...10_000,
      unit: .money(per: .tonne),
      "Price of a tonne of CO2, a number or a series; left out: carbon-price."
    ),
    Field(
      "bid",
      \.bid,
      "What plants bid beside their cost: none, the price of their emissions, or of what exceeds their allowance."
    ),
    Field(
      "free-share",
      \.freeShare,
      in: 0...1,
      unit: .share,
      "Share of the benchmark that is given free."
    ),
  ]

  /// The benchmark of an asset; nil where it takes no part.
  package func benchmark(of facts: AssetFacts) -> Benchmark? {
    benchmarks.first { $0.includes(facts) }
  }

  /// The quantity that a benchmark is for; what an asset injects where it has no output before own use.
  package static func output(in known: Set<ResultQuantity>, for basis: Basis) -> ResultQuantity {
    basis == .gross && known.contains(.gross) ? .gross : .power
  }
}
