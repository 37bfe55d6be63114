import ReleasedRecords
import SwedishText

/// The register of external factors, what each of them does to the gap, and the gap with and without all that are on
/// (FOR-11).
struct FactorTable {
  let table: ForecastTable

  private var words: Words { table.words }
  private var factors: [ExternalFactor] { table.report.study.assumptions.factors }

  var parts: [String] {
    guard !factors.isEmpty else {
      return [words.pick("Studien har inga omvärldsfaktorer.", "The study has no external factors.")]
    }
    return [register, effects, without]
  }

  private var register: String {
    var text = MarkdownTable(
      heading: words.language == .swedish
        ? ["Omvärldsfaktor", "Vad den gör", "Gäller", "Tid", "Underlag", "Räknas med"]
        : ["External factor", "What it does", "Speaks of", "Time", "Evidence", "Counted"],
      words: [0, 1, 2, 3, 4, 5])
    for factor in factors {
      let entry = table.report.study.assumptions.entries.first { $0.id == factor.id }
      text.rows.append([
        Markdown.escape(factor.name[words.language]), words.size(of: factor), words.reach(of: factor),
        words.wording.list(factor.horizons.map { words.years($0.years) }),
        Markdown.escape(factor.evidence[words.language])
          + (entry.map { " *\(Markdown.escape($0.source)), \(words.wording.date($0.date) ?? $0.date).*" } ?? ""),
        factor.isOn ? words.pick("ja", "yes") : words.pick("nej", "no"),
      ])
    }
    return text.text
  }

  /// By factor and horizon, for all occupations that it speaks of.
  private var effects: String {
    let horizons = table.report.study.horizons.map(\.years)
    var text = MarkdownTable(
      heading: [words.name(of: .factorEffects)] + horizons.map { words.within($0).uppercasedFirst })
    for factor in factors {
      let cells = horizons.map { horizon in
        table.report.released.cell(table.spec.id, .factorEffects, Domain(horizon: horizon, item: factor.id))
      }
      guard cells.contains(where: { $0 != nil }) else { continue }
      let off = factor.isOn ? "" : words.pick(" (räknas inte med)", " (not counted)")
      text.rows.append([Markdown.escape(factor.name[words.language]) + off] + cells.map { words.cell($0) })
    }
    guard !text.rows.isEmpty else { return "" }
    return words.pick(
      "*Ändring av gapet i personer för alla yrken som faktorn gäller; plus gör gapet större*",
      "*Change of the gap in persons for all occupations that the factor speaks of; plus widens the gap*")
      + "\n\n" + text.text
  }

  /// The occupations that a factor which is on speaks of.
  private var without: String {
    guard factors.contains(where: \.isOn) else { return "" }
    let domains = table.domains(of: .gapWithoutFactors).filter { domain in
      (table.cell(.gapWithoutFactors, domain)?.status ?? .cannotOccur) != .cannotOccur
    }
    guard !domains.isEmpty else { return "" }
    var text = MarkdownTable(
      heading: [
        words.dimension(.occupation1), words.pick("Gap med faktorerna", "Gap with the factors"),
        words.pick("Gap utan dem", "Gap without them"),
      ])
    for domain in domains {
      var at = domain
      at.horizon = table.horizon
      text.rows.append([
        table.label(domain), words.cell(table.report.released.cell(.gap, at)),
        words.cell(table.cell(.gapWithoutFactors, domain)),
      ])
    }
    return "*\(words.within(table.horizon).uppercasedFirst)*\n\n" + text.text
  }
}
