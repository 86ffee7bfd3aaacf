package import GridFormulation
package import Tables

/// The words of one language: labels, sentences with places to fill, and the names of what enums list.
package struct Words: Sendable {
  /// The language.
  package let language: Language

  /// The words of a language.
  package init(_ language: Language) { self.language = language }

  /// A label.
  package subscript(_ word: Word) -> String {
    (language == .chinese ? ChineseWords.labels : EnglishWords.labels)[word] ?? word.rawValue
  }

  /// A sentence with its places `{1}`, `{2}` … filled.
  package func callAsFunction(_ note: Note, _ parts: String...) -> String {
    let notes = language == .chinese ? ChineseNotes.sentences : EnglishNotes.sentences
    var text = notes[note] ?? note.rawValue
    for (index, part) in parts.enumerated() {
      text = text.replacing("{\(index + 1)}", with: part)
    }
    return text
  }

  /// The name of a technology.
  package func name(_ technology: Technology) -> String {
    language == .chinese
      ? ChineseNames.technologies[technology] ?? technology.rawValue
      : EnglishNames.technologies[technology] ?? technology.rawValue
  }

  /// The name of what a part of the objective pays for.
  package func cost(_ kind: String) -> String {
    guard let known = CostKind(rawValue: kind) else { return kind }
    return language == .chinese
      ? ChineseNames.costs[known] ?? kind : EnglishNames.costs[known] ?? kind
  }

  /// The name of a goal's metric.
  package func metric(_ name: String) -> String {
    (language == .chinese ? ChineseNames.metrics : EnglishNames.metrics)[name] ?? name
  }

  /// How a goal counts.
  package func variant(_ name: String) -> String {
    (language == .chinese ? ChineseNames.variants : EnglishNames.variants)[name] ?? name
  }

  /// A verdict.
  package func verdict(_ verdict: String) -> String {
    switch verdict {
    case "pass": self[.pass]
    case "fail": self[.fail]
    case "unattainable": self[.unattainable]
    default: self[.notJudged]
    }
  }

  /// A zone as it is called: provinces by their names in Chinese, all others as the model has them.
  package func place(_ zone: String) -> String {
    language == .chinese ? ChineseNames.places[zone] ?? zone : zone
  }

  /// The name of a month, 1…12.
  package func month(_ number: Int) -> String {
    language == .chinese ? "\(number)月" : EnglishNames.months[number - 1]
  }
}

extension Words {
  /// What a goal asks of its value.
  package func comparison(_ name: String) -> String {
    switch name {
    case "at-least": self[.atLeast]
    case "at-most": self[.atMost]
    case "above": self[.above]
    case "below": self[.below]
    default: self[.about]
    }
  }

  /// The part of a cluster, such as its retrofitted units; a name of the model's own stays.
  func part(_ name: String) -> String {
    switch name {
    case "original": self[.partOriginal]
    case "retrofitted": self[.partRetrofitted]
    default: name
    }
  }

  /// A fuel: its kind where its name tells no more.
  func fuel(_ name: String) -> String {
    guard language == .chinese else { return name }
    let kinds = ["coal": "煤", "lignite": "褐煤", "gas": "天然气", "oil": "油", "biomass": "生物质"]
    return kinds[name] ?? name
  }

  /// How closely units are followed.
  func commitment(_ detail: CommitmentDetail) -> String {
    self[detail == .linear ? .commitmentLinear : .commitmentNone]
  }

  /// What plans ask for and no power model tells.
  func beyond(_ name: String) -> String {
    language == .chinese ? ChineseNames.beyond[name] ?? name : name
  }

  /// A label with its one place filled.
  func filled(_ word: Word, _ part: String) -> String { self[word].replacing("{1}", with: part) }

  /// What a technology drew.
  func drawn(by technology: Technology, isZone: Bool) -> String {
    switch technology {
    case .exchange: self[.exportEnergy]
    case .corridor, .line, .converter: self[isZone ? .sentToZones : .linkLosses]
    case .pumpedHydro: filled(.pumping, name(technology))
    case .battery, .otherStorage: filled(.charging, name(technology))
    case let plant where plant.isGeneration: filled(.ownUseOf, name(plant))
    default: filled(.drawnBy, name(technology))
    }
  }

  /// What a technology gave.
  func given(by technology: Technology, isZone: Bool) -> String {
    switch technology {
    case .exchange: self[.importEnergy]
    case .corridor, .line, .converter: self[.fromZones]
    case let load where load.isFlexibleLoad: filled(.callOf, name(load))
    default: name(technology)
    }
  }
}
