import StudyFiles
import SurveyModel

extension TextPlan {
  init?(_ keys: YAMLKeys) {
    let comments = keys.required("comments", .named(.list(of: .text)))
    let vanishing = keys.required("vanishing", .named(.list(of: .text)))
    let emerging = keys.required("emerging", .named(.list(of: .emergingJob)))
    let contacts = keys.required("contacts", .contacts)
    guard let comments, let vanishing, let emerging, let contacts else { return nil }
    var sectorComments: [Sector: [String]] = [:]
    for (key, texts) in comments where key != "any" {
      guard let sector = Sector(rawValue: key) else {
        keys.faults.add("\(key) is not a known sector", at: keys.location(of: "comments"), expected: "any, or a sector")
        continue
      }
      sectorComments[sector] = texts
    }
    self.init(
      comments: comments["any"] ?? [], sectorComments: sectorComments, vanishing: vanishing, emerging: emerging,
      names: contacts.names, familyNames: contacts.familyNames, mailDomain: contacts.mailDomain,
      telephones: contacts.telephones)
  }
}

extension YAMLType where Value == TextPlan.EmergingJob {
  fileprivate static var emergingJob: YAMLType {
    .mapping("a job: title, needs") { keys in
      let title = keys.required("title", .text)
      let needs = keys.required(
        "needs", .list(of: .one(of: CompetenceCode.allCases, what: "competence"), atLeast: 1))
      guard let title, let needs else { return nil }
      return TextPlan.EmergingJob(title: title, needs: needs.map(\.rawValue))
    }
  }
}

private struct Contacts: Sendable {
  var names: [String]
  var familyNames: [String]
  var mailDomain: String
  var telephones: [TextPlan.TelephoneSeries]
}

extension YAMLType where Value == Contacts {
  fileprivate static var contacts: YAMLType {
    .mapping("the people who fill in the forms") { keys in
      let names = keys.required("names", .list(of: .text, atLeast: 1))
      let familyNames = keys.required("family-names", .list(of: .text, atLeast: 1))
      let mailDomain = keys.required("mail-domain", .identifier)
      let telephones = keys.required("telephone-series", .list(of: .telephoneSeries, atLeast: 1))
      guard let names, let familyNames, let mailDomain, let telephones else { return nil }
      return Contacts(names: names, familyNames: familyNames, mailDomain: mailDomain, telephones: telephones)
    }
  }
}

extension YAMLType where Value == TextPlan.TelephoneSeries {
  fileprivate static var telephoneSeries: YAMLType {
    .mapping("a series: starts, from, to") { keys in
      let starts = keys.required("starts", .text)
      let from = keys.required("from", .integer(in: 0...99))
      let to = keys.required("to", .integer(in: 0...99))
      guard let starts, let from, let to, from <= to else { return nil }
      return TextPlan.TelephoneSeries(starts: starts, numbers: from...to)
    }
  }
}
