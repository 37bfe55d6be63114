import ConfidentialRecords
import Diagnostics
import SwedishText

/// The page for those who run the fieldwork: who has answered, how evenly, how well, and how sure the headlines will be
/// (OPS-19, WGT-07, F43). For authorised eyes: it names no unit, but shows strata of any size.
package struct FieldworkPage {
  private let study: Study
  private let strata: [FieldworkRecord]
  private let response: ResponseQuality
  private let answers: AnswerQuality
  private let forecast: PrecisionForecast
  private let missingDominant: Int
  private let dominant: Int
  private let lastAnswer: String?
  private let daysLeft: Int

  /// - Parameters:
  ///   - sums: of the whole input, without the dominant employers.
  ///   - process: what the stages before have counted.
  package init(aggregator: Aggregator, sums: AggregateSums, ratios: ItemRatios, process: [ProcessRecord])
    throws(StageFailure)
  {
    study = aggregator.study
    strata = aggregator.weighting.fieldwork
    response = ResponseQuality(strata)
    answers = AnswerQuality(process)
    missingDominant = aggregator.weighting.missingDominant.count
    dominant = aggregator.weighting.dominantGroups.count
    lastAnswer = sums.lastAnswer
    // No answer comes before the fieldwork has begun, nor after it has ended.
    let gone = days(from: study.fieldworkStart, to: min(study.asOf, study.fieldworkEnd)).map { $0 + 1 } ?? 0
    daysLeft = max(0, days(from: max(study.asOf, study.fieldworkStart), to: study.fieldworkEnd) ?? 0)
    forecast = try PrecisionForecast(
      aggregator: aggregator, sums: aggregator.full(sums, ratios: ratios), daysGone: max(0, gone), daysLeft: daysLeft)
  }

  package func markdown(_ wording: Wording) -> String {
    var page = StewardText(wording)
    page.heading(page.pick("Fältarbetet: ", "Fieldwork: ") + page.pick(study.title), level: 1)
    page.paragraph(state(page))
    page.heading(page.pick("Svar", "Response"))
    page.paragraph(rates(page))
    page.paragraph(evenness(page))
    addStrata(to: &page)
    page.heading(page.pick("Svarens kvalitet", "Quality of the answers"))
    addAnswers(to: &page)
    page.heading(page.pick("Hur säkra huvudtalen blir", "How sure the headlines will be"))
    addForecast(to: &page)
    return page.text
  }

  // MARK: Response

  private func state(_ page: StewardText) -> String {
    let day = page.wording.date(study.asOf) ?? study.asOf
    let latest = lastAnswer.map { page.wording.date($0) ?? $0 }
    let ago = lastAnswer.flatMap { days(from: $0, to: study.asOf) }
    var text = page.pick("Läget \(day).", "As of \(day).")
    if let latest, let ago {
      text += page.pick(
        " Det senaste svaret är från \(latest), \(ago) dagar tidigare.",
        " The latest answer is of \(latest), \(ago) days earlier.")
    } else {
      text += page.pick(" Inget svar har någon dag.", " No answer has a day.")
    }
    return text
      + page.pick(
        " Fältarbetet har \(daysLeft) dagar kvar.", " The fieldwork has \(daysLeft) days left.")
  }

  private func rates(_ page: StewardText) -> String {
    let eligible = response.approached - response.ineligible
    return page.pick(
      "\(page.wording.number(response.answered)) av \(page.wording.number(eligible)) som kunde svara har svarat (\(page.percent(response.answered, of: eligible))); vägt till registret \(page.percent(response.weightedRate)) av arbetsställena och \(page.percent(response.employeeRate)) av de anställda. \(page.wording.number(response.refused)) har avböjt, \(page.wording.number(response.open)) är inte nådda eller okända, \(page.wording.number(response.withdrawn)) har tagit tillbaka sitt svar. Dominerande arbetsgivare företräder sig själva och är inte med: \(dominant) har svarat, \(missingDominant) har det inte.",
      "\(page.wording.number(response.answered)) of \(page.wording.number(eligible)) that could answer have answered (\(page.percent(response.answered, of: eligible))); weighted to the frame \(page.percent(response.weightedRate)) of the workplaces and \(page.percent(response.employeeRate)) of the employees. \(page.wording.number(response.refused)) have refused, \(page.wording.number(response.open)) are not reached or not known, \(page.wording.number(response.withdrawn)) have withdrawn their answer. Dominant employers stand for themselves and are left out: \(dominant) have answered, \(missingDominant) have not."
    )
  }

  private func evenness(_ page: StewardText) -> String {
    guard let r = response.representativity else {
      return page.pick(
        "Ingen är tillfrågad, så R-indikatorn finns inte.", "Nobody was approached: there is no R-indicator.")
    }
    let error =
      r.standardError.map { page.pick("medelfel ", "standard error ") + page.number($0, decimals: 3) }
      ?? page.pick(
        "strata skiljer sig inte mer än slumpen gör", "the strata differ no more than chance makes them")
    return page.pick(
      "R-indikatorn är \(page.number(r.indicator, decimals: 3)) (\(error); utan rättelse för slumpen \(page.number(r.unadjusted, decimals: 3))). 1 betyder att alla strata svarar lika, 0 att ena halvan svarar och den andra inte. R = 1 − 2·S(ρ̂), ρ̂ svarsandelen i stratumet.",
      "The R-indicator is \(page.number(r.indicator, decimals: 3)) (\(error); uncorrected for chance \(page.number(r.unadjusted, decimals: 3))). 1 means that all strata answer alike, 0 that one half answers and the other does not. R = 1 − 2·S(ρ̂), ρ̂ the response rate of the stratum."
    )
  }

  private func addStrata(to page: inout StewardText) {
    page.table(
      page.wording == .swedish
        ? [
          "Stratum", "Registret", "Tillfrågade", "Svar", "Andel", "Andel av anställda", "Avböjt", "Ej kontakt",
          "Utgått", "Okänt", "Återtaget", "Vikt",
        ]
        : [
          "Stratum", "Frame", "Approached", "Answered", "Rate", "Staff rate", "Refused", "No contact", "Ineligible",
          "Unknown", "Withdrawn", "Weight",
        ],
      numbersFrom: 1,
      strata.filter { $0.approached > 0 }.map { stratum in
        let counts = [stratum.frameUnits, stratum.approached, stratum.answered].map { page.wording.number($0) }
        let others = [stratum.refused, stratum.noContact, stratum.ineligible, stratum.unknown, stratum.withdrawn]
        return [stratum.stratum] + counts
          + [
            page.percent(stratum.answered, of: stratum.approached - stratum.ineligible),
            page.percent(stratum.answeredEmployees, of: stratum.approachedEmployees),
          ] + others.map { page.wording.number($0) } + [page.number(stratum.weight, decimals: 2)]
      })
    let missed = strata.filter { $0.approached == 0 && $0.frameUnits > 0 }
    if !missed.isEmpty {
      page.paragraph(
        page.pick("Inte tillfrågade: ", "Not approached: ") + missed.map(\.stratum).joined(separator: ", ") + ".")
    }
  }

  // MARK: Answers

  private func addAnswers(to page: inout StewardText) {
    let (checks, failed, may) = (answers.checks, answers.failed, answers.mayFail)
    page.paragraph(
      page.pick(
        "Av \(page.wording.number(checks)) prövningar mot granskningsreglerna faller \(page.wording.number(failed)) (\(page.percent(failed, of: checks, decimals: 2))), och \(page.wording.number(may)) gör det för en del av det intervall som uppgetts. \(page.wording.number(answers.employersToAskAgain)) av \(page.wording.number(answers.responses)) svarande har något att fråga om igen.",
        "Of \(page.wording.number(checks)) checks against the edit rules \(page.wording.number(failed)) fail (\(page.percent(failed, of: checks, decimals: 2))), and \(page.wording.number(may)) do for a part of the range that was given. \(page.wording.number(answers.employersToAskAgain)) of \(page.wording.number(answers.responses)) respondents have something to be asked again."
      ))
    let items = answers.items.filter { $0.missingShare > 0 }
    guard !items.isEmpty else {
      return page.paragraph(page.pick("Inget svar saknas.", "No answer is missing."))
    }
    let wording = QuestionWording(study: study)
    page.table(
      page.wording == .swedish
        ? ["Fråga", "Gäller", "Skulle besvaras", "Saknas", "Vet inte", "Tomt", "Annat"]
        : ["Question", "About", "To be answered", "Missing", "Don't know", "Blank", "Other"],
      numbersFrom: 2,
      items.prefix(15).map { item in
        let (unknown, blank) = (item.missing[.doNotKnow] ?? 0, item.missing[.blank] ?? 0)
        return [
          ConceptReference(item.subject).map { wording[$0].0 } ?? item.subject, "`\(item.subject)`",
          page.wording.number(item.asked), page.percent(item.missingShare), page.percent(unknown, of: item.asked),
          page.percent(blank, of: item.asked),
          page.percent(item.asked - item.answered - unknown - blank, of: item.asked),
        ]
      })
    page.paragraph(
      page.pick(
        "De frågor där mest saknas. Tomt är också den flervalsfråga där inget har kryssats, även om inget var rätt svar.",
        "The questions where most is missing. Blank is also a question with many choices of which none was ticked, though none may have been the answer."
      ))
  }

  // MARK: Precision

  private func addForecast(to page: inout StewardText) {
    page.paragraph(
      page.pick(
        "Modell: svaren fortsätter i varje grupp i samma takt som hittills till sista dagen, eller tills alla som återstår har svarat; i den andra prognosen avgörs alla som återstår och svarar i samma andel som de avgjorda i gruppen. Skattningen, spridningen inom gruppen och osäkra svars gränser antas stå kvar. Då finns \(page.wording.number(forecast.answers[0])) respektive \(page.wording.number(forecast.answers[1])) svar, mot \(page.wording.number(response.answered)) nu.",
        "Model: in each group answers go on coming at the pace they have had until the last day, or until all that remain have answered; in the other forecast all that remain are settled and answer at the rate of those settled in the group. The estimate, the spread within the group and the limits of uncertain answers are taken to stay. There will then be \(page.wording.number(forecast.answers[0])) and \(page.wording.number(forecast.answers[1])) answers, against \(page.wording.number(response.answered)) now."
      ))
    page.table(
      page.wording == .swedish
        ? [
          "Huvudtal", "Tabell", "Skattning", "Imputerat", "Medelfel nu", "samma takt", "alla avgjorda", "Bredd nu",
          "samma takt", "alla avgjorda", "Klass",
        ]
        : [
          "Headline", "Table", "Estimate", "Imputed", "Standard error now", "same pace", "all settled", "Width now",
          "same pace", "all settled", "Grade",
        ],
      numbersFrom: 2,
      forecast.lines.map { row($0, page) })
  }

  private func row(_ line: PrecisionForecast.Line, _ page: StewardText) -> [String] {
    let records = [line.now] + line.forecasts
    let title = study.tables.first { $0.id == line.table }?.title
    let domain = line.now.domain.key
    let widths = records.map { record -> Double? in
      guard let low = record.low, let high = record.high else { return nil }
      return high - low
    }
    var cells = ["`\(line.now.indicator.rawValue)\(domain.isEmpty ? "" : ":" + domain)`"]
    cells.append(title.map { page.pick($0) } ?? "–")
    cells += [page.number(line.now.estimate), page.percent(line.now.imputedShare)]
    cells += records.map { page.number($0.standardError) }
    cells += widths.map { page.number($0) }
    cells.append(records.map(\.grade.rawValue).joined(separator: " → "))
    return cells
  }
}
