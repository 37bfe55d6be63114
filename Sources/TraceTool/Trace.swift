import ConfidentialRecords
import ReleasedRecords

/// A printed figure, walked back to where it comes from (OPS-06). For authorised eyes: it says why a cell is hidden, and how
/// wide the interval is of one that is too uncertain to print. It names no employer and holds no answer; of a confidential
/// cell it tells the rule and nothing that was reckoned.
package struct Trace {
  private let records: TraceRecords
  private let study: Study
  private let page: String?
  private var cell: ReleasedCell { records.cell }

  /// - Parameter page: the method page of the indicator, nil where there is none.
  package init(_ records: TraceRecords, study: Study, page: String?) {
    self.records = records
    self.study = study
    self.page = page
  }

  package var text: String {
    let origins = AnswerOrigins(cell: cell, study: study, process: records.process)
    let blocks: [(String, [String])] = [
      ("cell", [cell.id, title, "for authorised eyes: it tells more of what is not printed than the report does"]),
      ("printed", printed),
      ("hidden", HidingReasons(cell: cell, entry: records.disclosure, study: study).lines),
      ("formula", [[cell.formula, FormulaText.text(cell.formula)].compactMap(\.self).joined(separator: ": ")]),
      ("method", [page ?? "no page of \(MethodPages.folder) names it"]),
      ("grade", grade),
      ("verdict", isSecret ? [] : records.gap.map { VerdictReasons(gap: $0).lines } ?? []),
      ("place", place),
      ("weights", isEstimated ? WeightClasses(records.fieldwork, cell: cell, study: study).lines : []),
      ("counts", counts),
      ("imputed", imputed),
      ("editing", editing),
      ("questions", origins.questions),
      ("answers", origins.answers),
      ("rules", origins.rules),
    ]
    return blocks.map { TraceText.block($0.0, $0.1) }.joined()
  }

  /// Nothing is said of it but why.
  private var isSecret: Bool { cell.status == .confidential }
  private var isEstimated: Bool { records.estimate != nil }

  private var title: String {
    let table = study.tables.first { $0.id == cell.table }
    return [
      "\(cell.indicator.rawValue), \(cell.unit)", table.map { "table “\($0.title.en)” (\($0.title.sv))" },
      "feature \(cell.feature)",
      cell.excludesDominant == true ? "without dominant employers that have given no waiver" : nil,
      needOf(table).map { "made of \($0) and supply.csv" },
      cell.dominantMissing == true ? "a dominant employer has not answered" : nil,
    ].compactMap(\.self).joined(separator: "; ")
  }

  /// The need that a gap is made of has a trace of its own.
  private func needOf(_ table: TableSpec?) -> String? {
    guard cell.indicator.isFromSupply, table?.indicators.contains(.replacementNeed) == true else { return nil }
    var domain = cell.domain
    domain.item = nil
    return "\(cell.table)/\(Indicator.replacementNeed.rawValue)/\(domain.key)"
  }

  private var printed: [String] {
    guard cell.status == .shown else { return ["no number: \(cell.status.rawValue)"] }
    let grade = cell.grade.map { "grade \($0.rawValue)" } ?? "as stated, without a grade"
    let range = cell.low.flatMap { low in
      cell.high.map { "95 % interval \(TraceText.number(low)) to \(TraceText.number($0))" }
    }
    let bounds = cell.boundLow.flatMap { low in
      cell.boundHigh.map { "bounds of uncertain answers \(TraceText.number(low)) to \(TraceText.number($0))" }
    }
    return [
      [
        cell.estimate.map { TraceText.number($0) }, range, cell.direction.map { "direction \($0.rawValue)" },
        cell.verdict.map { "verdict \($0.rawValue)" }, grade,
      ].compactMap(\.self).joined(separator: "; ")
    ] + [bounds].compactMap(\.self)
  }

  private var grade: [String] {
    guard !isSecret else { return ["not told: the cell is confidential"] }
    if let gap = records.gap, cell.indicator == .gap {
      return ["\(gap.grade.rawValue) (\(FormulaText.grade))"] + GradeReasons(gap: gap, cutOffs: study.grades).lines
    }
    guard let estimate = records.estimate else { return [] }
    guard estimate.estimate != nil else { return ["D: there is no estimate"] }
    return ["\(estimate.grade.rawValue) (\(FormulaText.grade))"]
      + GradeReasons(estimate, cutOffs: study.grades).lines
  }

  private var place: [String] {
    records.rank.map { ["\($0.first) to \($0.last) of \($0.of), Holm's correction over all pairs (F48)"] } ?? []
  }

  private var counts: [String] {
    guard let estimate = records.estimate, !isSecret else { return [] }
    return [
      "answers in the base \(estimate.answers), of frame units \(estimate.frameUnits)",
      "contributors with something else than 0: \(estimate.contributors)",
      estimate.effectiveSize.map { "effective number of answers (Kish) \(TraceText.number($0))" },
      "degrees of freedom \(estimate.degreesOfFreedom)",
    ].compactMap(\.self)
  }

  private var imputed: [String] {
    guard let estimate = records.estimate, !isSecret else { return [] }
    return [
      "share of the figure \(TraceText.share(estimate.imputedShare))"
        + (estimate.doNotKnowShare.map { "; employers who do not know \(TraceText.share($0))" } ?? "")
    ]
  }

  private var editing: [String] {
    guard let editing = records.editing else { return [] }
    return [
      editing.change.map { "moved it by \(TraceText.number($0)) %" },
      editing.rules.isEmpty
        ? nil : editing.rules.map { "\($0.rule) \(TraceText.number($0.change)) %" }.joined(separator: ", "),
    ].compactMap(\.self)
  }
}
