import Exchange
import Foundation
import GridDispatch
import GridFormulation
import GridGoals
import LinearProgramming
import Tables
import Testing

/// A network with every kind of component against PyPSA's own optimum.
struct PyPSAOptimumTests {
  /// Loops of lines of each kind, a transformer with a tap, direct current, links that lose and cost, a
  /// unit that is started, ramps, a limit of energy, and stores that are cyclic, leak and take inflow.
  ///
  /// Source of the optimum: PyPSA 1.4.0 with HiGHS 1.15, `optimize(linearized_unit_commitment=True)`.
  @Test func `an imported network costs what PyPSA finds`() throws {
    let network = try SmallNetwork(files: Self.files)
    try PyPSAImport.run(from: network.folder, to: network.out)
    let model = try ModelReader.read(folder: network.out)
    guard case .solved(let result) = try GoalDispatch.run(model, options: GoalOptions()) else {
      Issue.record("there is no schedule")
      return
    }
    let cost = result.cost
    #expect(abs(cost / 53323.82610409791 - 1) < 1e-8, "\(cost)")
  }

  /// Wind at 0.02 a MWh behind a link that costs nothing: 100 MW for 24 h are 48.
  ///
  /// What keeps flows from running in a circle is no cost, not even a small one.
  @Test func `an imported link that costs nothing adds nothing to cost or bound`() throws {
    let hours = (0..<24).map { "2030-01-01 \($0 < 10 ? "0" : "")\($0):00:00\n" }
    let network = try SmallNetwork(files: [
      ("snapshots.csv", "snapshot\n" + hours.joined()),
      ("buses.csv", "name\na\nb\n"), ("loads.csv", "name,bus,p_set\nl,b,100\n"),
      ("generators.csv", "name,bus,p_nom,marginal_cost\ng,a,500,0.02\n"),
      ("links.csv", "name,bus0,bus1,p_nom\nk,a,b,500\n"),
    ])
    let model = try network.imported()
    var options = GoalOptions()
    options.method = .exact
    options.gap = 1e-9
    guard case .solved(let result) = try GoalDispatch.run(model, options: options) else {
      Issue.record("there is no schedule")
      return
    }
    #expect(result.status == .optimal)
    #expect(abs(result.cost - 48) < 1e-7)
    #expect(abs(result.lowerBound - 48) < 1e-7)
    #expect(abs(result.costs.reduce(0) { $0 + $1.amount } - 48) < 1e-7)
    let program = GoalDispatch.formulated(model).build()
    #expect(abs(try Solver.solve(program).cost - 48) < 1e-7)
  }

  private static let files: [(String, String)] = [
    (
      "network.csv",
      """
      name
      six

      """
    ),
    (
      "snapshots.csv",
      """
      snapshot,objective,stores,generators
      2013-03-01 00:00:00,1,1,1
      2013-03-01 01:00:00,1,1,1
      2013-03-01 02:00:00,1,1,1
      2013-03-01 03:00:00,1,1,1
      2013-03-01 04:00:00,1,1,1
      2013-03-01 05:00:00,1,1,1

      """
    ),
    (
      "buses.csv",
      """
      name,v_nom,carrier
      a,220,AC
      b,220,AC
      c,220,AC
      d,320,DC
      e,320,DC

      """
    ),
    (
      "carriers.csv",
      """
      name,co2_emissions
      AC,0
      DC,0
      gas,0.2
      coal,0.34
      onwind,0
      PHS,0

      """
    ),
    (
      "loads.csv",
      """
      name,bus
      la,a
      lb,b
      lc,c
      ld,d

      """
    ),
    (
      "loads-p_set.csv",
      """
      snapshot,la,lb,lc,ld
      2013-03-01 00:00:00,90,110,70,40
      2013-03-01 01:00:00,80,100,75,45
      2013-03-01 02:00:00,120,130,95,60
      2013-03-01 03:00:00,150,140,120,80
      2013-03-01 04:00:00,140,120,110,70
      2013-03-01 05:00:00,100,105,80,50

      """
    ),
    (
      "generators.csv",
      """
      name,bus,carrier,p_nom,p_min_pu,marginal_cost,efficiency,sign,committable,start_up_cost,shut_down_cost,stand_by_cost,min_up_time,min_down_time,up_time_before,down_time_before,ramp_limit_up,ramp_limit_down,e_sum_max
      ga,a,gas,200,0,48,0.5,1,False,0,0,0,0,0,1,0,0.2,0.3,inf
      gb,b,gas,150,0,55,0.45,1,False,0,0,0,0,0,1,0,,,inf
      gd,d,gas,90,0,61,0.4,1,False,0,0,0,0,0,1,0,,,inf
      uc,b,coal,180,0.4,19,1,1,True,2000,2000,150,3,2,0,1,,,inf
      wc,c,onwind,160,0,0.5,1,1,False,0,0,0,0,0,1,0,,,inf
      base,c,coal,60,0.3,22,1,1,False,0,0,0,0,0,1,0,,,200
      sink,a,,20,0,-30,1,-1,False,0,0,0,0,0,1,0,,,inf

      """
    ),
    (
      "generators-p_max_pu.csv",
      """
      snapshot,wc
      2013-03-01 00:00:00,0.9
      2013-03-01 01:00:00,0.7
      2013-03-01 02:00:00,0.3
      2013-03-01 03:00:00,0.1
      2013-03-01 04:00:00,0.25
      2013-03-01 05:00:00,0.8

      """
    ),
    (
      "storage_units.csv",
      """
      name,bus,carrier,p_nom,p_min_pu,max_hours,efficiency_store,efficiency_dispatch,cyclic_state_of_charge,state_of_charge_initial,standing_loss,inflow,spill_cost,marginal_cost
      phs,b,PHS,40,-0.8,5,0.9,0.88,True,0,0,0,0,0.3
      lake,c,hydro,30,0,4,1,0.95,False,50,0.01,12,0.2,0.1

      """
    ),
    (
      "stores.csv",
      """
      name,bus,e_nom,e_initial,standing_loss
      tank,d,50,20,0.02

      """
    ),
    (
      "lines.csv",
      """
      name,bus0,bus1,type,length,num_parallel,x,r,s_nom,s_max_pu
      ab,a,b,Al/St 240/40 2-bundle 220.0,120,1.5,0,0,120,0.7
      bc,b,c,,0,1,12,1,60,1
      ac,a,c,,0,1,20,1,50,1
      de,d,e,,0,1,0,2,200,1

      """
    ),
    (
      "transformers.csv",
      """
      name,bus0,bus1,x,s_nom,tap_ratio
      t,a,b,0.1,60,1.05

      """
    ),
    (
      "links.csv",
      """
      name,bus0,bus1,carrier,p_nom,p_min_pu,p_max_pu,efficiency,marginal_cost
      h1,a,d,DC,100,-0.8,0.9,1,0
      h2,e,c,DC,60,0,1,0.95,0.5

      """
    ),
  ]
}
