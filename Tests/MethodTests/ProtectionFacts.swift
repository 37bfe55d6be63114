import ConfidentialRecords
import SurveyModel

@testable import ProtectStage

/// What the rules of protection say of a cell, as fields beside those of its estimate (F25).
enum ProtectionFacts {
  static func fields(_ record: ContributorRecord, study: Study) throws -> [String: Any] {
    let contributors = record.numerator
    let enterprises = EnterpriseRules(study)
    let isTooFew = record.indicator.countsPersons && PersonRules(study).isTooFew(contributors)
    var fields = try RecordText.fields(contributors)
    fields["hidden"] = (enterprises.reason(toHide: contributors) ?? (isTooFew ? .tooFewPersons : nil))?.rawValue
    fields["level"] = enterprises.level(contributors)
    return fields
  }
}
