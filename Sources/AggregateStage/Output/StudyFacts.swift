import ConfidentialRecords

/// Facts that are no estimates: what the project page says, what may be quoted, and where the data comes from.
package enum StudyFacts {
  /// From a project page: each field as it stands. Contact data is not among them.
  package static func facts(of page: PageRecord) -> [FactRecord] {
    [FactRecord(kind: .project, key: "title", value: page.title, feature: "ING-05", page: page.page)]
      + page.fields.map {
        FactRecord(kind: .project, key: $0.key, value: $0.value, feature: $0.feature ?? "ING-05", page: page.page)
      }
  }

  /// Comments that their writers permit to be quoted and that the study has put on its list. No key follows them.
  package static func quotations(of employers: [EmployerRecord], study: Study) -> [FactRecord] {
    employers.compactMap { employer in
      guard let comment = employer.quotableComment, study.quotations.contains(employer.response) else { return nil }
      return FactRecord(kind: .quotation, key: "comment", value: comment, feature: "DIS-12")
    }
  }

  package static func sources(of study: Study) -> [FactRecord] {
    [FactRecord(kind: .source, key: "frame", value: study.frame.vintage, feature: "ING-08")]
      + study.responses.map { FactRecord(kind: .source, key: $0.name, value: $0.mode.rawValue, feature: "ING-02") }
  }
}
