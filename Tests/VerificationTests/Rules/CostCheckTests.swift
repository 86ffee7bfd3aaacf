import GridFormulation
import Testing

@testable import GridDispatch
@testable import Verification

/// Stated costs against those that are recomputed.
@Suite struct CostCheckTests {
  /// What is wrong with stated costs where 150 MWh cost 10 for fuel and 2 for operation: 1,500 and 300.
  private func found(_ stated: [CostItem], total: Double) -> [String] {
    SmallGrid(load: [100, 50]).found { examination in
      examination.ledger.charge(.fuel, of: "coal", price: 10, for: [100, 50])
      examination.ledger.charge(.operation, of: "coal", prices: [2, 2], for: [100, 50])
      examination.checkCosts(stated, total: total)
    }
  }

  private func item(_ kind: CostKind, _ amount: Double, of owner: String = "coal") -> CostItem {
    CostItem(kind: kind, owner: owner, amount: amount)
  }

  @Test func `each kind of cost of each owner comes to what is stated`() {
    #expect(found([item(.fuel, 1500), item(.operation, 300)], total: 1800) == [])
    #expect(
      found([item(.fuel, 1510), item(.operation, 290)], total: 1800)
        == ["coal: cost of fuel 10.0", "coal: cost of operation 10.0"]
    )
    // One kind may be stated in several pieces.
    let pieces = [item(.fuel, 900), item(.operation, 300), item(.fuel, 600)]
    #expect(found(pieces, total: 1800) == [])
  }

  @Test func `a cost that is not stated is missed, and one that nothing makes is found`() {
    #expect(found([item(.fuel, 1500)], total: 1800) == ["coal: cost of operation 300.0"])
    let more = [item(.fuel, 1500), item(.operation, 300), item(.start, 5, of: "gas")]
    #expect(found(more, total: 1800) == ["gas: cost of start 5.0"])
  }

  @Test func `the total is that of the schedule`() {
    let stated = [item(.fuel, 1500), item(.operation, 300)]
    #expect(found(stated, total: 1790) == ["cost: cost 10.0"])
    #expect(found(stated, total: .nan).count == 1)
  }

  @Test(arguments: zip([1790.0, 1800, 1801, .nan], [false, false, true, true]))
  func `what no schedule can cost less than is not above the cost`(bound: Double, isBroken: Bool) {
    let found = SmallGrid(load: [0]).found { $0.checkBound(bound, below: 1800) }
    #expect(found.map { $0.hasPrefix("cost: lower bound") } == (isBroken ? [true] : []))
  }
}
