import ReleasedRecords

/// What the report is, of when, and about whom.
struct ReportHead {
  let report: Report

  var values: [String: String] {
    let (words, study) = (report.words, report.study)
    return [
      "title": study.title[words.language],
      "client": study.client[words.language],
      "place": words.place,
      "as-of": words.wording.date(study.asOf) ?? study.asOf,
      "base-date": words.wording.date(study.baseDate) ?? study.baseDate,
      "field-dates": report.fieldDates,
      "long-form-from": words.wording.number(study.longFormFrom),
      "vintage": words.wording.months(from: study.frame.vintage, to: study.frame.vintage) ?? study.frame.vintage,
      "notice": study.isSynthetic
        ? words.pick(
          "> **Exempel med påhittade uppgifter.** Arbetsgivare, svar och siffror är påhittade för att visa systemet. De säger ingenting om verkligheten.",
          "> **An example with made-up data.** Employers, answers and figures are made up to show the system. They say nothing about reality."
        )
        : "",
      "edition": words.pick(
        "> **Arbetsutgåva.** Siffrorna kan komma att ändras.", "> **Working edition.** Figures may change."),
    ]
  }
}
