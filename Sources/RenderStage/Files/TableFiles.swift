import ReleasedRecords

/// Every table of the study, the response by stratum and the counts of the process, as files for machines.
struct TableFiles {
  let study: Study
  let released: Released

  var all: [TableFile] { study.tables.map { cells($0) } + [response, nonresponse, process, assumptions, registry] }
  var files: [RenderedFile] { all.flatMap(\.files) }

  private var registry: TableFile {
    AssumptionSection(report: Report(study: study, released: released, language: .english)).file
  }

  private func cells(_ spec: TableSpec) -> TableFile {
    TableFile(
      name: spec.id, title: spec.title, columns: CellColumns(spec: spec, study: study).all,
      records: released.cells(ofTable: spec.id))
  }

  private var response: TableFile {
    typealias Column = FileColumn<ReleasedFieldwork>
    let sv = Words(language: .swedish, study: study)
    let en = Words(language: .english, study: study)
    return TableFile(
      name: "response", title: LocalizedText(sv: "Svar efter stratum", en: "Response by stratum"),
      columns: [
        Column("stratum", .string, "Stratum: municipality, sector and size on the frame") { .text($0.stratum) },
        Column("municipality", .string, "Municipality, four digits") { .text($0.municipality) },
        Column("sector", .string, "Sector of the employer") { .text($0.sector.rawValue) },
        Column("sector_sv", .string, "Sector in Swedish") { .text(sv.sector($0.sector.rawValue)) },
        Column("sector_en", .string, "Sector in English") { .text(en.sector($0.sector.rawValue)) },
        Column("size_class", .string, "Employees on the frame") { .text($0.sizeClass) },
        Column("response_group", .string, "Strata whose answers share a weight") { .text($0.group) },
        Column("frame_units", .integer, "Workplaces on the frame") { .integer($0.frameUnits) },
        Column("approached", .integer, "Asked") { .integer($0.approached) },
        Column("answered", .integer, "Answered") { .integer($0.answered) },
        Column("refused", .integer, "Refused") { .integer($0.refused) },
        Column("no_contact", .integer, "Not reached") { .integer($0.noContact) },
        Column("ineligible", .integer, "Closed, moved or without staff") { .integer($0.ineligible) },
        Column("response_rate", .number, "Answered over approached and not ineligible (AAPOR RR2)") {
          .optional($0.responseRate.map { ($0 * 1000).rounded() / 1000 })
        },
        Column("answered_staff_share", .number, "Share of the approached units' staff at those that answered") {
          .optional($0.answeredStaffShare)
        },
      ], records: released.fieldwork)
  }

  private var nonresponse: TableFile {
    typealias Column = FileColumn<ReleasedNonresponse>
    return TableFile(
      name: "nonresponse",
      title: LocalizedText(sv: "Bortfallets gränser", en: "Bounds of nonresponse"),
      columns: [
        Column("cell", .string, "The printed cell that the bounds are of") { .text($0.cell) },
        Column("indicator", .string, "What is estimated") { .text($0.indicator.rawValue) },
        Column("municipality", .string, "Municipality, four digits; empty: all") { .optional($0.municipality) },
        Column("horizon", .integer, "Years from the base date; empty: today") { .optional($0.horizon) },
        Column("worst_low", .number, "Least, with all that did not answer at their assumed limits; rounded outwards") {
          .optional($0.worstLow)
        },
        Column("worst_high", .number, "Most, with all that did not answer at their assumed limits; rounded outwards") {
          .optional($0.worstHigh)
        },
        Column("factor", .number, "Those who did not answer lie within this factor of those who did") {
          .optional($0.factor)
        },
        Column("plausible_low", .number, "Least, within the factor; rounded outwards") { .optional($0.plausibleLow) },
        Column("plausible_high", .number, "Most, within the factor; rounded outwards") { .optional($0.plausibleHigh) },
        Column("feature", .string, "The feature that the bounds serve") { .text($0.feature) },
      ], records: released.nonresponse)
  }

  /// The limits within which an answer that says too little is taken to lie (F21, DOC-10).
  private var assumptions: TableFile {
    typealias Column = FileColumn<Assumptions.RatioLimit>
    return TableFile(
      name: "assumptions",
      title: LocalizedText(sv: "Antagna gränser för öppna svar", en: "Assumed limits of open answers"),
      columns: [
        Column("concept", .string, "What is answered, with the horizon in years where it has one") {
          .text($0.concept.description)
        },
        Column("size_class", .string, "Employees on the frame; empty: all other sizes") { .optional($0.sizeClass) },
        Column("lower", .number, "Least, as a share of staff, or of the occupation's headcount") { .number($0.lower) },
        Column("upper", .number, "Most, as a share of staff, or of the occupation's headcount") { .number($0.upper) },
      ], records: study.assumptions.ratioLimits)
  }

  private var process: TableFile {
    typealias Column = FileColumn<ProcessRecord>
    let sv = Words(language: .swedish, study: study)
    let en = Words(language: .english, study: study)
    return TableFile(
      name: "process", title: LocalizedText(sv: "Räkneverk", en: "Counts of the process"),
      columns: [
        Column("stage", .string, "Stage of the walk") { .text($0.stage) },
        Column("what", .string, "What is counted") { .text($0.what) },
        Column("what_sv", .string, "What is counted, in Swedish") { .text(ProcessWords.what($0, sv)) },
        Column("what_en", .string, "What is counted, in English") { .text(ProcessWords.what($0, en)) },
        Column("key", .string, "Rule, reason or source; empty: all") { .optional($0.key) },
        Column("key_sv", .string, "The key in Swedish, where it is a word") { record in
          .optional(record.key.flatMap { ProcessWords.key($0, sv) })
        },
        Column("key_en", .string, "The key in English, where it is a word") { record in
          .optional(record.key.flatMap { ProcessWords.key($0, en) })
        },
        Column("count", .integer, "How many") { .integer($0.count) },
        Column("feature", .string, "The feature that the count serves") { .text($0.feature) },
      ], records: released.process)
  }
}

extension ReleasedFieldwork {
  /// Answered over all that were asked and not found ineligible (AAPOR RR2); nil where there are none.
  var responseRate: Double? {
    approached > ineligible ? Double(answered) / Double(approached - ineligible) : nil
  }
}
