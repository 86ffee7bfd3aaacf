import GridDispatch
import GridFormulation
import GridGoals
import Hourly
import LinearProgramming
import SmallGrids
import Tables
import Testing

/// What in a row of generators does not fit together, and curves that are none.
struct GeneratorRulesTests {
  @Test func `a curve is refused that is unsorted, not convex or no curve`() {
    for (text, rule) in [
      ("10:1;5:2", "rise in MW"), ("0:0;10:300;20:400", "convex"), ("", "points"),
      ("0;10", "pairs"), ("0:a;10:5", "pairs"), ("-5:0;10:100", "points"),
    ] {
      guard case .failure(let fault) = CostCurve.read(text) else {
        Issue.record("\(text) was read")
        continue
      }
      #expect(fault.rule.contains(rule), "\(text)")
      #expect(!fault.fix.isEmpty)
    }
    #expect(CostCurve.read("10:100").map(\.text) == .success("10:100"))
    #expect(CostCurve.read(" 0:0 ; 10:100 ;20:300").map(\.text) == .success("0:0;10:100;20:300"))
  }

  @Test func `rules that join columns are told with the column to fix`() {
    let rules: [(String, (inout Generator) -> Void)] = [
      (
        "minimum_output_pu",
        {
          $0.minimumOutput = .constant(1)
          $0.maximumOutput = .constant(0.5)
        }
      ),
      (
        "energy_minimum_mwh_per_year",
        {
          $0.energyMinimum = 2
          $0.energyLimit = 1
        }
      ),
      ("cost_steps", { $0.setCurve("10:0;100:100") }),
      ("cost_steps", { $0.setCurve("0:0;90:100") }),
      ("online_pu", { $0.commitment = .fixed }),
      ("online_pu", { $0.online = .constant(1) }),
      (
        "commitment",
        {
          $0.commitment = .linear
          $0.takesPower = true
        }
      ),
      ("commitment", { $0.startCost = 5 }),
      ("initial_output_mw", { $0.initialOutput = 101 }),
      (
        "initial_output_mw",
        {
          $0.initialOutput = 5
          $0.isInitiallyOnline = false
        }
      ),
      (
        "remaining_up_hours",
        {
          $0.remainingUpHours = 1
          $0.isInitiallyOnline = false
        }
      ),
      (
        "remaining_down_hours",
        {
          $0.remainingDownHours = 1
          $0.isMustRun = true
        }
      ),
      (
        "start_output_mw",
        {
          $0.commitment = .linear
          $0.minimumOutput = .constant(0.5)
          $0.startOutput = 40
        }
      ),
      ("expandable", { $0.expansion.isExpandable = true }),
      (
        "capacity_max_mw",
        {
          $0.expansion.least = 5
          $0.expansion.most = 1
        }
      ),
    ]
    let setting = SmallModel(load: [1]).setting
    for (field, change) in rules {
      var plant = Generator()
      plant.capacity = Power(megawatts: 100)
      #expect(plant.complaints(in: setting).isEmpty)
      change(&plant)
      #expect(plant.complaints(in: setting).map(\.field) == [field])
    }
  }
}
