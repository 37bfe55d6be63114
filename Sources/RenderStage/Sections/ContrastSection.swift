import ReleasedRecords

/// Contrasts between sectors and between sizes: said only where the difference stands when all comparisons made beside
/// it are reckoned in (EST-17, F48).
struct ContrastSection {
  let report: Report
  private static let most = 3

  private var words: Words { report.words }

  var values: [String: String] {
    [
      "sectors": contrasts(in: "sector"), "sizes": contrasts(in: "sizeClass"),
      "municipalities": MunicipalityComparison(report: report).markdown,
    ]
  }

  /// Two cells of which the first is the larger, and the place of their measure in the report.
  private struct Contrast {
    var high: ReleasedCell
    var low: ReleasedCell
    var adjustedP: Double
    /// Between the intervals; below 0 where they meet.
    var distance: Double { (high.low ?? 0) - (low.high ?? 0) }
  }

  private func contrasts(in family: String) -> String {
    let compared = report.released.contrasts.filter { $0.family == family }
    guard let comparisons = compared.first?.comparisons else {
      return words.pick(
        "Andelarna är för osäkra, eller hemliga, för att jämföras.",
        "The shares are too uncertain, or confidential, to be compared.")
    }
    let found = clearest(compared.compactMap { contrast($0) })
    let tried = words.pick(
      "*Prövat tillsammans: \(words.wording.count(comparisons, one: "jämförelse", many: "jämförelser")) av andelar (Holms metod).*",
      "*Tried together: \(words.wording.count(comparisons, one: "comparison", many: "comparisons")) of shares (Holm's method).*"
    )
    guard !found.isEmpty else {
      return words.pick(
        "I de andelar som rapporten har är skillnaderna för osäkra för att uttalas.",
        "In the shares that the report has the differences are too uncertain to be stated.") + " " + tried
    }
    return found.prefix(Self.most).map { "- " + sentence($0) }.joined(separator: "\n") + "\n\n" + tried
  }

  private func contrast(_ record: ReleasedContrast) -> Contrast? {
    guard let direction = record.direction, let first = report.released.cell(id: record.first),
      let second = report.released.cell(id: record.second), first.isSpeakable, second.isSpeakable
    else { return nil }
    return direction == .positive
      ? Contrast(high: first, low: second, adjustedP: record.adjustedP)
      : Contrast(high: second, low: first, adjustedP: record.adjustedP)
  }

  /// Of each measure the two whose intervals are farthest apart; the clearest measures first.
  private func clearest(_ contrasts: [Contrast]) -> [Contrast] {
    var best: [Contrast] = []
    for contrast in contrasts {
      let place = best.firstIndex {
        $0.high.indicator == contrast.high.indicator && $0.high.item == contrast.high.item
      }
      guard let place else {
        best.append(contrast)
        continue
      }
      if contrast.distance > best[place].distance { best[place] = contrast }
    }
    return best.enumerated()
      .sorted { ($0.element.adjustedP, $0.offset) < ($1.element.adjustedP, $1.offset) }.map(\.element)
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
