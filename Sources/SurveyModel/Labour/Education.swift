/// Lists of education: SUN 2020 and SUN 2000, and what qualifications are called.
package struct EducationLists: Sendable {
  /// SUN 2020, one to three digits, by code.
  package var levels: [String: String]
  /// SUN 2020, one to four positions, by code.
  package var fields: [String: String]
  /// SUN 2000, by code.
  package var levels2000: [String: String]
  package var fields2000: [String: String]
  package var qualifications: [Qualification]

  package init(
    levels: [String: String] = [:], fields: [String: String] = [:], levels2000: [String: String] = [:],
    fields2000: [String: String] = [:], qualifications: [Qualification] = []
  ) {
    self.levels = levels
    self.fields = fields
    self.levels2000 = levels2000
    self.fields2000 = fields2000
    self.qualifications = qualifications
  }
}

/// What an education or a qualification is called, and its level.
package struct Qualification: Hashable, Sendable {
  package var name: String
  /// SUN 2020, one to three digits.
  package var sun: String
  /// SeQF (and so EQF), 1 to 8; nil where the name means no qualification.
  package var seqf: Int?
  /// Placed on its level by ordinance (2015:545, appendix 2).
  package var isFormal: Bool

  package init(name: String, sun: String, seqf: Int?, isFormal: Bool) {
    self.name = name
    self.sun = sun
    self.seqf = seqf
    self.isFormal = isFormal
  }
}

/// Where a level of qualification comes from (COD-03): what it is worth as evidence, the strongest first.
package enum LevelSource: String, CaseIterable, Hashable, Sendable {
  /// A qualification that the ordinance on SeQF places on its level.
  case formal
  /// One that is placed by a decision of the agency for higher vocational education.
  case refereed
  /// Shown in a validation, such as an OCN unit.
  case validated
  /// What someone says, without a qualification: years of study, work of that level.
  case selfStated
}

/// A level of education or qualification, with its source and the reason for it.
package struct QualificationLevel: Hashable, Sendable {
  /// SUN 2020, one to three digits; nil where only the level of qualification is known.
  package var sun: String?
  /// SeQF, 1 to 8; its levels are those of EQF. Nil where no qualification is named.
  package var seqf: Int?
  package var source: LevelSource
  /// What in the text it stands on.
  package var reason: String

  package init(sun: String?, seqf: Int?, source: LevelSource, reason: String) {
    self.sun = sun
    self.seqf = seqf
    self.source = source
    self.reason = reason
  }
}

/// A unit of the Open College Network: a level from 1 to 3, and its size in credits.
package struct OCNUnit: Hashable, Sendable {
  package var level: Int
  package var credits: Int?

  /// Notional hours of learning: ten to a credit. Source: Open College Network, credit value of units.
  package var hours: Int? { credits.map { $0 * 10 } }

  /// The level of SeQF that compares: OCN's levels 1 to 3 are those of the British framework (RQF), which is referenced
  /// to EQF levels 2 to 4. By comparison of frameworks, not by a decision on the unit.
  package var comparableSeQF: Int { level + 1 }

  /// Nil unless the level is 1, 2 or 3 and the credits are more than none.
  package init?(level: Int, credits: Int? = nil) {
    guard (1...3).contains(level), (credits ?? 1) > 0, (credits ?? 1) <= 1_000 else { return nil }
    self.level = level
    self.credits = credits
  }
}
