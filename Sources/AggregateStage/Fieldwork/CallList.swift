import ConfidentialRecords
import Diagnostics

/// Whom to phone first, and what for: effects on estimates, by selective editing's scores (F40).
///
///     L = SUSP · |w·(y_obs − y_pred)| · Cello        of the cell that the answer moves most, Cello = 1 / its standard error
///     G = Σ L,  √Σ L²  or  max L                     over what there is to ask of the unit, as the study says
///
/// - Unit: standard errors.
/// - Source: F40; what a missing answer's |y_obs − y_pred| is, and the flips, are rules of this project.
package struct CallList {
  /// One unit to phone.
  struct Call {
    var unit: CallCandidate
    var globalScore: Double
    /// The highest local score first.
    var questions: [Question]
  }

  struct Question {
    var item: CallItem
    var localScore: Double
    /// The cell that it moves most.
    var move: CallItem.Move
    var headline: HeadlineCells.Headline
    /// The first cell of which something else would be said.
    var flip: Flip?
  }

  struct Flip {
    var cell: String
    var from: HeadlineCells.Standing
    var to: HeadlineCells.Standing
  }

  /// The highest global score first; of equal ones by key.
  let calls: [Call]
  let study: Study

  /// - Parameters:
  ///   - sums: of the whole input, without the dominant employers.
  ///   - design: every approached unit.
  package init(aggregator: Aggregator, sums: AggregateSums, ratios: ItemRatios, design: [DesignRecord])
    throws(StageFailure)
  {
    let full = try aggregator.full(sums, ratios: ratios)
    var candidates = sums.calls
    for employer in sums.aside {
      var employer = employer
      // Taken with the others here: the list is for those who may know.
      employer.waiver = true
      for call in try aggregator.updates(of: [employer], ratios: ratios).calls { candidates.add(call) }
    }
    let nonrespondents = NonrespondentCalls(aggregator: aggregator, sums: full)
    for unit in design { if let call = nonrespondents.candidate(unit) { candidates.add(call) } }

    study = aggregator.study
    var cells = HeadlineCells(aggregator: aggregator, sums: full)
    var calls: [Call] = []
    for candidate in candidates.all {
      var questions: [Question] = []
      for item in candidate.items { if let question = try Self.question(item, &cells) { questions.append(question) } }
      // Sorting is stable: what scores alike stays in the order of the questionnaire.
      questions.sort { $0.localScore > $1.localScore }
      guard let first = questions.first else { continue }
      calls.append(
        Call(
          unit: candidate, globalScore: Self.global(questions.map(\.localScore), study.callList.score),
          questions: candidate.disposition == nil ? questions : [Self.whole(first, questions)]))
    }
    self.calls = calls.sorted {
      ($1.globalScore, $0.unit.establishment) < ($0.globalScore, $1.unit.establishment)
    }
  }

  private static func question(_ item: CallItem, _ cells: inout HeadlineCells) throws(StageFailure) -> Question? {
    var best: Question?
    var flip: Flip?
    for move in item.moves {
      let headline = try cells.headline(move.cell)
      let score = item.suspicion * move.likely / headline.scale
      if best.map({ score > $0.localScore }) ?? (score > 0) {
        best = Question(item: item, localScore: score, move: move, headline: headline)
      }
      guard flip == nil else { continue }
      for outcome in move.outcomes {
        if let standing = cells.flips(headline, by: outcome, below: move.below, above: move.above) {
          flip = Flip(cell: headline.name, from: headline.standing, to: standing)
          break
        }
      }
    }
    best?.flip = flip
    return best
  }

  /// A unit that has not answered is asked everything: one line, of what it moves most.
  private static func whole(_ first: Question, _ all: [Question]) -> Question {
    var question = first
    question.flip = all.lazy.compactMap(\.flip).first
    return question
  }

  private static func global(_ scores: [Double], _ way: CallListSettings.GlobalScore) -> Double {
    switch way {
    case .sum: scores.reduce(0, +)
    case .euclidean: scores.reduce(0) { $0 + $1 * $1 }.squareRoot()
    case .maximum: scores.max() ?? 0
    }
  }
}

extension HeadlineCells.Headline {
  /// `postsToFill:occupation=2;horizon=5`.
  var name: String {
    let domain = record.domain.key
    return record.indicator.rawValue + (domain.isEmpty ? "" : ":" + domain)
  }
}
