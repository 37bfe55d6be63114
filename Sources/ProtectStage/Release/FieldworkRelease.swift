import ConfidentialRecords
import ReleasedRecords

/// What the report says of who was asked: counts of units, and the share of staff where it points at nobody.
///
/// Sizes of single workplaces can be looked up; with fewer than the study's minimum of units that answered, or that did
/// not, the share would tell which they are.
package enum FieldworkRelease {
  package static func release(_ record: FieldworkRecord, study: Study) -> ReleasedFieldwork {
    var released = ReleasedFieldwork()
    released.stratum = record.stratum
    released.municipality = record.municipality
    released.sector = record.sector
    released.sizeClass = record.sizeClass
    released.group = record.group
    released.frameUnits = record.frameUnits
    released.approached = record.approached
    released.answered = record.answered
    released.refused = record.refused
    released.noContact = record.noContact
    released.ineligible = record.ineligible
    let silent = record.approached - record.answered
    let isFew = [record.answered, silent].contains { (1..<study.protection.minimumContributors).contains($0) }
    if record.approachedEmployees > 0, !isFew {
      let share = Double(record.answeredEmployees) / Double(record.approachedEmployees)
      released.answeredStaffShare = (share * 1000).rounded() / 1000
    }
    return released
  }
}
