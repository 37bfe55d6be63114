import Diagnostics
import ReleasedRecords
import SwedishText

/// One report in one language: every name a template may use, in groups. `first-page.actions`, `tables.recruitment`.
struct Report {
  let study: Study
  let released: Released
  let words: Words

  init(study: Study, released: Released, language: Language) {
    self.study = study
    self.released = released
    words = Words(
      language: language, study: study,
      leftOut: released.statements.filter { $0.section == Self.excluded }.map { language == .swedish ? $0.sv : $0.en })
  }

  /// Where the statements stand that name whom figures leave out.
  private static let excluded = "excluded"

  /// The sections that a template may name whether or not the study has tables for them; a study may have others.
  static let sections = [
    "staff", "posts-to-fill", "retirements", "occupations", "private-and-public", "small-and-large",
    "vanishing-and-emerging",
    "competences", "recruitment", "hiring-supports", "need-and-supply",
  ]

  /// Municipalities side by side: for studies of several.
  private static let comparison = "municipalities"

  /// The report's text; sections of the study that the template has no place for come where it names `tables.other`.
  ///
  /// - Throws: `wrongStudyFile` for unknown names, and for sections that would be left out.
  func text(from template: StrictTemplate) throws(StageFailure) -> String {
    let named = template.namesUsed
    let left = ownSections.filter { !named.contains("tables.\($0)") }
    guard left.isEmpty || named.contains("tables.other") else {
      throw StageFailure(
        .wrongStudyFile,
        left.map { section in
          Problem(
            .error, at: SourceLocation(path: template.path), "the template leaves out a section of the study",
            expected: "{{tables.\(section)}}", hint: "name it, or {{tables.other}} for all that are not named")
        })
    }
    var values = values
    values["tables"]?["other"] = left.map { tables(of: $0) }.joined(separator: "\n\n")
    return Markdown.tidy(try template.render(values, asked: asked))
  }

  private var ownSections: [String] {
    var met: Set<String> = []
    return study.tables.map(\.section).filter { met.insert($0).inserted }
  }

  /// Which sections the study has tables for. One without any is left out, heading and all.
  private var asked: [String: Bool] {
    let own = Set(ownSections)
    var asked = Dictionary(uniqueKeysWithValues: own.union(Self.sections).map { ($0, own.contains($0)) })
    asked[Self.comparison] = study.municipalities.count > 1
    return asked
  }

  /// By group and name: all that a template may print.
  private var values: [String: [String: String]] {
    var values = sentences
    values["tables"] = Dictionary(uniqueKeysWithValues: Set(Self.sections + ownSections).map { ($0, tables(of: $0)) })
    values["figures"] = Figures(report: self).values
    return values
  }

  /// What is said in sentences, by group and name.
  var sentences: [String: [String: String]] {
    [
      "report": ReportHead(report: self).values,
      "first-page": FirstPage(report: self).values,
      "response": ResponseSection(report: self).values,
      "nonresponse": NonresponseSection(report: self).values,
      "need": NeedSection(report: self).values,
      "retirement": RetirementSection(report: self).values,
      "staff": StaffSection(report: self).values,
      "contrast": ContrastSection(report: self).values,
      "change": ChangeSection(report: self).values,
      "skills": SkillsSection(report: self).values,
      "gap": GapSection(report: self).values,
      "method": MethodSection(report: self).values,
      "process": ProcessSection(report: self).values,
      "editing": EditingSection(report: self).values,
      "sources": SourceSection(report: self).values,
    ]
  }

  private func tables(of section: String) -> String {
    let specs = study.tables.filter { $0.section == section }
    guard !specs.isEmpty else {
      return words.pick("*Studien har ingen tabell om detta.*", "*The study has no table about this.*")
    }
    return TableSection(report: self, specs: specs).markdown
  }

  // MARK: What several sections ask

  /// The occupations of a level that have cells of an indicator, in the order of the codes; without the rest rows.
  func occupations(of indicator: Indicator, digits: Int) -> [String] {
    var met: Set<String> = []
    return released.cells
      .filter { $0.indicator == indicator && $0.domain.dimensionsInUse == 1 }
      .compactMap(\.occupation)
      .filter { $0.utf8.count == digits && $0 != Occupation.allOther && $0 != Occupation.uncoded }
      .filter { met.insert($0).inserted }
      .sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  /// The items of an indicator for the whole population, in the order of the questionnaire.
  func items(of indicator: Indicator) -> [String] {
    var met: Set<String> = []
    return released.cells
      .filter { $0.indicator == indicator && $0.domain.dimensionsInUse == 0 }
      .compactMap(\.item).filter { met.insert($0).inserted }
  }

  /// Whom the figures of sentences leave out, where tables have a mark.
  func without(_ cells: [ReleasedCell?]) -> [String] {
    guard cells.contains(where: { $0?.status == .shown && $0?.excludesDominant == true }) else { return [] }
    return [words.pick("Siffrorna är ", "The figures are ") + words.withoutDominant + "."]
  }

  var fieldDates: String {
    words.wording.dates(from: study.fieldworkStart, to: study.fieldworkEnd)
      ?? "\(study.fieldworkStart)–\(study.fieldworkEnd)"
  }
}
