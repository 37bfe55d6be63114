import ConfidentialRecords
import ReleasedRecords

/// What may be told of the effect of editing and of outliers: of figures that are printed with a number or an interval, in
/// whole per cent, and only where a change passes for a sum that may be shown (F25).
///
/// Changes hang together as the figures do: posts to fill less retirements leave growth and other leavers, and all
/// municipalities but one leave that one. So figures that hang together are told of together or not at all. A change
/// that is smaller than what rounding leaves open in the largest of them cannot be told from none, and hides nothing.
package struct EditingRelease {
  private let study: Study
  private let protected: Protected
  private let rules: EnterpriseRules

  package init(study: Study, protected: Protected) {
    self.study = study
    self.protected = protected
    rules = EnterpriseRules(study)
  }

  /// One for each headline that is printed, in the order given.
  package func effects(_ records: [EditingRecord]) -> [ReleasedEditing] {
    let printed = Dictionary(
      protected.cells.filter { $0.status == .shown && ($0.grade == .A || $0.grade == .B) && $0.occupation == nil }
        .map { (Place(indicator: $0.indicator, domain: $0.domain), $0.id) }, uniquingKeysWith: { first, _ in first })
    let headlines = records.filter { $0.edited.occupation == nil }
    let groups = Dictionary(grouping: headlines) { LinkedFigures($0.edited.indicator, horizon: $0.edited.horizon) }
    return headlines.compactMap { record in
      let edited = record.edited
      guard let cell = printed[Place(indicator: edited.indicator, domain: edited.domain)],
        let after = edited.estimate, after != 0
      else { return nil }
      func percent(_ change: Double) -> Double {
        let percent = (100 * change / abs(after)).rounded()
        return percent == 0 ? 0 : percent
      }
      let linked = groups[LinkedFigures(edited.indicator, horizon: edited.horizon)] ?? []
      var released = ReleasedEditing()
      released.cell = cell
      released.indicator = edited.indicator
      released.municipality = edited.municipality
      released.horizon = edited.horizon
      if mayBeTold(linked, { ($0.change, $0.behindEdits) }) {
        released.change = percent(record.change)
        // One rule that may not be told is what the others leave of the whole.
        if record.rules.allSatisfy({ isCovered($0.change, $0.behind, by: after) }) {
          released.rules = record.rules.prefix(Self.mostRules).map {
            ReleasedRuleEffect(rule: $0.rule, change: percent($0.change))
          }
        }
      }
      if mayBeTold(linked, { ($0.changeByOutliers, $0.behindOutliers) }) {
        released.outliers = percent(record.changeByOutliers)
      }
      return released
    }
  }

  private static let mostRules = 3

  private func mayBeTold(
    _ linked: [EditingRecord], _ change: (EditingRecord) -> (amount: Double, behind: Contributors)
  ) -> Bool {
    let largest = linked.compactMap(\.edited.estimate).map { abs($0) }.max() ?? 0
    return linked.allSatisfy { isCovered(change($0).amount, change($0).behind, by: largest) }
  }

  /// Enough stand behind a change, or rounding to whole per cent of a figure covers it.
  private func isCovered(_ change: Double, _ behind: Contributors, by figure: Double) -> Bool {
    rules.reason(toHide: behind) == nil || abs(change) <= 0.005 * abs(figure)
  }

  /// Verdicts that would be others without the answers marked as outliers, and how many of them may not be told.
  package func verdicts(_ gaps: [GapRecord], _ records: [EditingRecord]) -> (statements: [Statement], withheld: Int) {
    let behind = Dictionary(
      records.filter { $0.edited.indicator == .replacementNeed }.map { ($0.edited.domain, $0.behindOutliers) },
      uniquingKeysWith: { first, _ in first })
    var (statements, withheld): ([Statement], Int) = ([], 0)
    for gap in gaps {
      guard let other = gap.verdictWithoutOutliers else { continue }
      let domain = Domain(municipality: gap.municipality, occupation: gap.occupation, horizon: gap.horizon)
      let cell = protected.cells.first { $0.indicator == .gap && $0.domain == domain && $0.status == .shown }
      if let cell, let behind = behind[domain], rules.reason(toHide: behind) == nil,
        let statement = statement(gap, without: other, cell: cell.id)
      {
        statements.append(statement)
      } else {
        withheld += 1
      }
    }
    return (statements, withheld)
  }

  private func statement(_ gap: GapRecord, without other: Verdict, cell: String) -> Statement? {
    guard let with = Self.words[gap.verdict], let without = Self.words[other] else { return nil }
    let occupation =
      gap.occupation.map { study.classifications.occupations[$0]?.name }
      ?? LocalizedText(sv: "Alla yrken", en: "All occupations")
    guard let occupation else { return nil }
    var statement = Statement()
    statement.section = "editing"
    statement.key = "outliers/\(cell)"
    statement.sv =
      "\(occupation.sv), inom \(gap.horizon) år: omdömet är \(with.sv); utan de svar som skiljer sig mest från andras vore det \(without.sv)."
    statement.en =
      "\(occupation.en), within \(gap.horizon) years: the verdict is \(with.en); without the answers that differ most from others' it would be \(without.en)."
    statement.feature = "EDT-05"
    statement.cells = [cell]
    return statement
  }

  private struct Place: Hashable {
    var indicator: Indicator
    var domain: Domain
  }

  private static let words: [Verdict: LocalizedText] = [
    .shortageInEveryScenario: LocalizedText(sv: "brist i alla scenarier", en: "shortage in every scenario"),
    .likelyShortage: LocalizedText(sv: "sannolik brist", en: "likely shortage"),
    .undetermined: LocalizedText(sv: "att det inte går att avgöra", en: "undetermined"),
    .likelySurplus: LocalizedText(sv: "sannolikt överskott", en: "likely surplus"),
    .surplusInEveryScenario: LocalizedText(sv: "överskott i alla scenarier", en: "surplus in every scenario"),
  ]
}

extension EditingRecord {
  /// After editing less before, in the unit of the figure.
  fileprivate var change: Double { (edited.estimate ?? 0) - (unedited ?? edited.estimate ?? 0) }
  /// With outliers less without.
  fileprivate var changeByOutliers: Double {
    (edited.estimate ?? 0) - (withoutOutliers.estimate ?? edited.estimate ?? 0)
  }
}
