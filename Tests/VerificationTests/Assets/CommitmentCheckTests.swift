import GridFormulation
import Hourly
import Testing

@testable import GridDispatch
@testable import Verification

/// What is online, started and stopped, on schedules that are written down.
@Suite struct CommitmentCheckTests {
  private static let owner = Owner("plant", zone: SmallGrid.zone)

  /// What 100 MW do in six hours.
  ///
  /// They start in hour 1 at 50 MW, half of what runs; rise by 30 MW, what the ramp of 0.3 allows; and are at 60 MW
  /// in hour 3, before they stop. Three hours are the least they must run, two the least they must rest.
  struct Plan {
    var online = [0.0, 100, 100, 100, 0, 0]
    var started = [0.0, 100, 0, 0, 0, 0]
    var output = [0.0, 50, 80, 60, 0, 0]
    var most = [Double](repeating: 100, count: 6)
    var reserve: [Double]?
    var onlineBefore: Double?
    var outputBefore: Double?

    fileprivate var check: CommitmentCheck {
      CommitmentCheck(
        owner: owner,
        capacity: online.map { _ in 100 },
        least: online.map { _ in 0.4 },
        most: online.map { _ in 1 },
        rampUp: 0.3,
        rampDown: 0.5,
        startOutput: 0.5,
        shutdownOutput: 0.6,
        minimumUpHours: 3,
        minimumDownHours: 2,
        startCost: 0,
        onlineBefore: onlineBefore,
        outputBefore: outputBefore,
        providesReserve: reserve != nil
      )
    }

    fileprivate func found(_ check: (inout Examination) -> Void) -> [String] {
      var grid = SmallGrid(load: online)
      if reserve != nil {
        grid.setting.zones[0].reserve.up = .constant(1)
        grid.setting.zones[0].reserve.responseMinutes = 60
      }
      let told: [(ResultQuantity, [Double]?)] = [
        (.online, online), (.started, started), (.reserveUp, reserve),
      ]
      let series = told.compactMap { quantity, values in
        values.map { Schedule.Series(quantity: quantity, owner: owner, values: $0) }
      }
      return grid.found(in: series, by: check).map { String($0.dropFirst("plant: ".count)) }
    }

    /// What is found where nobody but the program decided on it.
    var broken: [String] {
      found { examination in
        let states = check.decided(from: most.map { _ in 0 }, to: most, in: &examination)
        check.check(output, states, in: &examination)
      }
    }
  }

  /// What is changed of the plan and what it then breaks.
  struct Change: Sendable, CustomTestStringConvertible {
    let broken: [String]
    let change: @Sendable (inout Plan) -> Void
    var testDescription: String { broken.joined(separator: ", ") }

    init(_ broken: String..., change: @escaping @Sendable (inout Plan) -> Void) {
      (self.broken, self.change) = (broken, change)
    }
  }

  static let changes = [
    Change { _ in },
    // 100 MW are on where 90 may be.
    Change("online range 10.0 at 2") { $0.most[2] = 90 },
    // 5 MW less than nothing are started, so that 5 stand there unstarted.
    Change("start range 5.0 at 5", "start 5.0 at 5") { $0.started[5] = -5 },
    // 100 MW more are on, 90 are said to have started.
    Change("start 10.0 at 1") { $0.started[1] = 90 },
    // 40 MW is the least of 100 MW online.
    Change("minimum output 5.0 at 2") { $0.output[2] = 35 },
    // From 50 to 90 MW, 10 beyond the ramp.
    Change("ramp up 10.0 at 2") { $0.output[2] = 90 },
    // 5 MW more than a unit may give in the hour before it stops, or in the hour it starts.
    Change("ramp down 5.0 at 4") { $0.output[3] = 65 },
    Change("ramp up 5.0 at 1", "capacity 5.0 at 1") { $0.output[1] = 55 },
    // Gone after two hours of three.
    Change("minimum up time 100.0 at 3") {
      $0.online[3] = 0
      ($0.output[2], $0.output[3]) = (60, 0)
    },
    // Back after one hour of two.
    Change("minimum down time 100.0 at 5") {
      ($0.online[5], $0.started[5], $0.output[5]) = (100, 100, 50)
    },
  ]

  @Test(arguments: changes)
  func `a plan at its limits passes and one beyond them is found at its hour`(
    instance: Change
  ) {
    var plan = Plan()
    instance.change(&plan)
    #expect(plan.broken == instance.broken)
  }

  @Test func `reserve is held within the room and the speed of what is online`() {
    // 20 MW of room in hour 2; 40 in hour 3, of which an hour's ramp reaches 30; none in the hour of the start.
    var plan = Plan()
    plan.reserve = [0, 0, 20, 30, 0, 0]
    #expect(plan.broken == [])
    plan.reserve = [0, 0, 25, 30, 0, 0]
    #expect(plan.broken == ["reserve up 5.0 at 2", "capacity 5.0 at 2"])
    plan.reserve = [0, 0, 20, 35, 0, 0]
    #expect(plan.broken == ["reserve up 5.0 at 3"])
    plan.reserve = [0, 5, 20, 30, 0, 0]
    #expect(plan.broken == ["reserve up 5.0 at 1", "capacity 5.0 at 1"])
  }

  @Test func `the first hour follows from what ran before it`() {
    // From 80 MW to 45 are 35; from 100 MW they are 55, 5 beyond the ramp of 50.
    var plan = Plan()
    (plan.online, plan.started, plan.output) = ([100], [0], [45])
    (plan.most, plan.onlineBefore, plan.outputBefore) = ([100], 100, 80)
    #expect(plan.broken == [])
    plan.outputBefore = 100
    #expect(plan.broken == ["ramp down 5.0 at 0"])
    // What was off before it must be started.
    (plan.onlineBefore, plan.outputBefore) = (0, 0)
    #expect(plan.broken == ["start 100.0 at 0"])
    plan.started = [100]
    #expect(plan.broken == [])
  }

  @Test func `a given schedule is kept, with the starts it makes`() {
    let schedule = Plan().online
    func broken(_ change: (inout Plan) -> Void) -> [String] {
      var plan = Plan()
      change(&plan)
      return plan.found { _ = plan.check.given(schedule, in: &$0) }
    }
    #expect(broken { _ in } == [])
    // 10 MW more than the schedule has, which must have started too.
    #expect(
      broken { $0.online[2] = 110 } == [
        "given schedule 10.0 at 2", "starts of the schedule 10.0 at 2",
      ]
    )
    #expect(broken { $0.started[1] = 90 } == ["starts of the schedule 10.0 at 1"])
  }
}
