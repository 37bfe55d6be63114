import ConfidentialRecords

/// A unit that could be phoned, and what the call could do to the headlines.
struct CallCandidate: Sendable {
  /// Key of the frame; who that is, only the office's own register knows.
  var establishment: String
  var municipality: String
  var sector: Sector
  var sizeClass: String
  var employees: Int
  /// Of an answer that stands already; of one that would come.
  var weight: Double
  /// How the approach ended; nil for a unit that has answered.
  var disposition: Disposition?
  var isDominant: Bool
  var items: [CallItem]
}

/// One thing to ask: an answer again, or for a unit that has not answered, what it would add to one headline.
struct CallItem: Sendable {
  enum Subject: Sendable {
    case answer(UncertainAnswer)
    case headline(now: Double, predicted: Double, low: Double, high: Double)
  }

  /// What the answer may do to one cell, in the unit of the cell.
  struct Move: Sendable {
    /// A cell of the headlines' own plan.
    var cell: CellKey
    /// w·|y_obs − y_pred|.
    var likely: Double
    /// w·(y − y_obs) for what is expected and for both ends.
    var outcomes: [Double]
    /// What the cell's bounds owe to the answer and would lose with it.
    var below = 0.0
    var above = 0.0

    var largest: Double { outcomes.reduce(0) { abs($1) > abs($0) ? $1 : $0 } }
  }

  var subject: Subject
  /// SUSP of F40.
  var suspicion: Double
  var moves: [Move]
}
