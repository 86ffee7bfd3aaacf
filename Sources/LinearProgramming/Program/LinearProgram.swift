/// A linear program staged in time, as a plain value.
///
///     minimise    constant + Σⱼ cⱼ·xⱼ
///     subject to  rowLowerᵢ ≤ Σⱼ aᵢⱼ·xⱼ ≤ rowUpperᵢ,   lowerⱼ ≤ xⱼ ≤ upperⱼ
///
/// Every row and column carries a *stage*: its hour, or ``LinearProgram/global`` where it has none.
/// A solution method may slice the program by stage; it knows nothing else of what the program means.
/// A row's stage is the latest stage among its columns or later.
public struct LinearProgram: Sendable, Equatable {
  /// The stage of a row or column that belongs to no hour.
  public static let global: Int32 = -1

  /// A contiguous run of rows or columns that share one meaning, such as the output of one asset.
  public struct Family: Sendable, Equatable {
    /// What the run holds, unique among the rows or among the columns.
    public let name: String
    /// The indices of the run; one index a stage where the family is hourly.
    public let range: Range<Int>

    package init(name: String, range: Range<Int>) {
      self.name = name
      self.range = range
    }
  }

  /// The part of the objective that no column changes.
  public internal(set) var objectiveConstant = 0.0
  /// Objective coefficient of each column.
  public internal(set) var cost: [Double] = []
  /// What decides among points of one cost, which is the least of this sum.
  ///
  /// It is never part of a cost, a bound or a dual. One weight a column; empty where nothing is preferred.
  public internal(set) var preference: [Double] = []
  /// Lower bound of each column; −∞ where there is none.
  public internal(set) var columnLower: [Double] = []
  /// Upper bound of each column; +∞ where there is none.
  public internal(set) var columnUpper: [Double] = []
  /// Stage of each column.
  public internal(set) var columnStage: [Int32] = []
  /// Lower bound of each row's activity; −∞ where there is none.
  public internal(set) var rowLower: [Double] = []
  /// Upper bound of each row's activity; +∞ where there is none.
  public internal(set) var rowUpper: [Double] = []
  /// Stage of each row.
  public internal(set) var rowStage: [Int32] = []
  /// The matrix by rows.
  public internal(set) var rows = SparseMatrix()
  /// The matrix by columns: the same entries.
  public internal(set) var columns = SparseMatrix()
  /// The families of columns, in order of their ranges.
  public internal(set) var columnFamilies: [Family] = []
  /// The families of rows, in order of their ranges.
  public internal(set) var rowFamilies: [Family] = []
  /// What excludes each other; the program itself is the relaxation without it.
  public internal(set) var exclusions: [Exclusion] = []

  /// The number of columns.
  public var columnCount: Int { cost.count }
  /// The number of rows.
  public var rowCount: Int { rowLower.count }
  /// The number of entries in the matrix.
  public var entryCount: Int { rows.values.count }
}
