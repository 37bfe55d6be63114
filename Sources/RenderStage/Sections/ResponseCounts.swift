import ReleasedRecords

/// How the approaches ended, over all units: from the stages' counts, which the dominant employers are part of, or
/// from the strata, which they are not, where nobody has counted.
struct ResponseCounts {
  var frame: Int
  /// Asked, each with a questionnaire of its own.
  var asked: Int
  /// Not asked: another unit's answer covers them.
  var covered: Int
  var answered: Int
  var refused: Int
  var noContact: Int
  var ineligible: Int
  /// Not known whether they exist, or withdrawn after they answered.
  var other: Int
  /// Asked and in no stratum: they stand for themselves alone.
  var dominant: Int

  init(_ released: Released) {
    let strata = released.fieldwork
    let approached = strata.reduce(0) { $0 + $1.approached }
    let dispositions = released.process.filter { $0.stage == "clean" && $0.what == "disposition" }
    func count(_ disposition: Disposition) -> Int {
      dispositions.filter { $0.key == disposition.rawValue }.reduce(0) { $0 + $1.count }
    }
    covered = released.count("clean", "covered by another unit's answer") ?? 0
    guard !dispositions.isEmpty else {
      frame = strata.reduce(0) { $0 + $1.frameUnits }
      asked = approached
      answered = strata.reduce(0) { $0 + $1.answered }
      refused = strata.reduce(0) { $0 + $1.refused }
      noContact = strata.reduce(0) { $0 + $1.noContact }
      ineligible = strata.reduce(0) { $0 + $1.ineligible }
      other = asked - answered - refused - noContact - ineligible
      dominant = 0
      return
    }
    frame = released.count("ingest", "frame units") ?? strata.reduce(0) { $0 + $1.frameUnits }
    asked = dispositions.reduce(0) { $0 + $1.count }
    answered = count(.completed) + count(.partial)
    refused = count(.refused)
    noContact = count(.noContact)
    ineligible = count(.ineligible)
    other = count(.unknown) + count(.withdrawn)
    dominant = max(0, asked - approached)
  }

  /// Answered over all but the ineligible (AAPOR RR2); nil when there are none.
  var rate: Double? { asked > ineligible ? Double(answered) / Double(asked - ineligible) : nil }
}
