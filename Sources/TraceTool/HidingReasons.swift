import ReleasedRecords

/// Why a cell shows no number, as far as somebody may know who is authorised to read the steward's files: the rule and
/// how many stand behind, never who, nor any amount, nor p.
struct HidingReasons {
  let cell: ReleasedCell
  let entry: DisclosureEntry?
  let study: Study

  var lines: [String] {
    guard cell.status != .shown else { return [] }
    guard let entry else { return ["the disclosure log has no word on it"] }
    let least = study.protection.minimumContributors
    let behind = entry.enterprises.map { "; protected enterprises behind it: \($0)" } ?? ""
    switch entry.reason {
    case "tooFewEnterprises": return ["enterprise rule (F25): fewer than \(least) protected enterprises\(behind)"]
    case "dominated": return ["enterprise rule (F25): the others could reckon out the largest\(behind)"]
    case "tooFewPersons": return ["person rule: fewer than \(study.protection.personThreshold) persons answered for"]
    case "zeroOfFew": return ["zero in a group that is itself too small to be shown"]
    case "allOfGroup": return ["person rule: everybody of the group is of one kind"]
    case "baseOfFew":
      return [
        "enterprise rule (F25) on the base of the share"
          + (entry.baseEnterprises.map { "; protected enterprises in the base: \($0)" } ?? "")
      ]
    case "hiddenPart": return ["a part of it (numerator, denominator or need) is hidden"] + hiddenFor(entry)
    case "secondary": return ["secondary: no secret itself, another could be reckoned from it"] + hiddenFor(entry)
    case "tooUncertain": return ["too uncertain to show: grade D, or a sign that no verdict bears out"]
    case "noAnswers": return ["no answer in the domain"]
    case "cannotOccur": return ["no frame unit in the domain: it cannot occur"]
    case "notAsked": return ["the study does not ask this"]
    case "nothingThere": return ["nobody who answered has any: a zero"]
    case "otherVersion": return ["its version without dominant employers is printed instead"]
    default: return [entry.reason]
    }
  }

  private func hiddenFor(_ entry: DisclosureEntry) -> [String] { entry.hiddenFor.map { ["protects \($0)"] } ?? [] }
}
