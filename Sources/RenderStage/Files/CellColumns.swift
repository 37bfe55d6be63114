import ReleasedRecords

/// The columns of a table of cells: tidy, one row per cell, codes with their labels in both languages (REP-02).
struct CellColumns {
  typealias Column = FileColumn<ReleasedCell>

  let spec: TableSpec
  let sv: Words
  let en: Words

  init(spec: TableSpec, study: Study) {
    self.spec = spec
    sv = Words(language: .swedish, study: study)
    en = Words(language: .english, study: study)
  }

  var all: [Column] { head + spec.by.flatMap { dimension($0) } + horizon + item + outcome + base }

  private var head: [Column] {
    [
      Column("id", .string, "Cell: table, indicator and domain; unique") { .text($0.id) },
      Column("indicator", .string, "Code of the indicator") { .text($0.indicator.rawValue) },
      Column("indicator_sv", .string, "Name of the indicator in Swedish") { .text(sv.name(of: $0.indicator)) },
      Column("indicator_en", .string, "Name of the indicator in English") { .text(en.name(of: $0.indicator)) },
      Column("formula", .string, "Number of the formula in the method pages") { .text($0.formula) },
      Column("unit", .string, "persons, employers, share (0 to 1), ratio, balance (-1 to 1) or grade (1 to 5)") {
        .text($0.unit)
      },
    ]
  }

  private func labelled(
    _ name: String, _ what: String, _ code: @escaping (ReleasedCell) -> String?,
    _ label: @escaping (Words, String, ReleasedCell) -> String
  ) -> [Column] {
    [
      Column(name, .string, "\(what); empty: all") { .optional(code($0)) },
      Column(name + "_sv", .string, "\(what) in Swedish") { cell in .optional(code(cell).map { label(sv, $0, cell) }) },
      Column(name + "_en", .string, "\(what) in English") { cell in .optional(code(cell).map { label(en, $0, cell) }) },
    ]
  }

  private func dimension(_ dimension: Dimension) -> [Column] {
    switch dimension {
    case .municipality:
      [
        Column("municipality", .string, "Municipality, four digits; empty: all") { .optional($0.municipality) },
        Column("municipality_name", .string, "Name of the municipality") { cell in
          .optional(cell.municipality.map { sv.municipality($0) })
        },
      ]
    case .sector: labelled("sector", "Sector of the employer", \.sector) { words, code, _ in words.sector(code) }
    case .section:
      labelled("industry_section", "Section of SNI 2007", \.section) { words, code, _ in words.section(code) }
    case .sizeClass:
      labelled("size_class", "Employees on the frame", \.sizeClass) { words, code, _ in words.sizeClass(code) }
    case .occupation1, .occupation2, .occupation3:
      labelled("occupation", "Occupation, SSYK 2012", \.occupation) { words, code, _ in words.occupation(code) }
    case .horizon, .item: []
    }
  }

  private var horizon: [Column] {
    guard spec.indicators.contains(where: \.hasHorizon) else { return [] }
    return [Column("horizon", .integer, "Years from the base date") { .optional($0.horizon) }]
  }

  private var item: [Column] {
    guard spec.indicators.contains(where: \.hasItems) else { return [] }
    return labelled("item", "What the indicator lists", \.item) { words, code, cell in
      words.item(code, of: cell.indicator)
    }
  }

  private var outcome: [Column] {
    [
      Column("status", .string, "shown, zero, cannotOccur, uncertain, confidential or notAsked") {
        .text($0.status.rawValue)
      },
      Column("symbol", .string, "The status as the report prints it; empty: shown") { .text(sv.symbol($0.status)) },
      Column("grade", .string, "A number, B interval, C words, D nothing") { .optional($0.grade?.rawValue) },
      Column("estimate", .number, "The estimate, rounded; where grade A allows it") { .optional($0.estimate) },
      Column("low", .number, "Lower end of the 95 per cent interval, with the bounds for uncertain answers") {
        .optional($0.low)
      },
      Column("high", .number, "Upper end of the interval") { .optional($0.high) },
      Column("bound_low", .number, "Lower bound under the stated limits, without sampling error") {
        .optional($0.boundLow)
      },
      Column("bound_high", .number, "Upper bound under the stated limits, without sampling error") {
        .optional($0.boundHigh)
      },
      Column("direction", .string, "positive or negative, where the sign is decided") {
        .optional($0.direction?.rawValue)
      },
      Column("verdict", .string, "What may be claimed of a gap") { .optional($0.verdict?.rawValue) },
      Column("missing_components", .string, "Components of supply without data, separated by spaces") {
        .optional($0.missingComponents.flatMap { $0.isEmpty ? nil : $0.joined(separator: " ") })
      },
    ]
  }

  private var base: [Column] {
    [
      Column("answers", .integer, "Answers in the base") { .optional($0.answers) },
      Column("effective_size", .number, "Effective number of answers") { .optional($0.effectiveSize) },
      Column("imputed_share", .number, "Share of the estimate that rests on imputed values") {
        .optional($0.imputedShare)
      },
      Column("do_not_know_share", .number, "Share of the answers that are do not know") {
        .optional($0.doNotKnowShare)
      },
      Column("excludes_dominant", .boolean, "Printed without dominant employers who have given no waiver") {
        .flag($0.excludesDominant)
      },
      Column("dominant_missing", .boolean, "A dominant employer has not answered; the others only") {
        .flag($0.dominantMissing)
      },
      Column("feature", .string, "The feature that the cell serves") { .text($0.feature) },
    ]
  }
}
