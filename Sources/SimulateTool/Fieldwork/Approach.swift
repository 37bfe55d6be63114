import SurveyModel

/// How one approached workplace fared.
package struct Approach: Sendable {
  package var workplace: Workplace
  package var disposition: Disposition
  /// The workplace whose answer covers this one too.
  package var joinedTo: String?
  package var mode: Mode?
  package var sent: CalendarDay
  package var closed: CalendarDay
  package var oddity: Oddity?
  /// Who took the answer in; the study itself if nobody else did.
  package var collector = Collector.own
}
