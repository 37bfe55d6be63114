import ConfidentialRecords
import ReleasedRecords

/// Sentences on jobs that employers expect to vanish or to appear (COD-07), by how much stands behind them.
///
/// The ladder: a remark of one employer, or of two, is counted and never named, since who made it may be guessed;
/// several are as many enterprises as a sum needs to be shown; above them stand several whom a source outside the
/// survey supports (FOR-12). The sentence names the occupation and the first horizon
/// by which several say so, no number, and stays at the finest level of SSYK at which there are several.
struct JobStatements {
  let study: Study
  let outlook: JobOutlook

  struct Outcome {
    var statements: [Statement] = []
    /// Occupations that only one or two employers named, at the finest level.
    var withheld = 0
  }

  /// - Parameter isHidden: whether a cell, by place, is confidential.
  func statements(_ cells: [InputCell], isHidden: (Int) -> Bool) -> Outcome {
    var outcome = Outcome()
    for indicator in [Indicator.vanishingJobs, .emergingJobs] {
      var remarks: [String: Remark] = [:]
      var order: [String] = []
      for (place, cell) in cells.enumerated() where cell.indicator == indicator {
        guard let code = occupation(of: cell), let years = cell.estimate.horizon else { continue }
        let behind = cell.contributors.numerator
        guard behind.enterprises + behind.unprotectedEnterprises > 0 else { continue }
        if remarks[code] == nil {
          remarks[code] = Remark()
          order.append(code)
        }
        let isSeveral =
          behind.enterprises + behind.unprotectedEnterprises >= study.protection.minimumContributors
          && !isHidden(place)
        if isSeveral, years < remarks[code]?.years ?? .max { remarks[code] = Remark(years: years, cell: cell) }
      }
      for code in order.sorted() {
        guard let remark = remarks[code] else { continue }
        let isCoveredBelow = order.contains { $0.count > code.count && $0.hasPrefix(code) && remarks[$0]?.years != nil }
        let isFinest = !order.contains { $0.count > code.count && $0.hasPrefix(code) }
        if let cell = remark.cell, let years = remark.years {
          if !isCoveredBelow, let statement = statement(cell, code, years) { outcome.statements.append(statement) }
        } else if isFinest {
          outcome.withheld += 1
        }
      }
    }
    return outcome
  }

  private struct Remark {
    /// The first horizon by which several employers say so.
    var years: Int?
    var cell: InputCell?
  }

  /// The SSYK code of a cell that is broken down by nothing else.
  private func occupation(of cell: InputCell) -> String? {
    let domain = cell.estimate.domain
    guard let code = domain.occupation, code != Occupation.allOther, code != Occupation.uncoded,
      domain == Domain(occupation: code, horizon: domain.horizon)
    else { return nil }
    return code
  }

  private func statement(_ cell: InputCell, _ code: String, _ years: Int) -> Statement? {
    guard let name = study.classifications.occupations[code]?.name, let time = Self.time[years] else { return nil }
    let vanishes = cell.indicator == .vanishingJobs
    var statement = Statement()
    statement.section = study.tables.first { $0.id == cell.estimate.table }?.section ?? ""
    statement.key = "\(cell.indicator.rawValue)/\(code)"
    statement.sv =
      "\(name.sv): flera arbetsgivare väntar sig att jobb \(vanishes ? "försvinner" : "tillkommer") inom \(time.sv)."
    statement.en =
      "\(name.en): several employers expect jobs to \(vanishes ? "vanish" : "appear") within \(time.en)."
    statement.feature = "COD-07"
    if let found = outlook.source(for: code, vanishes: vanishes),
      let whom = study.classifications.occupations[found.occupation]?.name
    {
      let isSame = found.occupation == code
      statement.sv += " Detsamma säger källan ”\(found.source)”" + (isSame ? "." : " om \(whom.sv.lowercased()).")
      statement.en += " The source “\(found.source)” says the same" + (isSame ? "." : " of \(whom.en.lowercased()).")
      statement.feature = "FOR-12"
    }
    statement.cells = [cell.id]
    return statement
  }

  private static let time: [Int: LocalizedText] = [
    2: LocalizedText(sv: "två år", en: "two years"), 5: LocalizedText(sv: "fem år", en: "five years"),
    10: LocalizedText(sv: "tio år", en: "ten years"),
  ]
}
