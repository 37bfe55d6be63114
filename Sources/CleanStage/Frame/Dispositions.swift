import ConfidentialRecords

/// How the approach to every unit ended, once it is known who answered.
///
/// A usable answer makes its unit `completed`, or `partial` when a key question is missing, whatever the sample file
/// says. A unit that is said to have answered, and of which there is no usable answer, could not be reached; it is
/// counted. So is a unit whose only answer was taken back: it must not show that there ever was one. A unit joined to
/// another shares its fate.
package struct Dispositions {
  /// `completed` or `partial` by establishment, from the responses kept.
  package var answers: [String: Disposition] = [:]
  /// Establishments that took an answer back.
  package var withdrawn: Set<String> = []

  package init() {}

  /// - Returns: one record for every approached unit, sorted by establishment, and how many of them were said to have
  ///   answered without an answer.
  package func design(_ units: [FrameUnit]) -> (records: [DesignRecord], withoutAnswer: Int) {
    var withoutAnswer = 0
    let endings = Dictionary(
      units.lazy.filter { $0.joinedTo == nil }.map { unit in
        (unit.establishment, ending(of: unit, &withoutAnswer))
      }, uniquingKeysWith: { a, _ in a })
    let records = units.compactMap { unit -> DesignRecord? in
      guard unit.disposition != nil, let ending = endings[unit.joinedTo ?? unit.establishment] ?? unit.disposition
      else { return nil }
      var record = DesignRecord()
      record.establishment = unit.establishment
      record.enterprise = unit.contributor
      record.municipality = unit.municipality
      record.sector = unit.sector
      record.section = unit.section
      record.sizeClass = unit.sizeClass
      record.stratum = unit.stratum
      record.employees = unit.employees
      record.disposition = ending
      record.dominant = unit.isDominant ? true : nil
      record.joinedTo = unit.joinedTo
      return record
    }
    return (records, withoutAnswer)
  }

  private func ending(of unit: FrameUnit, _ withoutAnswer: inout Int) -> Disposition? {
    guard let said = unit.disposition else { return nil }
    if let answer = answers[unit.establishment] { return answer }
    guard said.isAnswer else { return said }
    if !withdrawn.contains(unit.establishment) { withoutAnswer += 1 }
    return .noContact
  }
}
