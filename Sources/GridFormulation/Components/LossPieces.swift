package import Hourly

/// One way of a corridor or line, cut into pieces whose loss grows from piece to piece.
///
///     sent = Σ f_k,   0 ≤ f_k ≤ L/K,   received = Σ (1 − ℓ_k)·f_k,   ℓ_k = ℓ·(2k−1)/K
///
/// K pieces are the chords of a loss ℓ·L·(f/L)²; one piece is the same share at any flow. A piece is
/// filled before the next is begun: `(L/K − f_k)·f_{k+1} = 0`, which the relaxation leaves out.
package struct LossPieces: Sendable {
  /// Share lost at the limit.
  package var loss: Double
  package var pieces: Int
  /// What the loss refers to, MW.
  package var limit: Double

  /// The share that each piece loses.
  package var shares: [Double] {
    guard loss > 0, pieces > 1 else { return [loss] }
    return (1...pieces).map { loss * Double(2 * $0 - 1) / Double(pieces) }
  }

  /// Declares the pieces between the bounds of what is sent.
  package func variables(
    _ name: String,
    from lower: HourlyValue,
    to upper: HourlyValue,
    in desk: inout Desk
  ) -> (sent: HourlySum, received: HourlySum) {
    var decisions: [HourlySum] = []
    let shares = shares
    let width = limit / Double(shares.count)
    var sent = HourlySum()
    var received = HourlySum()
    for (index, share) in shares.enumerated() {
      let start = Double(index) * width
      let isWhole = shares.count == 1
      func inPiece(_ value: Double) -> Double {
        isWhole ? value : min(max(0, value - start), width)
      }
      let piece = desk.variable(
        isWhole ? name : "\(name) \(index + 1)",
        from: lower.map(inPiece),
        to: upper.map(inPiece)
      )
      decisions.append(piece)
      sent += piece
      received += (1 - share) * piece
    }
    desk.fill(inOrder: decisions)
    return (sent, received)
  }
}
