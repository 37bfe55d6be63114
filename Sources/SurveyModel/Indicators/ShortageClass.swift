/// What the five-grade index says of the competition for jobs (F11): the harder to recruit, the less competition.
package enum ShortageClass: Int, CaseIterable, Comparable, Hashable, Sendable {
  case veryGreatCompetition, greatCompetition, balance, littleCompetition, veryLittleCompetition

  /// By the index rounded to hundredths, which is how the cut points are stated.
  ///
  /// - Source: cut points of the Swedish employment service, 2016.
  package init(index: Double) {
    switch (index * 100).rounded() / 100 {
    case ..<2: self = .veryGreatCompetition
    case ..<2.9: self = .greatCompetition
    case ..<3.3: self = .balance
    case ..<4.01: self = .littleCompetition
    default: self = .veryLittleCompetition
    }
  }

  package static func < (a: ShortageClass, b: ShortageClass) -> Bool { a.rawValue < b.rawValue }
}
