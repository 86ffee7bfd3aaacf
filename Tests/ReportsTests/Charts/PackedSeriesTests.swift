import Foundation
import Reports
import Testing

/// Hourly numbers in a page.
struct PackedSeriesTests {
  /// Reads a packed series as the page does.
  private func unpacked(_ packed: PackedSeries) throws -> [Double] {
    let bytes = try #require(Data(base64Encoded: packed.text))
    var values: [Double] = []
    var (sum, word, shift) = (0, UInt(0), UInt(0))
    for byte in bytes {
      word |= UInt(byte & 127) << shift
      shift += 7
      guard byte < 128 else { continue }
      sum += Int(bitPattern: (word >> 1) ^ (0 &- (word & 1)))
      values.append(Double(sum) * packed.quantum)
      (word, shift) = (0, 0)
    }
    return values
  }

  @Test func `numbers come back to within half a step`() throws {
    let values: [Double] = [0, 0.004, -0.006, 17_412.337, -20_000.01, 1e6, 1e6, 0]
    let back = try unpacked(PackedSeries(values, kept: [0..<values.count], quantum: 0.01))
    #expect(back.count == values.count)
    for (value, read) in zip(values, back) { #expect(abs(value - read) <= 0.005 + 1e-9) }
  }

  @Test func `only the hours that are kept are packed`() throws {
    let values = (0..<100).map(Double.init)
    let back = try unpacked(PackedSeries(values, kept: [3..<5, 98..<100], quantum: 1))
    #expect(back == [3, 4, 98, 99])
  }

  @Test func `steady hours take a byte each`() {
    let packed = PackedSeries([Double](repeating: 500, count: 900), kept: [0..<900], quantum: 0.01)
    #expect(packed.text.utf8.count <= 4 * (900 + 3 + 2) / 3 + 1)
  }
}
