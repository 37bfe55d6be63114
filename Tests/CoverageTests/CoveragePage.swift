import ConfidentialRecords

/// Fills the template of Documentation/coverage.md with what was measured.
struct CoveragePage {
  /// By size; the same studies with every answer inside the limits, and with some outside.
  let inside: [Simulation]
  let outside: [Simulation]

  func text(template: String) -> String {
    let values: [(String, String)] = [
      ("studies", "\(inside.first?.studies ?? 0)"), ("seed", "\(Simulation.seed)"),
      ("sizes", inside.map { "\($0.answers)" }.joined(separator: ", ")),
      ("workplaces", "\(Municipality.strata.reduce(0) { $0 + $1.units })"),
      ("outside", Figures.percent(outside.first?.outside ?? 0, decimals: 0)), ("strata", strata),
      ("bounds", bounds), ("whole", byIndicator(.whole)), ("sector", byIndicator(.sector)),
      ("occupation", byIndicator(.occupation)), ("grades", grades), ("sentences", sentences), ("verdicts", verdicts),
    ]
    return values.reduce(template) { text, value in
      text.replacing("{{\(value.0)}}", with: value.1)
    }
  }

  private static func table(_ heading: [String], _ rows: [[String]]) -> String {
    let ruler = ["---"] + Array(repeating: "---:", count: heading.count - 1)
    return ([heading, ruler] + rows).map { "| " + $0.joined(separator: " | ") + " |" }.joined(separator: "\n")
  }

  private var strata: String {
    Self.table(
      ["sector, employees", "workplaces", "answering"] + inside.map { "asked, \($0.answers) answers" },
      Municipality.strata.enumerated().map { place, stratum in
        [
          "\(stratum.sector.rawValue) \(stratum.sizeClass)", "\(stratum.units)",
          Figures.percent(stratum.answering, decimals: 0),
        ]
          + inside.map { "\(Fieldwork(answers: $0.answers).allocation()[place])" }
      })
  }

  // MARK: Bounds

  private var bounds: String {
    Self.table(
      [
        "answers", "met", "studies", "cells", "outside their bounds", "studies with one",
        "median width of bounds, totals",
        "interval holds the truth", "truths outside limits: cells outside", "studies with one",
        "interval holds the truth",
      ],
      zip(inside, outside).map { within, beyond in
        let (all, far) = (within.together { _ in true }, beyond.together { _ in true })
        let totals = within.together { $0.level == .whole && $0.indicator.kind == .total }
        return [
          "\(within.answers)", Figures.plain(Double(within.answersMet) / Double(within.studies), decimals: 1),
          "\(within.studies)", "\(all.checkedBounds)", "\(all.outsideBounds)", "\(within.studiesOutsideBounds)",
          Figures.percent(Figures.median(totals.boundWidths)),
          Figures.percent(all.printed.covered, of: all.printed.given),
          Figures.percent(far.outsideBounds, of: far.checkedBounds),
          Figures.percent(beyond.studiesOutsideBounds, of: beyond.studies),
          Figures.percent(far.printed.covered, of: far.printed.given),
        ]
      })
  }

  // MARK: Intervals

  private func byIndicator(_ level: CoverageRow.Level) -> String {
    inside.map { simulation in
      "### \(simulation.answers) answers\n\n"
        + Self.table(
          [
            "indicator", "bias", "s.e./s.d.", "plain t", "too low", "too high", "ours", "too low", "too high", "width",
            "printed", "width",
          ],
          simulation.rows.filter { $0.level == level }.map { line($0, simulation.tallies[$0] ?? CoverageTally()) })
    }.joined(separator: "\n\n")
  }

  private func line(_ row: CoverageRow, _ tally: CoverageTally) -> [String] {
    func covered(_ interval: CoverageTally.Interval) -> String {
      Figures.percent(interval.covered, of: interval.given)
    }
    func missed(_ interval: CoverageTally.Interval) -> [String] {
      [Figures.percent(interval.tooLow, of: interval.given), Figures.percent(interval.tooHigh, of: interval.given)]
    }
    return [
      row.name, Figures.percent(tally.error.sum, of: tally.scale, decimals: 2),
      Figures.plain(tally.standardErrorOverSpread, decimals: 2), covered(tally.plain),
    ] + missed(tally.plain) + [covered(tally.sampling)] + missed(tally.sampling)
      + [
        Figures.percent(Figures.median(tally.sampling.widths)), covered(tally.printed),
        Figures.percent(Figures.median(tally.printed.widths)),
      ]
  }

  // MARK: What a reader sees

  private var grades: String {
    let kinds: [(String, (CoverageRow) -> Bool)] = [
      ("totals", { $0.indicator.kind == .total }), ("signed sums", { $0.indicator.kind == .signedTotal }),
      ("shares", { $0.indicator.kind == .share }),
      ("balance and index", { $0.indicator.kind == .balance || $0.indicator.kind == .grade }),
    ]
    return Self.table(
      ["answers, cells"] + Grade.allCases.map(\.rawValue) + [
        "A holds the truth", "B holds the truth", "C holds the truth",
      ],
      inside.flatMap { simulation in
        kinds.map { name, include in
          let tally = simulation.together(include)
          let all = tally.grades.values.reduce(0) { $0 + $1.count }
          return ["\(simulation.answers), \(name)"]
            + Grade.allCases.map { Figures.percent(tally.grades[$0]?.count ?? 0, of: all) }
            + [Grade.A, .B, .C].map {
              Figures.percent(tally.grades[$0]?.covered ?? 0, of: tally.grades[$0]?.intervals ?? 0)
            }
        }
      })
  }

  private var sentences: String {
    Self.table(
      ["answers", "whole municipality: said", "wrong", "occupations and sectors: said", "wrong"],
      inside.map { simulation in
        let whole = simulation.together { $0.level == .whole }
        let parts = simulation.together { $0.level != .whole }
        return ["\(simulation.answers)"]
          + [whole, parts].flatMap { ["\($0.claims)", Figures.percent($0.wrongClaims, of: $0.claims)] }
      })
  }

  private var verdicts: String {
    let said: [Verdict] = [.shortageInEveryScenario, .likelyShortage, .likelySurplus, .surplusInEveryScenario]
    return Self.table(
      ["answers", "gaps"] + said.flatMap { ["\($0.rawValue)", "wrong"] } + ["undetermined"],
      inside.map { simulation in
        let tally = simulation.verdicts
        let all = tally.given.values.reduce(0, +)
        return ["\(simulation.answers)", "\(all)"]
          + said.flatMap { verdict in
            let given = tally.given[verdict] ?? 0
            return [Figures.percent(given, of: all), Figures.percent(tally.wrong[verdict] ?? 0, of: given)]
          } + [Figures.percent(tally.given[.undetermined] ?? 0, of: all)]
      })
  }
}

extension CoverageRow {
  fileprivate var name: String { indicator.rawValue + (horizon.map { ", \($0) years" } ?? "") }
}
