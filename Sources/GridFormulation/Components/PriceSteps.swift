package import Tables

/// Load by the price up to which it is worth its power: `MW:price` pairs, the cheapest first.
package struct PriceSteps: Sendable, Hashable {
  /// Load that drops out at a price.
  package struct Step: Sendable, Hashable {
    /// The load, MW.
    package let power: Double
    /// The price above which it drops out, per MWh.
    package let price: Double

    package init(power: Double, price: Double) {
      self.power = power
      self.price = price
    }
  }

  /// The steps by rising price.
  package let steps: [Step]

  /// Steps by rising price.
  package init(_ steps: [Step] = []) { self.steps = steps }

  /// The load of all steps, MW.
  package var power: Double { steps.reduce(0) { $0 + $1.power } }

  /// The steps as they are written in a cell.
  package var text: String {
    steps.map { "\(NumberText.shortest($0.power)):\(NumberText.shortest($0.price))" }
      .joined(separator: ";")
  }

  /// Reads steps, or tells what is wrong with the text.
  package static func read(_ text: String) -> Result<PriceSteps, FieldFault> {
    var steps: [Step] = []
    for part in text.split(separator: ";", omittingEmptySubsequences: true) {
      let numbers = part.split(separator: ":", omittingEmptySubsequences: false)
        .map { NumberText.parse(String($0.filter { $0 != " " })) }
      guard numbers.count == 2, let power = numbers[0], let price = numbers[1] else {
        return .failure(
          FieldFault(
            rule: "must be pairs of MW and price per MWh",
            fix: "Write MW:price pairs with `;` between: 40:600;30:900;20:1500."
          )
        )
      }
      guard power > 0, power <= 1e6, price >= 0, price <= 1e6 else {
        return .failure(
          FieldFault(
            rule: "must have MW above 0 and prices from 0 on, none above a million",
            fix: "Check the step \(part.filter { $0 != " " }): write MW, then the price, such as "
              + "40:600."
          )
        )
      }
      if let last = steps.last, last.price >= price {
        return .failure(
          FieldFault(
            rule: "must rise in price from step to step",
            fix: "Sort the steps and join those of one price."
          )
        )
      }
      steps.append(Step(power: power, price: price))
    }
    return .success(PriceSteps(steps))
  }
}

extension PriceSteps: FieldValue {
  /// Load by the price up to which it is worth its power.
  package static var form: FieldForm<PriceSteps> {
    FieldForm(numbers: "MW:price pairs", unit: .money(per: .megawattHour)) { text, _ in
      read(text)
    } show: {
      $0.text
    }
  }
}
