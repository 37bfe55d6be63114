import ReleasedRecords

/// Contrasts between sectors and between sizes: said in words only where the intervals do not meet (EST-17).
struct ContrastSection {
  let report: Report
  private static let most = 3

  private var words: Words { report.words }

  var values: [String: String] {
    [
      "sectors": contrasts(among: Sector.allCases.map { Domain(sector: $0.rawValue) }),
      "sizes": contrasts(among: report.study.sizeClasses.map { Domain(sizeClass: $0.code) }),
    ]
  }

  /// Two cells whose intervals do not meet, and how far they are apart.
  private struct Contrast {
    var high: ReleasedCell
    var low: ReleasedCell
    var distance: Double { (high.low ?? 0) - (low.high ?? 0) }
  }

  private func contrasts(among domains: [Domain]) -> String {
    let found = measures.compactMap { indicator, item in
      contrast(
        domains.compactMap { domain in
          var at = domain
          at.item = item
          return report.released.cell(indicator, at)
        })
    }
    guard !found.isEmpty else {
      return words.pick(
        "I de andelar som rapporten har är skillnaderna för osäkra för att uttalas.",
        "In the shares that the report has the differences are too uncertain to be stated.")
    }
    return found.enumerated().sorted { (-$0.element.distance, $0.offset) < (-$1.element.distance, $1.offset) }
      .prefix(Self.most).map { "- " + sentence($0.element) }.joined(separator: "\n")
  }

  private var measures: [(Indicator, String?)] {
    [(.recruitmentAttemptShare, nil), (.failureRate, nil), (.traineeContactShare, nil)]
      + report.items(of: .hiringSupports).map { (.hiringSupports, Optional($0)) }
  }

  /// The surely highest against the surely lowest.
  private func contrast(_ cells: [ReleasedCell]) -> Contrast? {
    let speakable = cells.filter(\.isSpeakable)
    guard let high = speakable.max(by: { ($0.low ?? 0) < ($1.low ?? 0) }),
      let low = speakable.min(by: { ($0.high ?? 1) < ($1.high ?? 1) })
    else { return nil }
    let contrast = Contrast(high: high, low: low)
    return contrast.distance > 0 ? contrast : nil
  }

  private func sentence(_ contrast: Contrast) -> String {
    let (more, less) = (said(contrast.high), said(contrast.low))
    switch contrast.high.indicator {
    case .recruitmentAttemptShare:
      return words.pick(
        "Fler har försökt rekrytera det senaste året bland \(more) än bland \(less).",
        "More tried to recruit in the last year among \(more) than among \(less).")
    case .failureRate:
      return words.pick(
        "En större del av dem som söktes hittades inte hos \(more) än hos \(less).",
        "A larger part of those sought were not found at \(more) than at \(less).")
    case .traineeContactShare:
      return words.pick(
        "Fler får kontaktas om praktik eller validering bland \(more) än bland \(less).",
        "More may be contacted about trainees or validation among \(more) than among \(less).")
    default:
      let item = words.item(contrast.high.item ?? "", of: contrast.high.indicator)
      return words.pick(
        "”\(item)” svarar fler bland \(more) än bland \(less).",
        "More answer “\(item)” among \(more) than among \(less).")
    }
  }

  private func said(_ cell: ReleasedCell) -> String {
    words.employers(sector: cell.sector, sizeClass: cell.sizeClass) + (words.interval(cell).map { " (\($0))" } ?? "")
  }
}
