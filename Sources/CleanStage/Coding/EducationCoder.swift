import SurveyModel

/// Puts a level on education as people write it: `gymnasieexamen`, `3 år på högskola`, `SeQF 4`, `OCN nivå 2`, a code of
/// SUN 2020; each with where the level comes from (COD-03).
package struct EducationCoder: Sendable {
  package enum Coding: Hashable, Sendable {
    case level(QualificationLevel)
    /// Several qualifications of different levels are named: the SUN codes.
    case ambiguous([String])
    case unknown
  }

  private let lists: EducationLists
  /// By the words of the name.
  private let names: [[String]: Qualification]
  private let longest: Int

  package init(_ classifications: Classifications) {
    lists = classifications.education
    names = Dictionary(
      lists.qualifications.map { (Self.words($0.name), $0) }, uniquingKeysWith: { first, _ in first })
    longest = names.keys.map(\.count).max() ?? 0
  }

  package func code(_ written: String) -> Coding {
    let words = Self.words(String(written.prefix(300)))
    if let level = coded(words) ?? framework(words) ?? openCollege(words) ?? years(words) { return .level(level) }
    return named(words)
  }

  // MARK: Codes and frameworks

  /// A code of SUN 2020 that stands alone, or after `SUN`.
  private func coded(_ words: [String]) -> QualificationLevel? {
    let rest = words.first == "sun" ? Array(words.dropFirst()) : words
    guard rest.count == 1, rest[0].count == 3 || rest.count < words.count, lists.levels[rest[0]] != nil else {
      return nil
    }
    return QualificationLevel(sun: rest[0], seqf: nil, source: .selfStated, reason: "SUN \(rest[0])")
  }

  /// `SeQF 5`, `EQF nivå 4`: what is said of a qualification that was placed by decision.
  private func framework(_ words: [String]) -> QualificationLevel? {
    for (place, word) in words.enumerated() where word == "seqf" || word == "eqf" {
      guard let level = Self.number(after: place, in: words) ?? Self.number(before: place, in: words),
        (1...8).contains(level)
      else { continue }
      return QualificationLevel(
        sun: nil, seqf: level, source: .refereed, reason: "\(word == "eqf" ? "EQF" : "SeQF") \(level)")
    }
    return nil
  }

  /// `OCN nivå 2, 6 poäng`: validated, at the level of SeQF that compares.
  private func openCollege(_ words: [String]) -> QualificationLevel? {
    guard let place = words.firstIndex(of: "ocn"), let level = Self.number(after: place, in: words) else { return nil }
    let credits = words.indices.dropFirst().first { ["poäng", "credits", "credit"].contains(words[$0]) }
      .flatMap { Int(words[$0 - 1]) }
    guard let unit = OCNUnit(level: level, credits: credits) else { return nil }
    let size = unit.credits.map { ", \($0) credits" } ?? ""
    return QualificationLevel(
      sun: nil, seqf: unit.comparableSeQF, source: .validated, reason: "OCN level \(level)\(size), by comparison")
  }

  // MARK: Years of study

  /// `3 år på högskola`, `180 hp`, `två års gymnasium`: no qualification, so no level of SeQF.
  private func years(_ words: [String]) -> QualificationLevel? {
    if let place = words.firstIndex(where: { ["hp", "högskolepoäng"].contains($0) }), place > 0,
      let points = Int(words[place - 1]), (1...600).contains(points)
    {
      return study(years: points / 60, from: Self.higher, reason: "\(points) hp")
    }
    guard let place = words.firstIndex(where: { ["år", "års", "years", "year"].contains($0) }), place > 0,
      let years = Int(words[place - 1]) ?? Self.numerals[words[place - 1]], (1...12).contains(years)
    else { return nil }
    let rest = words[place...]
    for (stems, levels) in [
      (["högskol", "universitet", "university", "college"], Self.higher),
      (["gymnasi", "upper"], Self.upperSecondary), (["yrkeshögskol", "yh"], Self.vocational),
    ] {
      if rest.contains(where: { word in stems.contains { word.hasPrefix($0) } }) {
        return study(years: years, from: levels, reason: "\(years) years")
      }
    }
    return nil
  }

  private func study(years: Int, from levels: [String], reason: String) -> QualificationLevel {
    QualificationLevel(
      sun: levels[min(max(0, years - 1), levels.count - 1)], seqf: nil, source: .selfStated, reason: reason)
  }

  /// SUN 2020 after one, two, … years.
  private static let higher = ["41", "52", "53", "54", "55"]
  private static let upperSecondary = ["31", "32", "33"]
  private static let vocational = ["415", "525", "535"]

  private static let numerals = [
    "ett": 1, "två": 2, "tre": 3, "fyra": 4, "fem": 5, "sex": 6, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5,
  ]

  // MARK: Names

  /// The longest names that stand in the text; the level of one, where they do not differ.
  private func named(_ words: [String]) -> Coding {
    var found: [Qualification] = []
    var place = 0
    while place < words.count {
      let length = stride(from: min(longest, words.count - place), to: 0, by: -1).first {
        names[Array(words[place..<place + $0])] != nil
      }
      if let length, let qualification = names[Array(words[place..<place + length])] { found.append(qualification) }
      place += length ?? 1
    }
    // `ej examen från högskola`, `gymnasium utan slutbetyg`: what is denied is no level.
    guard let first = found.first, words.allSatisfy({ !Self.denials.contains($0) }) else { return .unknown }
    // `Gymnasieexamen från gymnasieskola`: of names of one level the one that says most.
    let most = found.max { ($0.sun.count, $0.seqf ?? 0) < ($1.sun.count, $1.seqf ?? 0) } ?? first
    guard found.allSatisfy({ $0.sun.first == most.sun.first }) else {
      return .ambiguous(Set(found.map(\.sun)).sorted())
    }
    let isValidated = words.contains { $0.hasPrefix("valider") || $0 == "validated" }
    let isSaid = words.contains { ["motsvarande", "nivå", "equivalent", "ungefär"].contains($0) }
    let source: LevelSource = isValidated ? .validated : isSaid || !most.isFormal ? .selfStated : .formal
    return .level(
      QualificationLevel(
        sun: most.sun, seqf: isSaid && !isValidated ? nil : most.seqf, source: source, reason: most.name))
  }

  private static let denials: Set<String> = ["ej", "inte", "inga", "utan", "not", "no", "without", "avbruten"]

  // MARK: Words

  /// Lower case, of letters and digits; a hyphen joins (`yh-examen`), a mark of a level is passed over.
  private static func words(_ text: String) -> [String] {
    WrittenText(text).text.split { !($0.isLetter || $0.isNumber || $0 == "-" || $0 == "'") }.map(String.init)
      .filter { $0 != "-" }
  }

  private static func number(after place: Int, in words: [String]) -> Int? {
    words[(place + 1)...].prefix(2).first { !levelWords.contains($0) }.flatMap { Int($0) }
  }

  private static func number(before place: Int, in words: [String]) -> Int? {
    words[..<place].reversed().prefix(2).first { !levelWords.contains($0) && $0 != "i" }.flatMap { Int($0) }
  }

  private static let levelWords: Set<String> = ["nivå", "level", "-"]
}
