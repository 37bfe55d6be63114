import SurveyModel

/// The names and titles that a code is known of, by their forms. Exact forms go before stems, names of groups before the
/// project's own synonyms, those before the titles of the employment service's taxonomy.
struct KnownTitles: Sendable {
  private enum List: Int, CaseIterable { case names, synonyms, titles, wideNames }

  struct Hit {
    var hit: TitleIndex.Hit
    /// The title is a name of the classification.
    var isName: Bool
  }

  private let codes: Set<String>
  private var exact = [TitleIndex](repeating: TitleIndex(), count: List.allCases.count)
  private var stemmed = [TitleIndex](repeating: TitleIndex(), count: List.allCases.count)
  /// The titles on each side of a slash, where nothing else is called so.
  private var parts = TitleIndex()
  /// Exact forms by their ends, for a title that is misspelt.
  private var spellings: [UInt32: [Spelling]] = [:]

  private struct Spelling: Sendable {
    var letters: [UInt8]
    var code: String
    var title: String
  }

  init(_ classifications: Classifications) {
    codes = Set(classifications.occupations.keys.filter { $0.count >= 3 })
    for occupation in classifications.occupations.values.sorted(by: { $0.code < $1.code }) {
      let names = Set([occupation.name.sv, occupation.name.en]).sorted()
      switch occupation.code.count {
      case 4: for name in names { add(name, occupation.code, to: .names) }
      case 3:
        let groups = classifications.occupations.keys.filter { $0.count == 4 && $0.hasPrefix(occupation.code) }
        let code = groups.count == 1 ? groups[0] : occupation.code
        for name in names { add(name, code, to: .wideNames) }
      default: break
      }
    }
    for synonym in classifications.occupationSynonyms { add(synonym.title, synonym.code, to: .synonyms) }
    for title in classifications.occupationTitles { add(title.title, title.code, to: .titles) }
  }

  private mutating func add(_ title: String, _ code: String, to list: List) {
    let (whole, parts) = OccupationTitle.alternatives(of: title)
    for form in Set(whole) {
      let spelling = Spelling(letters: Misspelling.letters(form.key), code: code, title: title)
      for end in Misspelling.ends(spelling.letters) { spellings[end, default: []].append(spelling) }
      exact[list.rawValue].add(form.key, code)
      for stem in form.stems { stemmed[list.rawValue].add(stem, code) }
    }
    guard list == .titles || list == .synonyms else { return }
    for part in Set(parts) { for stem in part.stems { self.parts.add(stem, code) } }
  }

  /// Nil: nothing of that name is known.
  func look(up title: String) -> Hit? {
    let (whole, parts) = OccupationTitle.alternatives(of: title)
    for form in whole where codes.contains(form.key) { return Hit(hit: .code(form.key), isName: true) }
    if let hit = first(of: whole) ?? first(of: whole.compactMap(\.twin)) { return hit }
    return agreement(of: parts)
  }

  /// The group of the known titles that are one slip away, where they agree on three digits, and the first of them.
  func misspelt(_ title: OccupationTitle) -> (code: String, like: String)? {
    let letters = Misspelling.letters(title.key)
    var near: [Spelling] = []
    for end in Misspelling.ends(letters) {
      for spelling in spellings[end] ?? [] where Misspelling.isOneSlip(letters, spelling.letters) {
        near.append(spelling)
      }
    }
    guard let code = TitleIndex.agreed(Set(near.map(\.code))), let like = near.map(\.title).min() else { return nil }
    return (code, like)
  }

  private func first(of forms: [OccupationTitle]) -> Hit? {
    for (place, index) in exact.enumerated() {
      for form in forms { if let hit = index.hit(form.key) { return Hit(hit: hit, isName: Self.isName(place)) } }
    }
    let stems = forms.flatMap(\.stems)
    for (place, index) in stemmed.enumerated() {
      for stem in stems {
        if let hit = index.hit(stem) { return Hit(hit: hit, isName: Self.isName(place)) }
      }
    }
    for stem in stems {
      if case .code(let code) = parts.hit(stem) { return Hit(hit: .code(code), isName: false) }
    }
    return nil
  }

  private static func isName(_ place: Int) -> Bool { place == List.names.rawValue || place == List.wideNames.rawValue }

  /// What titles on each side of a slash have in common.
  private func agreement(of parts: [OccupationTitle]) -> Hit? {
    var codes: Set<String> = []
    for part in parts {
      switch first(of: [part])?.hit {
      case .code(let code): codes.insert(code)
      case .ambiguous(let several): codes.formUnion(several)
      case nil: continue
      }
    }
    guard !codes.isEmpty else { return nil }
    return Hit(hit: TitleIndex.agreed(codes).map(TitleIndex.Hit.code) ?? .ambiguous(codes.sorted()), isName: false)
  }
}
