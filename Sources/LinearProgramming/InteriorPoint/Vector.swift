/// Numbers that the threads of a team share.
///
/// A class because threads share it, and safely: of the pieces of work that run at once, only one
/// writes a number, and the others do not read it.
final class Vector: @unchecked Sendable {
  typealias Numbers = UnsafeMutablePointer<Double>

  /// How many numbers there are.
  let count: Int
  /// The numbers, for loops; alive as long as the vector.
  let numbers: Numbers

  /// So many zeros.
  init(count: Int) {
    self.count = count
    numbers = .allocate(capacity: count)
    numbers.initialize(repeating: 0, count: count)
  }

  deinit { numbers.deallocate() }

  subscript(index: Int) -> Double {
    get { numbers[index] }
    set { numbers[index] = newValue }
  }

  /// A copy of the numbers.
  var array: [Double] { Array(UnsafeBufferPointer(start: numbers, count: count)) }
}
