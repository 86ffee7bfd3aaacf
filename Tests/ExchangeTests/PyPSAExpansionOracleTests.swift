import Exchange
import Foundation
import GridFormulation
import GridPlanning
import TestSupport
import Testing

/// Networks of chance that PyPSA sizes with HiGHS, against the plans of their imports.
struct PyPSAExpansionOracleTests {
  private static let python = ProcessInfo.processInfo.environment["GRIDFLEX_ORACLE_PYTHON"] ?? ""
  private static let hasPyPSA = !python.isEmpty && (try? run("-c", "import pypsa")) != nil

  private struct Failed: Error {}

  /// What that Python prints.
  private static func run(_ words: String...) throws -> String {
    let process = Process()
    process.executableURL = URL(filePath: python)
    process.arguments = words
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = FileHandle.nullDevice
    try process.run()
    let text = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    guard process.terminationStatus == 0 else { throw Failed() }
    return text
  }

  /// Generators, wind with overnight costs, stores, links of two kinds and a loop of lines, with what stands, least
  /// and largest sizes, and limits on CO2, transmission and a carrier: all of a seed.
  @Test(
    .enabled(if: hasPyPSA, "no Python with pypsa: see GRIDFLEX_ORACLE_PYTHON"),
    .dear,
    arguments: [1, 2, 4, 6, 7, 8, 9, 10]
  )
  func `a plan of any network costs what PyPSA finds`(seed: Int) throws {
    let network = try SmallNetwork(files: [])
    let script = network.root + "/network.py"
    try Self.script.write(toFile: script, atomically: false, encoding: .utf8)
    let printed = try Self.run(script, "\(seed)", network.folder)
    let objective = try #require(
      printed.split(separator: "\n").last { $0.hasPrefix("objective ") }
        .flatMap { Double($0.dropFirst("objective ".count)) }
    )
    let plan = try PyPSAExpansionTests.plan(try network.imported())
    #expect(
      abs(plan.cost - objective) <= 1e-6 * abs(objective),
      "seed \(seed): \(plan.cost), PyPSA \(objective)"
    )
    #expect(plan.gap < 1e-6)
  }

  private static let script = """
    import random, sys, warnings
    import numpy, pandas, pypsa
    warnings.filterwarnings("ignore")
    r, n, hours = random.Random(int(sys.argv[1])), pypsa.Network(), 12
    n.set_snapshots(pandas.date_range("2013-03-01", periods=hours, freq="h"))
    weight = r.choice([1, 1, 3.5])
    n.snapshot_weightings["objective"] = weight
    for carrier, co2 in [("AC", 0), ("gas", 0.2), ("coal", 0.34), ("wind", 0), ("H2", 0)]:
        n.add("Carrier", carrier, co2_emissions=co2)
    chance = lambda p: r.random() < p
    series = lambda low, high: [r.uniform(low, high) for _ in range(hours)]
    def sizes(most=True):
        return dict(
            p_nom_extendable=True, p_nom=r.choice([0, r.uniform(0, 150)]),
            p_nom_min=r.choice([0, r.uniform(0, 60)]),
            p_nom_max=r.choice([numpy.inf, r.uniform(100, 400)]) if most else numpy.inf)
    buses = ["a", "b", "c"]
    for bus in buses:
        n.add("Bus", bus, v_nom=220)
        n.add("Load", "load " + bus, bus=bus, p_set=series(40, 120))
        n.add("Generator", "gas " + bus, bus=bus, carrier="gas", marginal_cost=r.uniform(40, 70),
              efficiency=r.uniform(0.4, 0.6), capital_cost=r.uniform(5, 60), **sizes(False))
        wind = dict(overnight_cost=r.uniform(1e5, 9e5), discount_rate=0.07, lifetime=25, fom_cost=3)
        n.add("Generator", "wind " + bus, bus=bus, carrier="wind", p_max_pu=series(0, 1),
              marginal_cost=r.uniform(0, 1), capital_cost=r.uniform(50, 200),
              **(wind if chance(0.3) else {}), **sizes())
        n.add("StorageUnit", "store " + bus, bus=bus, max_hours=4, efficiency_store=0.95,
              efficiency_dispatch=0.93, standing_loss=0.01, p_min_pu=r.choice([-1, -0.7]),
              cyclic_state_of_charge=chance(0.5), capital_cost=r.uniform(5, 60), **sizes())
    n.add("Generator", "coal", bus="a", carrier="coal", marginal_cost=20, capital_cost=200,
          p_min_pu=r.choice([0, 0.3]), ramp_limit_up=0.2, ramp_limit_down=0.3, **sizes())
    n.add("Bus", "tank", carrier="H2")
    n.add("Load", "fuel", bus="tank", p_set=series(0, 20))
    n.add("Store", "tank", bus="tank", e_nom_extendable=True, e_nom=r.choice([0, 50]),
          e_cyclic=chance(0.5), capital_cost=r.uniform(1, 10), standing_loss=0.005)
    n.add("Link", "in", bus0="a", bus1="tank", efficiency=r.choice([0.4, 0.7]),
          capital_cost=r.uniform(10, 60), marginal_cost=0.1, **sizes(False))
    n.add("Link", "out", bus0="tank", bus1="c", efficiency=0.5, capital_cost=20, **sizes())
    n.add("Link", "dc", bus0="b", bus1="c", carrier="DC", p_min_pu=-1, length=300,
          capital_cost=r.uniform(1, 20), **sizes())
    for one, other in [("a", "b"), ("b", "c"), ("a", "c")]:
        n.add("Line", one + other, bus0=one, bus1=other, x=r.uniform(5, 30), r=1,
              length=r.uniform(20, 200), s_nom=r.choice([0, 50]), s_nom_extendable=True,
              capital_cost=r.uniform(0.5, 20), s_max_pu=r.choice([1, 0.7]))
    for name, limit in [
        ("co2", dict(type="primary_energy", sense="<=", constant=r.uniform(300, 700))),
        ("volume", dict(type="transmission_volume_expansion_limit",
                        carrier_attribute="AC, DC", sense="<=", constant=r.uniform(9e3, 3e4))),
        ("cost", dict(type="transmission_expansion_cost_limit", carrier_attribute="AC",
                      sense="<=", constant=r.uniform(500, 3000))),
        ("wind", dict(type="tech_capacity_expansion_limit", carrier_attribute="wind",
                      sense=r.choice(["<=", ">=", "=="]), constant=r.uniform(250, 400))),
        ("gas", dict(type="tech_capacity_expansion_limit", carrier_attribute="gas", bus="a",
                     sense=r.choice(["<=", ">="]), constant=r.uniform(70, 200)))]:
        if chance(0.5):
            n.add("GlobalConstraint", name, **limit)
    n.export_to_csv_folder(sys.argv[2])
    if n.optimize(solver_name="highs")[0] == "ok":
        print("\\nobjective", repr(float(n.objective / weight)))
    """
}
