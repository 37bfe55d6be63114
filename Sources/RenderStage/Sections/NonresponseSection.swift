import ReleasedRecords
import SwedishText

/// How far those who did not answer could move the figures that lead the report (WGT-08), and what a standard error is of
/// where everybody was asked (WGT-09).
struct NonresponseSection {
  let report: Report

  private var words: Words { report.words }
  private var released: Released { report.released }

  var values: [String: String] { ["bounds": bounds, "census": census] }

  // MARK: Census

  /// One sentence where all of the frame was asked, or all of some sizes; nothing where all strata are samples.
  private var census: String {
    let strata = released.fieldwork.filter { $0.frameUnits > 0 }
    let isWhole = strata.map { $0.approached >= $0.frameUnits }
    let silent = strata.reduce(0) { $0 + max(0, $1.approached - $1.ineligible - $1.answered) }
    guard !strata.isEmpty, isWhole.contains(true) else { return "" }
    guard isWhole.allSatisfy({ $0 }) else {
      return words.pick(
        "Där alla tillfrågades finns inget urvalsfel: medelfelet gäller bortfallet, och förutsätter att de som svarade är som slumpvis valda ur sin grupp.",
        "Where all were asked there is no sampling error: the standard error is of nonresponse, and takes those who answered to be like a random choice from their group."
      )
    }
    return silent > 0
      ? words.pick(
        "**Alla i registret tillfrågades, så det finns inget urvalsfel.** Medelfelen och intervallen gäller bortfallet: de förutsätter att de som svarade är som slumpvis valda ur sin grupp av arbetsgivare.",
        "**All on the frame were asked, so there is no sampling error.** Standard errors and intervals are of nonresponse: they take those who answered to be like a random choice from their group of employers."
      )
      : words.pick(
        "**Alla i registret tillfrågades och alla svarade: urvalsfelet är 0, och inget bortfall gör siffrorna osäkra.** Det som återstår är svar som saknas eller är osäkra.",
        "**All on the frame were asked and all answered: the sampling error is 0, and no nonresponse makes the figures unsure.** What remains are answers that are missing or unsure."
      )
  }

  // MARK: Bounds

  private var bounds: String {
    let told = released.nonresponse
    guard !told.isEmpty else {
      return words.pick(
        "Ingen av huvudsiffrorna visas med tal, så bortfallets gränser kan inte anges.",
        "None of the main figures is shown with a number, so the bounds of nonresponse cannot be given.")
    }
    let factor = told.compactMap(\.factor).first
    var heading = words.language == .swedish ? ["Siffra", "Skattning"] : ["Figure", "Estimate"]
    if factor != nil { heading.append(words.pick("Troligt spann", "Plausible band")) }
    heading.append(words.pick("Sämsta fall", "Worst case"))
    var table = MarkdownTable(heading: heading, words: [0])
    for figure in told {
      var row = [name(figure), words.cell(released.cells.first { $0.id == figure.cell })]
      if factor != nil { row.append(range(figure.plausibleLow, figure.plausibleHigh, figure)) }
      row.append(range(figure.worstLow, figure.worstHigh, figure))
      table.rows.append(row)
    }
    let text = table.text
    let notes = words.footnotes(in: text).map { "*\($0)*" }
    return ([text, "*\(explanation(factor))*"] + notes).joined(separator: "\n\n")
  }

  private func explanation(_ factor: Double?) -> String {
    let plausible = factor.map { factor in
      let number = words.wording.number(factor, decimals: 2)
      return words.pick(
        "Troligt spann: de som inte svarade ligger i genomsnitt inom en faktor \(number) från dem i samma grupp som svarade; för förändringar räknas avvikelsen på hur mycket de som svarade ändras, åt ena eller andra hållet. ",
        "Plausible band: those who did not answer lie on average within a factor of \(number) of those of the same group who did; for changes the deviation is reckoned on how much those who answered change, in one direction or the other. "
      )
    }
    return (plausible ?? "")
      + words.pick(
        "Sämsta fall: var och en som inte svarade ligger vid sina antagna gränser, alla åt samma håll. Urvalsfelet är inte med i spannen.",
        "Worst case: each of those who did not answer lies at its assumed limits, all in the same direction. Sampling error is in neither band."
      )
  }

  private func name(_ figure: ReleasedNonresponse) -> String {
    let place = figure.municipality.map { ", " + words.municipality($0) } ?? ""
    let scope = figure.indicator.isPerOccupation ? words.pick(", efter yrke", ", by occupation") : ""
    return words.name(of: figure.indicator) + scope + place + (figure.horizon.map { ", " + words.within($0) } ?? "")
  }

  private func range(_ low: Double?, _ high: Double?, _ figure: ReleasedNonresponse) -> String {
    guard let low, let high else {
      // Told for the one band and not for the other: the study states no limits.
      let isTold = figure.plausibleLow != nil || figure.worstLow != nil
      return words.symbol(isTold ? .uncertain : .confidential)
    }
    return words.wording.range(low, high)
  }
}
