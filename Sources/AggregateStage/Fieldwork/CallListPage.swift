import ConfidentialRecords
import SwedishText

extension CallList {
  private static let shown = 20

  /// The first calls in words, for those who phone. All of them, with every number, are in `call-list.csv`.
  package func page(_ wording: Wording) -> String {
    var page = StewardText(wording)
    page.heading(page.pick("Vilka som bör ringas först: ", "Whom to phone first: ") + page.pick(study.title), level: 1)
    page.paragraph(
      page.pick(
        "Läget \(wording.date(study.asOf) ?? study.asOf). Listan gäller vad ett samtal kan göra med undersökningens huvudtal. Vad granskningen vill ha rättat står i listan över frågor att ställa igen.",
        "As of \(wording.date(study.asOf) ?? study.asOf). The list is of what a call may do to the headlines of the study. What editing wants put right stands in the list of what to ask again."
      ))
    guard !calls.isEmpty else {
      page.paragraph(
        page.pick("Inget samtal skulle ändra något huvudtal.", "No call would change any of the headlines."))
      return page.text
    }
    page.table(
      page.wording == .swedish
        ? [
          "", "Arbetsställe", "Läge", "Fråga", "Tabell", "Huvudtal", "Anställda", "Poäng", "Trolig ändring",
          "Största ändring", "Kan ändra omdömet",
        ]
        : [
          "", "Workplace", "State", "Question", "Table", "Headline", "Staff", "Score", "Likely change",
          "Largest change", "May flip",
        ],
      numbersFrom: 6, calls.prefix(Self.shown).enumerated().compactMap { row($0 + 1, $1, page) })
    page.paragraph(explanation(page))
    return page.text
  }

  private func row(_ place: Int, _ call: Call, _ page: StewardText) -> [String]? {
    guard let first = call.questions.first else { return nil }
    let about = first.about(QuestionWording(study: study))
    let table = study.tables.first { $0.id == first.headline.table }
    let flip = call.questions.lazy.compactMap(\.flip).first
    return [
      "\(place)", call.unit.establishment, state(call.unit, page),
      (about.question.isEmpty ? "" : about.question + " ") + page.pick(about.text)
        + (call.questions.count > 1
          ? page.pick(" (och \(call.questions.count - 1) till)", " (and \(call.questions.count - 1) more)") : ""),
      table.map { page.pick($0.title) } ?? "–", "`\(first.headline.name)`", page.wording.number(call.unit.employees),
      page.number(call.globalScore, decimals: 1), page.number(first.move.likely), page.number(first.move.largest),
      flip.map { "`\($0.cell)` \($0.from.text) → \($0.to.text)" } ?? page.pick("nej", "no"),
    ]
  }

  private func state(_ unit: CallCandidate, _ page: StewardText) -> String {
    switch unit.disposition {
    case nil: page.pick("har svarat", "has answered")
    case .refused: page.pick("har avböjt", "has refused")
    case .noContact: page.pick("ej kontakt", "not reached")
    default: page.pick("okänt", "not known")
    }
  }

  private func explanation(_ page: StewardText) -> String {
    page.pick(
      """
      Poängen är F40: hur många medelfel svaret troligen flyttar det huvudtal det flyttar mest, \(norm(page)) över det som finns att fråga om. För ett svar som saknas är avståndet det troliga inom studiens angivna gränser, för ett arbetsställe som inte svarat dess väntade värde mot gruppens medelvärde och gruppens spridning. Den största ändringen är den som gränserna medger. Omdömet är tillförlitlighetsklassen (A till D) och det tecken som intervallet avgör; medelfelet hålls fast när det prövas. Verdikt om brist bildas i nästa steg och prövas inte här. Den som har avböjt rings bara om studiens regler medger en ny förfrågan. Den som har tagit tillbaka sitt svar står här som ej nådd: se efter i `decisions/withdrawn.csv` innan någon rings.
      """,
      """
      The score is F40: how many standard errors the answer is likely to move the headline that it moves most, \(norm(page)) over what there is to ask. For a missing answer the distance is the likely one within the study's stated limits; for a workplace that has not answered, that of what is expected of it from the mean of its group, and the group's spread. The largest change is the one that the limits allow. What may flip is the grade (A to D) and the sign that the interval decides, the standard error held fixed. Verdicts of shortage are made in the next stage and not tried here. Who has refused is phoned only where the rules of the study permit another approach. Who has withdrawn an answer stands here as not reached: look in `decisions/withdrawn.csv` before anyone is phoned.
      """)
  }

  private func norm(_ page: StewardText) -> String {
    switch study.callList.score {
    case .sum: page.pick("summerat", "summed")
    case .euclidean: page.pick("som roten ur kvadratsumman", "as the root of the sum of squares")
    case .maximum: page.pick("som det största", "at its largest")
    }
  }
}
