import SurveyModel

/// Puts SSYK 2012 codes on titles as employers write them: by a person's decision, else where the title, normalised, is
/// the name of a group or one of the synonyms. Everything else is left uncoded: nothing is accepted on likeness.
///
/// Exact forms go before stems, names of groups before synonyms, and a form that means two groups means none.
package struct OccupationCoder: Sendable {
  /// How a code was found, as `OccupationRow.coding` says it.
  package enum Way: String, CaseIterable, Hashable, Sendable { case exact, synonym, decision, none }

  package struct Coding: Hashable, Sendable {
    /// SSYK 2012, four digits (three where the title names a group of that level that has several), `all-other` or
    /// `uncoded`.
    package var code: String
    package var way: Way
    /// Of the person who decided, for a decision.
    package var role: String?
  }

  private struct Index: Sendable {
    let way: Way
    /// Nil: the form means more than one group.
    private var codes: [String: String?] = [:]

    init(_ way: Way) { self.way = way }

    mutating func add(_ form: String, _ code: String) {
      guard !form.isEmpty else { return }
      if let known = codes[form] { codes[form] = known == code ? code : .some(nil) } else { codes[form] = code }
    }

    func code(_ form: String) -> String? { codes[form] ?? nil }
  }

  private let decisions: [String: CodingDecision]
  private let exact: [Index]
  private let stemmed: [Index]

  /// - Parameter decisions: titles that a person has put a code on.
  package init(_ classifications: Classifications, decisions: [CodingDecision] = []) {
    self.decisions = Dictionary(
      decisions.map { (OccupationTitle($0.title).key, $0) }, uniquingKeysWith: { _, later in later })
    var exact = [Index(.exact), Index(.synonym), Index(.exact)]
    var stemmed = exact
    func add(_ title: String, _ code: String, to place: Int) {
      let title = OccupationTitle(title)
      exact[place].add(title.key, code)
      for stem in title.stems { stemmed[place].add(stem, code) }
    }
    for occupation in classifications.occupations.values.sorted(by: { $0.code < $1.code }) {
      switch occupation.code.count {
      case 4:
        for name in Set([occupation.name.sv, occupation.name.en]) { add(name, occupation.code, to: 0) }
      case 3:
        let groups = classifications.occupations.keys.filter { $0.count == 4 && $0.hasPrefix(occupation.code) }
        let code = groups.count == 1 ? groups[0] : occupation.code
        for name in Set([occupation.name.sv, occupation.name.en]) { add(name, code, to: 2) }
      default: break
      }
    }
    for synonym in classifications.occupationSynonyms { add(synonym.title, synonym.code, to: 1) }
    self.exact = exact
    self.stemmed = stemmed
  }

  package func code(_ title: String) -> Coding {
    let title = OccupationTitle(title)
    if let decision = decisions[title.key] {
      return Coding(code: decision.ssyk, way: .decision, role: decision.role)
    }
    if Self.isAllOther(title) { return Coding(code: Occupation.allOther, way: .exact) }
    for index in exact {
      if let code = index.code(title.key) { return Coding(code: code, way: index.way) }
    }
    for index in stemmed {
      if let code = title.stems.lazy.compactMap(index.code).first { return Coding(code: code, way: index.way) }
    }
    return Coding(code: Occupation.uncoded, way: .none)
  }

  /// Whether a title is that of the row for the rest of the staff.
  static func isAllOther(_ title: String) -> Bool { isAllOther(OccupationTitle(title)) }

  private static func isAllOther(_ title: OccupationTitle) -> Bool { allOther.contains(title.key) }

  private static let allOther: Set<String> = [
    "allaövriga", "övriga", "övrigt", "övrigapersonal", "övrigpersonal", "övrigayrken", "övrigaanställda", "allaandra",
    "resten", "restenavpersonalen", "allother", "allothers", "other", "others", "otheroccupations", "therest",
  ]
}
