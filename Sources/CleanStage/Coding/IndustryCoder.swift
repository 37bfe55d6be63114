import SurveyModel

/// Finds the division of SNI 2007 that an answer names: by code (`25`, `25.110`, `25110`), by a section's letter, or by
/// the name of a division or section, in any form.
package struct IndustryCoder: Sendable {
  package enum Coding: Hashable, Sendable {
    case division(String, section: String, reason: String)
    case section(String, reason: String)
    case ambiguous([String])
    case unknown
  }

  private let sections: [IndustrySection]
  private let sectionOfDivision: [String: String]
  private var divisionNames = TitleSet()
  private var sectionNames = TitleSet()

  package init(_ classifications: Classifications) {
    sections = classifications.sections
    sectionOfDivision = Dictionary(
      sections.flatMap { section in section.divisions.map { ($0, section.letter) } }, uniquingKeysWith: { a, _ in a })
    for (code, name) in classifications.divisionNames { divisionNames.add(name, code) }
    for section in sections {
      for name in Set([section.name.sv, section.name.en]) { sectionNames.add(name, section.letter) }
    }
  }

  package func code(_ written: String) -> Coding {
    let text = WrittenText(String(written.prefix(300))).text
    let bare = text.hasPrefix("sni") ? String(text.dropFirst(3)) : text
    let digits = bare.filter { !" .-".contains($0) }
    if digits.count >= 2, digits.count <= 5, digits.allSatisfy({ ("0"..."9").contains($0) }) {
      let division = String(digits.prefix(2))
      return sectionOfDivision[division].map { .division(division, section: $0, reason: "code") } ?? .unknown
    }
    if digits.count == 1, let section = sections.first(where: { $0.letter.lowercased() == digits }) {
      return .section(section.letter, reason: "code")
    }
    let divisions = divisionNames.codes(of: text)
    if let division = divisions.first, divisions.count == 1, let section = sectionOfDivision[division] {
      return .division(division, section: section, reason: "name")
    }
    let letters = sectionNames.codes(of: text)
    if letters.count == 1, divisions.allSatisfy({ sectionOfDivision[$0] == letters[0] }) {
      return .section(letters[0], reason: "name")
    }
    let all = divisions + letters
    return all.isEmpty ? .unknown : .ambiguous(all)
  }
}

/// Names by their stems; a name of several things joined (`Jordbruk och jakt`) is also known by each of them.
private struct TitleSet: Sendable {
  private var codes: [String: Set<String>] = [:]

  mutating func add(_ name: String, _ code: String) {
    let pieces = name.split { ",;".contains($0) }.flatMap { $0.split(separator: " ").split(separator: "och") }
      .map { $0.joined(separator: " ") }
    for piece in [name] + pieces {
      for stem in OccupationTitle(piece).stems where stem.count > 3 { codes[stem, default: []].insert(code) }
    }
  }

  func codes(of text: String) -> [String] {
    OccupationTitle(text).stems.reduce(into: Set()) { $0.formUnion(codes[$1] ?? []) }.sorted()
  }
}
