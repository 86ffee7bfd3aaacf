import CCHOLMOD

/// A symmetric positive definite matrix of a fixed pattern and its Cholesky factor, by CHOLMOD.
///
/// The factor is simplicial: its columns are short here, so dense kernels would not pay, and no
/// answer depends on which BLAS a machine has. Lives within one synchronous call.
struct CholeskyFactor: ~Copyable {
  /// The number of rows.
  let size: Int
  private let common: UnsafeMutablePointer<cholmod_common>
  private let matrix: UnsafeMutablePointer<cholmod_sparse>
  private let factor: UnsafeMutablePointer<cholmod_factor>
  private let rightHandSide: UnsafeMutablePointer<cholmod_dense>

  /// Analyses a lower triangle, given by columns with ascending rows, the diagonal first.
  init(starts: [Int32], rows: [Int32]) throws(SolverError) {
    size = starts.count - 1
    common = .allocate(capacity: 1)
    cholmod_start(common)
    common.pointee.print = 0
    common.pointee.supernodal = CHOLMOD_SIMPLICIAL
    common.pointee.nmethods = 1
    common.pointee.method.0.ordering = CHOLMOD_METIS
    let made = cholmod_allocate_sparse(size, size, rows.count, 1, 1, -1, CHOLMOD_REAL, common)
    if let made {
      made.pointee.p.assumingMemoryBound(to: Int32.self).update(from: starts, count: starts.count)
      made.pointee.i.assumingMemoryBound(to: Int32.self).update(from: rows, count: rows.count)
      made.pointee.x.assumingMemoryBound(to: Double.self)
        .update(repeating: 0, count: rows.count)
    }
    guard let made, let analysed = cholmod_analyze(made, common),
      let dense = cholmod_zeros(size, 1, CHOLMOD_REAL, common)
    else {
      cholmod_finish(common)
      common.deallocate()
      throw .outOfMemory
    }
    (matrix, factor, rightHandSide) = (made, analysed, dense)
  }

  deinit {
    var (matrix, factor, dense):
      (
        UnsafeMutablePointer<cholmod_sparse>?, UnsafeMutablePointer<cholmod_factor>?,
        UnsafeMutablePointer<cholmod_dense>?
      ) = (self.matrix, self.factor, rightHandSide)
    cholmod_free_sparse(&matrix, common)
    cholmod_free_factor(&factor, common)
    cholmod_free_dense(&dense, common)
    cholmod_finish(common)
    common.deallocate()
  }

  /// The values of the lower triangle, to be written before each factorisation.
  var values: UnsafeMutablePointer<Double> {
    matrix.pointee.x.assumingMemoryBound(to: Double.self)
  }

  /// Factorises; false where the matrix is not positive definite.
  mutating func factorise() throws(SolverError) -> Bool {
    cholmod_factorize(matrix, factor, common)
    if common.pointee.status == CHOLMOD_OUT_OF_MEMORY { throw .outOfMemory }
    return common.pointee.status == CHOLMOD_OK && factor.pointee.minor == size
  }

  /// Replaces a right-hand side by the solution.
  mutating func solve(_ vector: inout [Double]) throws(SolverError) {
    let values = rightHandSide.pointee.x.assumingMemoryBound(to: Double.self)
    values.update(from: vector, count: size)
    var solution = cholmod_solve(CHOLMOD_A, factor, rightHandSide, common)
    guard let solved = solution else { throw .outOfMemory }
    let answer = solved.pointee.x.assumingMemoryBound(to: Double.self)
    for index in 0..<size { vector[index] = answer[index] }
    cholmod_free_dense(&solution, common)
  }
}
