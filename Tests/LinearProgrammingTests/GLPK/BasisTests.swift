import Testing

@testable import LinearProgramming

struct BasisTests {
  private let basic = Basis.Status.basic.rawValue
  private let atLower = Basis.Status.atLower.rawValue
  private let atUpper = Basis.Status.atUpper.rawValue

  @Test func `rows and columns count alike`() {
    let basis = Basis(rows: [basic, atLower], columns: [atUpper, basic, basic])
    #expect(basis.basicCount == 3)
  }

  @Test func `a basis that fits stays as it is`() {
    let basis = Basis(rows: [atUpper, basic], columns: [basic, atLower])
    #expect(basis.fitted(rows: 2, columns: 2) == basis)
  }

  /// Two more rows come with slacks that are basic, one more column rests: still as many as rows.
  @Test func `what a window adds begins at rest with its rows slack`() {
    let basis = Basis(rows: [atUpper], columns: [basic, atUpper])
    let fitted = basis.fitted(rows: 3, columns: 3)
    #expect(fitted.rows == [atUpper, basic, basic])
    #expect(fitted.columns == [basic, atUpper, atLower])
    #expect(fitted.basicCount == 3)
  }

  /// Four basic ones for two rows: the last two columns leave.
  @Test func `too many basic columns leave from the end`() {
    let basis = Basis(rows: [basic, atLower], columns: [basic, basic, atUpper, basic])
    let fitted = basis.fitted(rows: 2, columns: 4)
    #expect(fitted.columns == [basic, atLower, atUpper, atLower])
    #expect(fitted.rows == basis.rows)
    #expect(fitted.basicCount == 2)
  }

  /// One basic for three rows: the last two rows that are not basic become so.
  @Test func `too few basic ones are made up from the rows at the end`() {
    let basis = Basis(rows: [atLower, atUpper, atLower], columns: [basic])
    let fitted = basis.fitted(rows: 3, columns: 1)
    #expect(fitted.rows == [atLower, basic, basic])
    #expect(fitted.basicCount == 3)
  }
}
