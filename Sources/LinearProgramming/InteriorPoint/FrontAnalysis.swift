import CCHOLMOD

/// What elimination of the rows of `A·D·Aᵀ` will fill, found by CHOLMOD before any number is known.
///
/// Rows are renumbered by their *place* in the elimination. A *front* is a run of places that is
/// eliminated together: their columns of the factor have the same rows below.
struct FrontAnalysis {
  /// The row at each place.
  private(set) var rowOrder: [Int32] = []
  /// The first place of each front; one more than there are fronts.
  private(set) var placeStarts: [Int32] = []
  /// Where each front's places begin in `places`; one more than there are fronts.
  private(set) var starts: [Int32] = []
  /// The places of each front's rows, ascending, its own first.
  private(set) var places: [Int32] = []

  /// Analyses a matrix given by columns, with rows eliminated group by group.
  init(columns: SparseMatrix, group: [Int32]) throws(SolverError) {
    var common = cholmod_common()
    cholmod_start(&common)
    defer { cholmod_finish(&common) }
    common.print = 0
    common.supernodal = CHOLMOD_SUPERNODAL
    // Fewer zeros than CHOLMOD's own factor takes in: the time of a solution is that of reading it.
    common.zrelax.0 = 0.4
    common.nmethods = 1
    common.method.0.ordering = CHOLMOD_GIVEN
    var matrix = Self.pattern(columns, rows: group.count, &common)
    defer { cholmod_free_sparse(&matrix, &common) }
    guard let matrix else { throw .outOfMemory }
    // cholmod_camd keeps addresses of work space that cholmod_aat moves where columns outnumber
    // rows, so it is made large enough beforehand.
    let most = max(group.count, columns.starts.count - 1)
    cholmod_allocate_work(most, 8 * most, 0, &common)
    var (order, sets) = (group, group)
    guard cholmod_camd(matrix, nil, 0, &sets, &order, &common) == 1 else { throw .outOfMemory }
    var factor = cholmod_analyze_p(matrix, &order, nil, 0, &common)
    defer { cholmod_free_factor(&factor, &common) }
    guard let found = factor?.pointee, found.is_super == 1 else { throw .outOfMemory }
    rowOrder = Self.numbers(found.Perm, found.n)
    placeStarts = Self.numbers(found.`super`, found.nsuper + 1)
    starts = Self.numbers(found.pi, found.nsuper + 1)
    places = Self.numbers(found.s, found.ssize)
  }

  private static func pattern(
    _ columns: SparseMatrix,
    rows: Int,
    _ common: inout cholmod_common
  ) -> UnsafeMutablePointer<cholmod_sparse>? {
    let count = columns.starts.count - 1
    let made = cholmod_allocate_sparse(
      rows,
      count,
      columns.indices.count,
      1,
      1,
      0,
      CHOLMOD_PATTERN,
      &common
    )
    guard let made else { return nil }
    let starts = made.pointee.p.assumingMemoryBound(to: Int32.self)
    for column in 0...count { starts[column] = Int32(columns.starts[column]) }
    made.pointee.i.assumingMemoryBound(to: Int32.self)
      .update(from: columns.indices, count: columns.indices.count)
    return made
  }

  private static func numbers(_ start: UnsafeMutableRawPointer?, _ count: Int) -> [Int32] {
    guard let start else { return [] }
    return Array(
      UnsafeBufferPointer(start: start.assumingMemoryBound(to: Int32.self), count: count)
    )
  }
}
