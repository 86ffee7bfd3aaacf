import CNetCDF
import Tables

/// A netCDF file that is open for reading: its dimensions, variables and attributes.
///
/// Held for one synchronous call; the C library is not for use by several threads at once.
struct NetCDFFile: ~Copyable {
  /// What the library said to a call.
  struct Failure: Error {
    let reason: String
  }

  /// A variable: its name and the lengths of its dimensions, with their names.
  struct Variable {
    let name: String
    let dimensions: [(name: String, length: Int)]
    fileprivate let number: Int32
    fileprivate let type: nc_type
  }

  /// The most numbers that a variable may have, so that a broken file cannot ask for all memory.
  private static let most = 500_000_000

  private let handle: Int32

  /// Opens a file.
  init(path: String) throws(Failure) {
    var handle: Int32 = 0
    try Self.check(nc_open(path, Int32(NC_NOWRITE), &handle))
    self.handle = handle
  }

  deinit { nc_close(handle) }

  private static func check(_ code: Int32) throws(Failure) {
    guard code != NC_NOERR else { return }
    throw Failure(reason: nc_strerror(code).map { String(cString: $0) } ?? "error \(code)")
  }

  /// The variables in the order of the file.
  func variables() throws(Failure) -> [Variable] {
    var count: Int32 = 0
    try Self.check(nc_inq_nvars(handle, &count))
    var result: [Variable] = []
    for number in 0..<count {
      var name = [CChar](repeating: 0, count: Int(NC_MAX_NAME) + 1)
      var type: nc_type = 0
      var rank: Int32 = 0
      var ids = [Int32](repeating: 0, count: Int(NC_MAX_VAR_DIMS))
      try Self.check(nc_inq_var(handle, number, &name, &type, &rank, &ids, nil))
      var dimensions: [(name: String, length: Int)] = []
      for id in ids.prefix(Int(rank)) {
        var dimension = [CChar](repeating: 0, count: Int(NC_MAX_NAME) + 1)
        var length = 0
        try Self.check(nc_inq_dim(handle, id, &dimension, &length))
        dimensions.append((Self.text(dimension), length))
      }
      result.append(
        Variable(name: Self.text(name), dimensions: dimensions, number: number, type: type)
      )
    }
    return result
  }

  /// The values of a variable, row by row; what was never written is NaN.
  func values(of variable: Variable) throws(Failure) -> NetworkSheet.Column.Values {
    var count = 1
    for dimension in variable.dimensions {
      let (product, isTooLarge) = count.multipliedReportingOverflow(by: dimension.length)
      guard !isTooLarge, product <= Self.most else {
        throw Failure(reason: "\(variable.name) has more than \(Self.most) values")
      }
      count = product
    }
    guard count > 0 else { return .numbers([]) }
    switch variable.type {
    case nc_type(NC_STRING): return .texts(try strings(of: variable, count: count))
    case nc_type(NC_CHAR): return .texts(try characters(of: variable, count: count))
    default:
      var numbers = [Double](repeating: 0, count: count)
      try Self.check(nc_get_var_double(handle, variable.number, &numbers))
      let kind = attribute("dtype", of: variable)
      if kind == "bool" { return .texts(numbers.map { $0 == 0 ? "False" : "True" }) }
      if let missing = fill(of: variable) {
        for index in numbers.indices where numbers[index] == missing { numbers[index] = .nan }
      }
      return .numbers(numbers)
    }
  }

  /// An attribute of a variable, or of the file; nil where it is none or no text or number.
  func attribute(_ name: String, of variable: Variable? = nil) -> String? {
    let owner = variable?.number ?? Int32(NC_GLOBAL)
    var (type, length): (nc_type, Int) = (0, 0)
    guard nc_inq_att(handle, owner, name, &type, &length) == NC_NOERR, length > 0 else {
      return nil
    }
    switch type {
    case nc_type(NC_CHAR):
      guard length < 1 << 20 else { return nil }
      var bytes = [CChar](repeating: 0, count: length + 1)
      guard nc_get_att_text(handle, owner, name, &bytes) == NC_NOERR else { return nil }
      return Self.text(bytes)
    case nc_type(NC_STRING):
      var pointers = [UnsafeMutablePointer<CChar>?](repeating: nil, count: length)
      guard nc_get_att_string(handle, owner, name, &pointers) == NC_NOERR else { return nil }
      defer { nc_free_string(length, &pointers) }
      return pointers[0].map { String(cString: $0) }
    default:
      var number = 0.0
      guard length == 1, nc_get_att_double(handle, owner, name, &number) == NC_NOERR else {
        return nil
      }
      return NumberText.shortest(number)
    }
  }

  private func fill(of variable: Variable) -> Double? {
    var number = 0.0
    let code = nc_get_att_double(handle, variable.number, "_FillValue", &number)
    return code == NC_NOERR && !number.isNaN ? number : nil
  }

  private func strings(of variable: Variable, count: Int) throws(Failure) -> [String] {
    var pointers = [UnsafeMutablePointer<CChar>?](repeating: nil, count: count)
    try Self.check(nc_get_var_string(handle, variable.number, &pointers))
    defer { nc_free_string(count, &pointers) }
    return pointers.map { $0.map { String(cString: $0) } ?? "" }
  }

  /// Texts as rows of characters, the form of files before version 4.
  private func characters(of variable: Variable, count: Int) throws(Failure) -> [String] {
    var bytes = [CChar](repeating: 0, count: count)
    try Self.check(nc_get_var_text(handle, variable.number, &bytes))
    let width = max(variable.dimensions.last?.length ?? 1, 1)
    return stride(from: 0, to: count, by: width).map { start in
      Self.text(Array(bytes[start..<min(start + width, count)]) + [0])
    }
  }

  private static func text(_ characters: [CChar]) -> String {
    String(decoding: characters.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }
}
