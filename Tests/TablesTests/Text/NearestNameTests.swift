import Tables
import TestSupport
import Testing

struct NearestNameTests {
  private let names = ["capacity_mw", "minimum_output_pu", "zone", "name", "cost_per_mwh"]

  @Test(
    arguments: zip(
      ["capacty_mw", "Capacity-MW", "minimum_ouptut_pu", "zoen", "cost_per_mhw"],
      ["capacity_mw", "capacity_mw", "minimum_output_pu", "zone", "cost_per_mwh"]
    )
  )
  func `a slip of the keyboard finds its name`(word: String, name: String) {
    #expect(NearestName.of(word, among: names) == name)
  }

  @Test(arguments: ["", "x", "entirely_else", "_"])
  func `a word far from all names finds none`(word: String) {
    #expect(NearestName.of(word, among: names) == nil)
  }

  @Test func `the fix lists what is known where nothing is near`() {
    #expect(NearestName.fix("x", among: ["a1", "b2"]) == "Known: a1, b2.")
    #expect(NearestName.fix("zoen", among: names) == "Did you mean `zone`?")
    #expect(NearestName.fix("x", among: []) == "There is none to choose from.")
  }

  @Test func `a word of megabytes is answered without work`() {
    let word = String(repeating: "a", count: 5_000_000)
    #expect(NearestName.of(word, among: names) == nil)
  }

  @Test func `UTF-8 is judged as the standard library judges it`() {
    var random = SeededBytes(seed: 3)
    for _ in 0..<20_000 {
      let count = Int.random(in: 0...6, using: &random)
      let bytes = (0..<count).map { _ in
        [UInt8.random(in: 0x7F...0xFF, using: &random), 0x41, 0x80].randomElement(using: &random)
          ?? 0
      }
      let isValid = String(validating: bytes, as: UTF8.self) != nil
      let found = bytes.withUnsafeBufferPointer { UTF8Check.firstInvalid($0) }
      #expect((found == nil) == isValid, "seed 3: \(bytes)")
    }
  }
}
