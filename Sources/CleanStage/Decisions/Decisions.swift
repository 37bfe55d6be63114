import SurveyModel

/// What people have decided about responses, titles and employers: the data folder's `decisions`, as values.
package struct Decisions: Sendable {
  /// An answer put right, after asking again as a rule.
  package struct Correction: Hashable, Sendable {
    package var response: String
    package var question: String
    /// From 1 in a repeating group.
    package var row: Int?
    /// As it would have been written; empty: no answer.
    package var value: String
    package var role: String
    package var reason: String
    package var date: String
    /// Where it is written down: `decisions/corrections.csv:3`.
    package var place: String?
  }

  /// A signed consent to show figures that point at an enterprise (DIS-15).
  package struct Waiver: Hashable, Sendable {
    package var enterprise: String
    /// The last day it holds.
    package var expires: String
  }

  package var corrections: [Correction]
  package var coding: [CodingDecision]
  /// Keys of responses that were taken back.
  package var withdrawn: Set<String>
  package var waivers: [Waiver]
  /// The day they stand on, which is that of what the program changes; empty where none was named.
  package private(set) var day = ""

  package init(
    corrections: [Correction] = [], coding: [CodingDecision] = [], withdrawn: Set<String> = [], waivers: [Waiver] = []
  ) {
    self.corrections = corrections
    self.coding = coding
    self.withdrawn = withdrawn
    self.waivers = waivers
  }

  /// What had been decided on a day: later corrections and codes are left out. A withdrawal counts whatever its date,
  /// and a waiver as long as it holds. Of two corrections of one answer the later wins; of one day, the lower row.
  package func standing(on day: String) -> Decisions {
    let corrections = corrections.enumerated().filter { $0.element.date <= day }
      .sorted { ($0.element.date, $0.offset) < ($1.element.date, $1.offset) }.map(\.element)
    var standing = Decisions(
      corrections: corrections, coding: coding.filter { $0.date <= day }, withdrawn: withdrawn,
      waivers: waivers.filter { $0.expires >= day })
    standing.day = day
    return standing
  }
}

/// A title that a person has put a code on.
package struct CodingDecision: Hashable, Sendable {
  package var title: String
  /// SSYK 2012, four digits, `all-other` or `uncoded`.
  package var ssyk: String
  package var role: String
  package var date: String

  package init(title: String, ssyk: String, role: String, date: String) {
    self.title = title
    self.ssyk = ssyk
    self.role = role
    self.date = date
  }
}
