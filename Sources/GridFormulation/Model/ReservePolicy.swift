package import Hourly
package import Tables

/// How much reserve a zone must hold, how fast it must act, and what its lack costs.
///
///     up:   Σ held ≥ amount + a·load + b·(wind + PV delivered) + largest unit − short
///     down: Σ held ≥ amount + c·load + d·(wind + PV delivered) − short
package struct ReservePolicy: Sendable, Equatable {
  package var up = Profile.constant(0)
  package var down = Profile.constant(0)
  package var upShareOfLoad = 0.0
  package var upShareOfWindAndSolar = 0.0
  package var coversLargestUnit = false
  package var downShareOfLoad = 0.0
  package var downShareOfWindAndSolar = 0.0
  package var responseMinutes = 30.0
  package var sharesRamp = false
  package var sustainHours = 1.0
  package var scarcityPrice = 3000.0
  package var minimumSynchronous = 0.0
  package var minimumSynchronousShare = 0.0

  package init() {}

  /// Asks for no reserve.
  package mutating func dropRequirements() {
    (up, down, coversLargestUnit) = (.constant(0), .constant(0), false)
    (upShareOfLoad, upShareOfWindAndSolar) = (0, 0)
    (downShareOfLoad, downShareOfWindAndSolar) = (0, 0)
  }

  /// Asks for no synchronous capacity.
  package mutating func dropSynchronous() {
    (minimumSynchronous, minimumSynchronousShare) = (0, 0)
  }

  package static let fields: [Field<ReservePolicy>] = [
    Field(
      "up-mw",
      \.up,
      in: 0...1e6,
      unit: .megawatt,
      "Upward reserve whatever the demand, a number or a series in MW."
    ),
    Field(
      "down-mw",
      \.down,
      in: 0...1e6,
      unit: .megawatt,
      "Downward reserve whatever the demand, a number or a series in MW."
    ),
    Field(
      "up-share-of-load",
      \.upShareOfLoad,
      in: 0...1,
      unit: .share,
      "Upward reserve per demand of the hour."
    ),
    Field(
      "up-share-of-wind-and-solar",
      \.upShareOfWindAndSolar,
      in: 0...1,
      unit: .share,
      "Upward reserve per wind and PV delivered in the hour."
    ),
    Field(
      "up-largest-unit",
      \.coversLargestUnit,
      "Whether the upward reserve also covers the loss of the largest unit."
    ),
    Field(
      "down-share-of-load",
      \.downShareOfLoad,
      in: 0...1,
      unit: .share,
      "Downward reserve per demand of the hour."
    ),
    Field(
      "down-share-of-wind-and-solar",
      \.downShareOfWindAndSolar,
      in: 0...1,
      unit: .share,
      "Downward reserve per wind and PV delivered in the hour."
    ),
    Field(
      "response-minutes",
      \.responseMinutes,
      in: 1...60,
      unit: .minute,
      "Time within which the reserve must be there."
    ),
    Field(
      "shares-ramp",
      \.sharesRamp,
      "Whether the reserve of a unit and its change of output from the hour before share its ramp; without it a unit that uses its whole ramp may hold reserve too."
    ),
    Field(
      "sustain-hours",
      \.sustainHours,
      in: 0...24,
      unit: .hour,
      "How long a store must be able to give its reserve."
    ),
    Field(
      "scarcity-price",
      \.scarcityPrice,
      in: 0...1e5,
      unit: .money(per: .megawattHour),
      "Cost of a MW of reserve that is not held for an hour."
    ),
    Field(
      "minimum-synchronous-mw",
      \.minimumSynchronous,
      in: 0...1e6,
      unit: .megawatt,
      "Synchronous capacity that must be online in every hour."
    ),
    Field(
      "minimum-synchronous-share-of-load",
      \.minimumSynchronousShare,
      in: 0...2,
      unit: .share,
      "Synchronous capacity that must be online per demand of the hour."
    ),
  ]

  /// Whether any reserve in this direction is asked for.
  package func isRequired(_ direction: ReserveDirection) -> Bool {
    switch direction {
    case .up:
      upShareOfLoad > 0 || upShareOfWindAndSolar > 0 || coversLargestUnit || up != .constant(0)
    case .down: downShareOfLoad > 0 || downShareOfWindAndSolar > 0 || down != .constant(0)
    }
  }
}
