import CGLPK
import GLPKGuard

/// A program inside GLPK, alive on one thread within one synchronous call.
///
/// Every change is checked here first; what still goes wrong inside GLPK is thrown by the guard.
struct GLPKProblem: ~Copyable {
  /// The number of rows.
  let rowCount: Int
  /// The number of columns.
  let columnCount: Int
  private let guarded: OpaquePointer

  /// Loads a program, scaled by GLPK's own choice where asked.
  @available(*, noasync)
  init(_ program: FlatProgram, scaled: Bool = false) throws(SolverError) {
    try program.validate()
    let loaded = try Self.load(program, scale: scaled ? GLP_SF_AUTO : 0)
    guarded = loaded
    rowCount = program.rowCount
    columnCount = program.columnCount
  }

  deinit { guard_delete(guarded) }

  /// Frees what GLPK keeps for this thread; for the end of a thread's life.
  static func leaveThread() { guard_leave_thread() }

  private static func load(
    _ program: FlatProgram,
    scale: Int32
  ) throws(SolverError) -> OpaquePointer {
    var result: OpaquePointer?
    let outcome = program.cost.withUnsafeBufferPointer { cost in
      program.columnLower.withUnsafeBufferPointer { columnLower in
        program.columnUpper.withUnsafeBufferPointer { columnUpper in
          program.rowLower.withUnsafeBufferPointer { rowLower in
            program.rowUpper.withUnsafeBufferPointer { rowUpper in
              program.entryRow.withUnsafeBufferPointer { rows in
                program.entryColumn.withUnsafeBufferPointer { columns in
                  program.entryValue.withUnsafeBufferPointer { values in
                    var view = guard_program()
                    view.rows = Int32(rowLower.count)
                    view.columns = Int32(cost.count)
                    view.cost = cost.baseAddress
                    view.column_lower = columnLower.baseAddress
                    view.column_upper = columnUpper.baseAddress
                    view.row_lower = rowLower.baseAddress
                    view.row_upper = rowUpper.baseAddress
                    view.entries = Int64(values.count)
                    view.entry_row = rows.baseAddress
                    view.entry_column = columns.baseAddress
                    view.entry_value = values.baseAddress
                    return guard_create(&view, scale, &result)
                  }
                }
              }
            }
          }
        }
      }
    }
    try requireDone(Int(outcome))
    guard let result else { throw .outOfMemory }
    return result
  }

  /// Changes the bounds of consecutive rows in place.
  mutating func setRowBounds(
    first: Int = 0,
    lower: [Double],
    upper: [Double]
  ) throws(SolverError) {
    try FlatProgram.requireOrder(lower, upper, "row")
    guard first >= 0, first + lower.count <= rowCount else {
      throw .wrongShape(what: "row bounds", expected: rowCount, found: first + lower.count)
    }
    try requireDone(
      Int(guard_set_row_bounds(guarded, Int32(first), Int32(lower.count), lower, upper))
    )
  }

  /// Changes the bounds of consecutive columns in place.
  mutating func setColumnBounds(
    first: Int = 0,
    lower: [Double],
    upper: [Double]
  ) throws(SolverError) {
    try FlatProgram.requireOrder(lower, upper, "column")
    guard first >= 0, first + lower.count <= columnCount else {
      throw .wrongShape(what: "column bounds", expected: columnCount, found: first + lower.count)
    }
    try requireDone(
      Int(guard_set_column_bounds(guarded, Int32(first), Int32(lower.count), lower, upper))
    )
  }

  /// Changes the costs of consecutive columns in place.
  mutating func setCost(first: Int = 0, _ cost: [Double]) throws(SolverError) {
    try FlatProgram.requireFinite(cost, "the cost of column")
    guard first >= 0, first + cost.count <= columnCount else {
      throw .wrongShape(what: "costs", expected: columnCount, found: first + cost.count)
    }
    try requireDone(Int(guard_set_cost(guarded, Int32(first), Int32(cost.count), cost)))
  }

  /// Puts a basis in place; false where GLPK cannot factorise it.
  mutating func start(from basis: Basis) throws(SolverError) -> Bool {
    guard basis.rows.count == rowCount, basis.columns.count == columnCount else { return false }
    guard basis.basicCount == rowCount else { return false }
    for status in basis.rows where Basis.Status(rawValue: status) == nil { return false }
    for status in basis.columns where Basis.Status(rawValue: status) == nil { return false }
    try requireDone(Int(guard_set_basis(guarded, basis.rows, basis.columns)))
    var code: Int32 = 0
    try requireDone(Int(guard_factorize(guarded, &code)))
    return GLPKReturnCode(code) == .done
  }

  /// Puts the basis of all rows in place.
  mutating func startFromRows() throws(SolverError) {
    try requireDone(Int(guard_standard_basis(guarded)))
  }

  /// Puts a nearly triangular basis in place.
  mutating func startFromTriangle() throws(SolverError) {
    try requireDone(Int(guard_advanced_basis(guarded)))
  }

  /// The present basis.
  borrowing func basis() throws(SolverError) -> Basis {
    var basis = Basis(
      rows: [UInt8](repeating: 0, count: rowCount),
      columns: [UInt8](repeating: 0, count: columnCount)
    )
    try requireDone(Int(guard_read_basis(guarded, &basis.rows, &basis.columns)))
    return basis
  }

  /// One call of simplex from the present basis.
  mutating func simplex(
    _ method: SimplexMethod,
    longStep: Bool,
    presolve: Bool = false,
    iterationLimit: Int = Int(Int32.max),
    stop: StopSignal
  ) throws(SolverError) -> GLPKReturnCode {
    guard !stop.isRaised else { throw .stopped }
    var options = guard_simplex_options(
      method: method.code,
      pricing: GLP_PT_PSE,
      ratio_test: longStep ? GLP_RT_FLIP : GLP_RT_HAR,
      presolve: presolve ? 1 : 0,
      iteration_limit: Int32(clamping: iterationLimit),
      time_limit_milliseconds: Int32.max
    )
    var code: Int32 = 0
    let outcome = withExtendedLifetime(stop) {
      guard_simplex(guarded, &options, Self.question, Self.address(stop), &code)
    }
    try requireDone(Int(outcome))
    return GLPKReturnCode(code)
  }

  /// Statuses, pivots, and the point simplex ended on.
  borrowing func readSimplex() throws(SolverError) -> GLPKPoint {
    var point = GLPKPoint(rows: rowCount, columns: columnCount)
    var (primal, dual, iterations): (Int32, Int32, Int32) = (0, 0, 0)
    let outcome = guard_read_simplex(
      guarded,
      &primal,
      &dual,
      &iterations,
      &point.values,
      &point.rowDuals
    )
    try requireDone(Int(outcome))
    point.primalStatus = SolutionStatus(glpk: primal)
    point.dualStatus = SolutionStatus(glpk: dual)
    point.iterations = Int(iterations)
    return point
  }

  /// Branch and bound over some columns as whole numbers.
  ///
  /// - Returns: The return code, the status of the best point and its values.
  mutating func wholeNumbers(
    _ columns: [Int32],
    gap: Double,
    presolve: Bool,
    milliseconds: Int32,
    stop: StopSignal
  ) throws(SolverError) -> (code: GLPKReturnCode, status: SolutionStatus, values: [Double]) {
    guard !stop.isRaised else { throw .stopped }
    guard columns.allSatisfy({ (0..<Int32(columnCount)).contains($0) }) else {
      throw .wrongShape(what: "whole columns", expected: columnCount, found: columns.count)
    }
    var values = [Double](repeating: 0, count: columnCount)
    var (code, status): (Int32, Int32) = (0, 0)
    let outcome = withExtendedLifetime(stop) {
      guard_whole(
        guarded,
        columns,
        Int32(columns.count),
        gap,
        presolve ? 1 : 0,
        milliseconds,
        Self.question,
        Self.address(stop),
        &code,
        &status,
        &values
      )
    }
    try requireDone(Int(outcome))
    return (GLPKReturnCode(code), SolutionStatus(glpk: status), values)
  }

  /// Row multipliers of the ray that simplex ended on, if there is one.
  borrowing func ray() throws(SolverError) -> [Double]? {
    var multipliers = [Double](repeating: 0, count: rowCount)
    var code: Int32 = 0
    try requireDone(Int(guard_read_ray(guarded, &multipliers, &code)))
    return code == 1 ? multipliers : nil
  }

  private static let question: @convention(c) (UnsafeMutableRawPointer?) -> Int32 = { address in
    guard let address else { return 0 }
    return Unmanaged<StopSignal>.fromOpaque(address).takeUnretainedValue().isRaised ? 1 : 0
  }

  private static func address(_ stop: StopSignal) -> UnsafeMutableRawPointer {
    Unmanaged.passUnretained(stop).toOpaque()
  }
}

/// A point as GLPK reports it.
struct GLPKPoint {
  var primalStatus = SolutionStatus.undefined
  var dualStatus = SolutionStatus.undefined
  var iterations = 0
  var values: [Double]
  var rowDuals: [Double]

  init(rows: Int, columns: Int) {
    values = [Double](repeating: 0, count: columns)
    rowDuals = [Double](repeating: 0, count: rows)
  }
}
