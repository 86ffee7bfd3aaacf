import Hourly

@testable import GridDispatch
@testable import GridFormulation
@testable import Verification

extension SmallGrid {
  /// What a check finds in a schedule that is written down instead of solved, as `owner: rule amount at hour`.
  func found(
    in series: [Schedule.Series] = [],
    by check: (inout Examination) -> Void
  ) -> [String] {
    let schedule = Schedule(horizon: setting.horizon, series: series)
    var examination = Examination(setting, schedule, tolerance: VerificationTolerance())
    check(&examination)
    return examination.report.violations.map { violation in
      let place = violation.step.map { " at \($0)" } ?? ""
      let amount = (violation.amount * 1e6).rounded() / 1e6
      return "\(violation.subject): \(violation.rule) \(amount)\(place)"
    }
  }
}
