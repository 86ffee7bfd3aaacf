/// Makes the cells of a table made by hand what the fields of its rows read: plain numbers under known names.
///
/// What is changed is noted with its place; what could be read in two ways is refused.
package struct HandMadeTable {
  private var table: Table
  private let fields: [String: FieldDescription]
  private let currency: String
  private var log = IssueLog()

  /// The table with plain numbers in the columns of numbers.
  ///
  /// `currency` is that of the model: amounts in 元 are read only where it is CNY.
  package static func plain(
    _ table: Table,
    fields: [FieldDescription],
    currency: String,
    log: inout IssueLog
  ) -> Table {
    var work = HandMadeTable(table, fields, currency)
    let names = fields.map(\.name)
    for column in table.header.indices {
      let scale = work.settleHeading(column, names)
      work.settleCells(of: column, scale)
    }
    log.merge(work.log)
    return work.table
  }

  private init(_ table: Table, _ fields: [FieldDescription], _ currency: String) {
    self.table = table
    self.fields = Dictionary(fields.map { ($0.name, $0) }) { first, _ in first }
    self.currency = currency
  }

  /// The unit that a heading gives its numbers, and what they are multiplied by for it.
  private typealias Scale = (unit: String, factor: Double)

  /// Gives a column the name it stands for; nil where the heading gives its numbers no unit.
  private mutating func settleHeading(_ column: Int, _ names: [String]) -> Scale? {
    let cell = table.header[column]
    guard fields[cell.text] == nil else { return nil }
    let heading = TableHeading(cell.text)
    guard let name = heading.column(among: names), table.column(name) == nil else { return nil }
    table.header[column].text = name
    var scale: Scale?
    let wanted = unit(of: name)
    if !heading.unit.isEmpty {
      guard let from = UnitSymbol.of(heading.unit), let to = UnitSymbol.of(wanted),
        from.agrees(with: to)
      else {
        log.error(
          at: cell.place,
          field: cell.text,
          rule:
            "has the unit \(heading.unit), where \(wanted.isEmpty ? "no unit" : wanted) is meant",
          fix: "Call the column `\(name)` and write its numbers so."
        )
        return nil
      }
      scale = (heading.unit, from.factor / to.factor)
    }
    let factor = scale?.factor ?? 1
    let times = factor == 1 ? "" : ", each number times \(NumberText.shortest(factor))"
    log.note(at: cell.place, field: cell.text, rule: "is read as `\(name)`\(times)")
    return scale
  }

  /// Makes plain numbers of the cells of a column, and notes what the first was read as.
  private mutating func settleCells(of column: Int, _ scale: Scale?) {
    guard let field = fields[table.header[column].text], field.isNumeric else { return }
    var first: (place: Place, text: String, how: String)?
    var count = 0
    for row in table.rows.indices where column < table.rows[row].cells.count {
      let cell = table.rows[row].cells[column]
      guard !cell.text.isEmpty, !cell.isBroken else { continue }
      switch table.notation.read(cell.text, unit: scale?.unit ?? unit(of: field.name)) {
      case nil: break
      case .failure(let fault)?:
        log.error(
          at: cell.place,
          field: field.name,
          value: cell.text,
          rule: fault.rule,
          fix: fault.fix
        )
        table.rows[row].cells[column] = Table.Cell(text: "", place: cell.place, isBroken: true)
      case .success(let reading)?:
        table.rows[row].cells[column].text = reading.plain
        first = first ?? (cell.place, cell.text, reading.how)
        count += 1
      }
      if let scale, let number = NumberText.parse(table.rows[row].cells[column].text) {
        table.rows[row].cells[column].text = NumberText.shortest(number * scale.factor)
      }
    }
    guard let first else { return }
    let more = NumberNotation.more(count - 1)
    log.note(at: first.place, field: field.name, value: first.text, rule: first.how + more)
  }

  private func unit(of field: String) -> String {
    fields[field]?.unit?.symbol(in: currency) ?? ""
  }
}
