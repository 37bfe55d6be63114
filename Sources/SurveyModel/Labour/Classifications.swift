/// The code lists a study uses, read from `Pipelines/classifications`, each with its vintage in that folder's README.
package struct Classifications: Sendable {
  /// SSYK 2012, every level, by code.
  package var occupations: [String: Occupation]
  package var sections: [IndustrySection]
  /// All municipalities of Sweden, by four-digit code.
  package var municipalities: [String: Municipality]
  /// Words employers use for an occupation, and the four-digit SSYK 2012 group they mean.
  package var occupationSynonyms: [OccupationSynonym]

  package init(
    occupations: [String: Occupation] = [:], sections: [IndustrySection] = [],
    municipalities: [String: Municipality] = [:], occupationSynonyms: [OccupationSynonym] = []
  ) {
    self.occupations = occupations
    self.sections = sections
    self.municipalities = municipalities
    self.occupationSynonyms = occupationSynonyms
    self.sectionOfDivision = Dictionary(
      sections.flatMap { section in section.divisions.map { ($0, section.letter) } }, uniquingKeysWith: { a, _ in a })
  }

  private var sectionOfDivision: [String: String]

  /// The section letter of a two-digit SNI division, nil when there is no such division.
  package func section(ofDivision division: String) -> String? { sectionOfDivision[division] }
}

package struct OccupationSynonym: Hashable, Sendable {
  package var title: String
  package var code: String

  package init(title: String, code: String) {
    self.title = title
    self.code = code
  }
}
