import Exchange
import GridDispatch
import GridGoals
import Tables
import Testing
import Verification

/// Networks that are valid and were refused or read otherwise once: each keeps PyPSA's optimum, worked by hand.
struct PyPSAImportCaseTests {
  /// A network of some hours, its files and the cost of its optimum.
  struct Case: CustomTestStringConvertible {
    let testDescription: String
    let hours: Int
    let files: [(String, String)]
    let cost: Double

    init(_ name: String, hours: Int = 1, _ cost: Double, _ files: KeyValuePairs<String, String>) {
      testDescription = name
      self.hours = hours
      self.cost = cost
      self.files = files.map { ($0.key, $0.value) }
    }

    var network: SmallNetwork {
      get throws {
        let rows = (0..<hours).map { "2030-01-01 0\($0):00:00\n" }.joined()
        return try SmallNetwork(
          files: [("buses.csv", "name\na\n"), ("snapshots.csv", "snapshot\n" + rows)] + files
        )
      }
    }
  }

  private static let plants = "name,bus,p_nom,marginal_cost\n"

  static let generators = [
    // 50 MW; c gives 40 at 5 but 10 where told so: 3·(40·5 + 10·30) + 10·5 + 40·30.
    Case(
      "power that is given in one hour binds in that hour",
      hours: 4,
      2750,
      [
        "loads.csv": "name,bus,p_set\nl,a,50\n",
        "generators.csv": plants + "c,a,40,5\nd,a,100,30\n",
        "generators-p_set.csv": "snapshot,c\n2030-01-01 00:00:00,\n2030-01-01 01:00:00,10\n"
          + "2030-01-01 02:00:00,\n2030-01-01 03:00:00,\n",
      ]
    ),
    // It is out in the second hour, when 60 MW cost 50: 2·60·10 + 60·50.
    Case(
      "a committed unit is off in an hour in which it is not available",
      hours: 3,
      4200,
      [
        "loads.csv": "name,bus,p_set\nl,a,60\n",
        "generators.csv": "name,bus,p_nom,marginal_cost,committable,p_min_pu\n"
          + "u,a,100,10,True,0.4\nd,a,60,50,False,0\n",
        "generators-p_max_pu.csv": "snapshot,u\n2030-01-01 00:00:00,1\n"
          + "2030-01-01 01:00:00,0\n2030-01-01 02:00:00,1\n",
      ]
    ),
    // 90 MW of a plant of 30: 90·4.
    Case(
      "a plant may give three times its size",
      360,
      [
        "loads.csv": "name,bus,p_set\nl,a,90\n",
        "generators.csv": "name,bus,p_nom,marginal_cost,p_max_pu\nc,a,30,4,3\n",
      ]
    ),
    // From 0 to 130 MW in an hour it may rise by 110: 110·1 + 20·9.
    Case(
      "a ramp above the size of a plant that gives more than its size binds",
      hours: 2,
      290,
      [
        "loads.csv": "name,bus,p_set\nl,a,0\n",
        "loads-p_set.csv": "snapshot,l\n2030-01-01 00:00:00,0\n2030-01-01 01:00:00,130\n",
        "generators.csv": "name,bus,p_nom,marginal_cost,p_max_pu,ramp_limit_up\n"
          + "c,a,100,1,1.3,1.1\nd,a,100,9,1,\n",
      ]
    ),
    // 10 MW at 7.
    Case(
      "a fuel of 12 t/MWh is a fuel",
      70,
      [
        "carriers.csv": "name,co2_emissions\nshale,12\n",
        "loads.csv": "name,bus,p_set\nl,a,10\n",
        "generators.csv": "name,bus,p_nom,marginal_cost,carrier\nc,a,30,7,shale\n",
      ]
    ),
    // Shedding is 1e6 MW at 900: 100·20 + 50·900.
    Case(
      "shedding may be a plant larger than all others",
      47_000,
      [
        "loads.csv": "name,bus,p_set\nl,a,150\n",
        "generators.csv": plants + "c,a,100,20\nshedding,a,1000000,900\n",
      ]
    ),
    // A sign of 0.001 turns kW into MW: 80 per kWh are 80,000 per MWh, above the usual value of lost load.
    Case(
      "shedding in kW costs a thousand times as much a MWh",
      100 * 20 + 50 * 80_000,
      [
        "loads.csv": "name,bus,p_set\nl,a,150\n",
        "generators.csv": "name,bus,p_nom,marginal_cost,sign\nc,a,100,20,1\n"
          + "shedding,a,1000000000,80,0.001\n",
      ]
    ),
  ]

  static let stores = [
    // From 20 MWh owed to 20 held: all of the second hour's 30 MW are bought at 10 in the first.
    Case(
      "a store whose level may lie below 0 swings from there",
      hours: 2,
      600,
      [
        "loads.csv": "name,bus,p_set\nl,a,30\n",
        "generators.csv": "name,bus,p_nom\ng,a,100\n",
        "generators-marginal_cost.csv": "snapshot,g\n2030-01-01 00:00:00,10\n"
          + "2030-01-01 01:00:00,40\n",
        "stores.csv": "name,bus,e_nom,e_min_pu,e_cyclic\ns,a,20,-1,True\n",
      ]
    ),
    // 20 MW flow in, 40 are bought at 25, in both hours.
    Case(
      "a reservoir that cannot pump needs no efficiency of pumping",
      hours: 2,
      2000,
      [
        "loads.csv": "name,bus,p_set\nl,a,60\n", "generators.csv": plants + "g,a,100,25\n",
        "storage_units.csv": "name,bus,p_nom,p_min_pu,max_hours,efficiency_store,inflow,"
          + "cyclic_state_of_charge\nr,a,50,0,4,0,20,True\n",
      ]
    ),
    // PyPSA takes no loss from what is there before the first hour: 100 MWh serve it.
    Case(
      "a store that is full at the start gives all of it in the first hour",
      0,
      [
        "loads.csv": "name,bus,p_set\nl,a,100\n", "generators.csv": plants + "g,a,200,10\n",
        "stores.csv": "name,bus,e_nom,e_initial,standing_loss\ns,a,100,100,0.1\n",
      ]
    ),
    // Half of its 40 MW in the first hour, none in the second: 80·30 + 100·30.
    Case(
      "the power of a store is what each hour allows",
      hours: 2,
      5400,
      [
        "loads.csv": "name,bus,p_set\nl,a,100\n", "generators.csv": plants + "g,a,200,30\n",
        "storage_units.csv": "name,bus,p_nom,max_hours,state_of_charge_initial\nb,a,40,4,160\n",
        "storage_units-p_max_pu.csv": "snapshot,b\n2030-01-01 00:00:00,0.5\n"
          + "2030-01-01 01:00:00,0\n",
      ]
    ),
  ]

  private static let two = "name,v_nom\na,10\nb,10\n"

  static let branches = [
    // 30 of 50 MW come over the link of 20: 30·10 + 20·30.
    Case(
      "a link may carry more than its size",
      900,
      [
        "buses.csv": two, "loads.csv": "name,bus,p_set\nl,b,50\n",
        "generators.csv": plants + "c,a,100,10\nd,b,100,30\n",
        "links.csv": "name,bus0,bus1,p_nom,p_max_pu\nk,a,b,20,1.5\n",
      ]
    ),
    // x = 1 and −0.5 share as −1 : 2, so 100 MW on the second are 50 in all: 50·10 + 30·30.
    Case(
      "a line with capacitors that outweigh it drives flow the other way round",
      1400,
      [
        "buses.csv": two, "loads.csv": "name,bus,p_set\nl,b,80\n",
        "generators.csv": plants + "c,a,200,10\nd,b,200,30\n",
        "lines.csv": "name,bus0,bus1,x,s_nom\nf,a,b,1,100\ng,a,b,-0.5,100\n",
      ]
    ),
    // 40 MW of power take 100 of gas; 60 of heat take 20 of power: 100·20 + 50·20.
    Case(
      "gas becomes power at 0.4 and power heat at 3",
      2000 + 1000,
      [
        "buses.csv": "name\ngas\na\nheat\n",
        "loads.csv": "name,bus,p_set\nl,a,40\nh,heat,60\n",
        "generators.csv": plants + "well,gas,1000,20\n",
        "links.csv": "name,bus0,bus1,efficiency,p_nom\nturbine,gas,a,0.4,300\n"
          + "pump,a,heat,3,50\n",
      ]
    ),
    // 10 MW at 0.5 and at 0.8: 20 and 12.5 of gas; a fee of 1 and 3 each: 20·(8+1) + 12.5·(8+3).
    Case(
      "efficiency and cost of a link are those of the hour",
      hours: 2,
      317.5,
      [
        "buses.csv": "name\ngas\na\n", "loads.csv": "name,bus,p_set\nl,a,10\n",
        "generators.csv": plants + "well,gas,1000,8\n",
        "links.csv": "name,bus0,bus1,p_nom\nturbine,gas,a,300\n",
        "links-efficiency.csv": "snapshot,turbine\n2030-01-01 00:00:00,0.5\n"
          + "2030-01-01 01:00:00,0.8\n",
        "links-marginal_cost.csv": "snapshot,turbine\n2030-01-01 00:00:00,1\n"
          + "2030-01-01 01:00:00,3\n",
      ]
    ),
    // A unit of power and heat: 50 of gas give 20 and 25; the rest of the heat, 5, costs 100: 50·6 + 5·100.
    Case(
      "a link gives to three buses",
      800,
      [
        "buses.csv": "name\ngas\na\nheat\n",
        "loads.csv": "name,bus,p_set\nl,a,20\nh,heat,30\n",
        "generators.csv": plants + "well,gas,1000,6\nboiler,heat,100,100\n",
        "links.csv": "name,bus0,bus1,bus2,efficiency,efficiency2,p_nom,p_max_pu\n"
          + "unit,gas,a,heat,0.4,0.5,50,1\n",
      ]
    ),
    // 60 MW of hydrogen are made of 75 of power while it costs 2, held, and none at 50: 75·2.
    Case(
      "a bus of hydrogen without a load in most hours holds energy, which is no power",
      hours: 2,
      150,
      [
        "buses.csv": "name\na\nh2\n", "loads.csv": "name,bus,p_set\nl,h2,0\n",
        "loads-p_set.csv": "snapshot,l\n2030-01-01 00:00:00,0\n2030-01-01 01:00:00,60\n",
        "generators.csv": "name,bus,p_nom\ng,a,100\n",
        "generators-marginal_cost.csv": "snapshot,g\n2030-01-01 00:00:00,2\n"
          + "2030-01-01 01:00:00,50\n",
        "links.csv": "name,bus0,bus1,efficiency,p_nom\nelectrolyser,a,h2,0.8,90\n",
        "stores.csv": "name,bus,e_nom\ncavern,h2,900000\n",
      ]
    ),
  ]

  @Test(arguments: generators + stores + branches)
  func `it keeps PyPSA's optimum`(network: Case) throws {
    let model = try network.network.imported()
    guard case .solved(let result) = try GoalDispatch.run(model, options: GoalOptions()) else {
      Issue.record("there is no schedule")
      return
    }
    #expect(abs(result.cost - network.cost) <= 1e-6 * (1 + network.cost), "\(result.cost)")
    #expect(Verifier.verify(model, result).isClean)
  }
}
