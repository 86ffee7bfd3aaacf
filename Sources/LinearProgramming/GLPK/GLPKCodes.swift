import CGLPK
import GLPKGuard

/// What `glp_simplex` returns.
enum GLPKReturnCode: Equatable {
  /// 0: the call did its work; the statuses say with what result.
  case done
  /// `GLP_EBADB`, `GLP_ESING`, `GLP_ECOND`: the starting basis cannot be used.
  case unusableBasis
  /// `GLP_EBOUND`: a two-sided bound whose sides are equal or crossed.
  case invalidBounds
  /// `GLP_EFAIL`: the method failed; `GLP_EDATA`, `GLP_ERANGE`: it refused the data.
  case failed
  /// `GLP_EITLIM`: the iteration limit.
  case iterationLimit
  /// `GLP_ETMLIM`: the time limit.
  case timeLimit
  /// `GLP_ENOPFS`, `GLP_ENOFEAS`: presolve found no primal feasible point.
  case noPrimalFeasible
  /// `GLP_ENODFS`: presolve found no dual feasible point.
  case noDualFeasible
  /// Anything else.
  case unknown(Int32)

  init(_ code: Int32) {
    switch code {
    case 0: self = .done
    case GLP_EBADB, GLP_ESING, GLP_ECOND: self = .unusableBasis
    case GLP_EBOUND: self = .invalidBounds
    case GLP_EFAIL, GLP_EDATA, GLP_ERANGE: self = .failed
    case GLP_EITLIM: self = .iterationLimit
    case GLP_ETMLIM: self = .timeLimit
    case GLP_ENOPFS, GLP_ENOFEAS: self = .noPrimalFeasible
    case GLP_ENODFS: self = .noDualFeasible
    default: self = .unknown(code)
    }
  }
}

extension SolutionStatus {
  /// From `GLP_UNDEF`, `GLP_FEAS`, `GLP_OPT`, `GLP_INFEAS`, `GLP_NOFEAS`.
  init(glpk code: Int32) {
    switch code {
    case GLP_FEAS, GLP_OPT: self = .feasible
    case GLP_INFEAS: self = .infeasible
    case GLP_NOFEAS: self = .noneFeasible
    default: self = .undefined
    }
  }
}

/// Which simplex method a call uses.
enum SimplexMethod {
  /// `GLP_PRIMAL`.
  case primal
  /// `GLP_DUAL`.
  case dual
  /// `GLP_DUALP`: dual, and primal where dual cannot go on.
  case dualThenPrimal

  var code: Int32 {
    switch self {
    case .primal: GLP_PRIMAL
    case .dual: GLP_DUAL
    case .dualThenPrimal: GLP_DUALP
    }
  }
}

/// Throws where the guard did not let a call finish.
func requireDone(_ outcome: Int) throws(SolverError) {
  switch outcome {
  case 0: return
  case -2: throw .stopped
  case -3: throw .staleProblem
  case -4: throw .outOfMemory
  default: throw .internalFailure(code: outcome)
  }
}
