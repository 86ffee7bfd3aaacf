/// What cells and values say, whatever their spelling.
package enum ValueText {
  /// Whether two texts stand for one value: `0.50` and `0.5`, `yes` and `true`.
  package static func isSame(_ left: String, _ right: String) -> Bool {
    if left == right { return true }
    if let left = NumberText.parse(left), let right = NumberText.parse(right) {
      return left == right
    }
    guard let left = YesNo.parse(left), let right = YesNo.parse(right) else { return false }
    return left == right
  }
}
