import ReleasedRecords

/// Contrasts between sectors and between sizes: said in words only where the intervals do not meet (EST-17).
struct ContrastSection {
  let report: Report

  var values: [String: String] {
    [
      "sectors": contrast(of: .recruitmentAttemptShare, among: sectors),
      "sizes": contrast(of: .recruitmentAttemptShare, among: sizes),
    ]
  }

  private var sectors: [Domain] { Sector.allCases.map { Domain(sector: $0.rawValue) } }
  private var sizes: [Domain] { report.study.sizeClasses.map { Domain(sizeClass: $0.code) } }

  private func contrast(of indicator: Indicator, among domains: [Domain]) -> String {
    let words = report.words
    let cells = domains.compactMap { report.released.cell(indicator, $0) }
      .filter { $0.status == .shown && $0.low != nil && $0.high != nil }
    let pairs = cells.flatMap { a in cells.filter { b in (a.low ?? 0) > (b.high ?? 1) }.map { (a, $0) } }
    let what = words.pick("har försökt rekrytera det senaste året", "tried to recruit in the last year")
    guard !pairs.isEmpty else {
      return words.pick(
        "Skillnaderna i hur många som \(what) är för osäkra för att uttalas.",
        "The differences in how many \(what) are too uncertain to be stated.")
    }
    let lines = pairs.prefix(3).map { high, low in
      let (a, b) = (words.domain(high.domain, of: indicator), words.domain(low.domain, of: indicator))
      let (x, y) = (words.interval(high) ?? "", words.interval(low) ?? "")
      return words.pick(
        "- Fler \(what) bland \(words.inSentence(a)) (\(x)) än bland \(words.inSentence(b)) (\(y)).",
        "- More \(what) among \(words.inSentence(a)) (\(x)) than among \(words.inSentence(b)) (\(y)).")
    }
    return lines.joined(separator: "\n")
  }
}
