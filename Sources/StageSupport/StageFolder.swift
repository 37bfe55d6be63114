/// The folders under `Stages/<study>`, in the order of the walk.
package enum StageFolder: String, CaseIterable, Sendable {
  case ingested = "1-ingested"
  case cleaned = "2-cleaned"
  case estimated = "3-estimated"
  case matched = "4-matched"
  case released = "5-released"

  /// The program that writes it.
  package var program: String {
    switch self {
    case .ingested: "survey-ingest"
    case .cleaned: "survey-clean"
    case .estimated: "survey-aggregate"
    case .matched: "survey-match"
    case .released: "survey-protect"
    }
  }
}
