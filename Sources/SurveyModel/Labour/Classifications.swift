/// The code lists a study uses, read from `Pipelines/classifications`, each with its vintage in that folder's README.
package struct Classifications: Sendable {
  /// SSYK 2012, every level, by code.
  package var occupations: [String: Occupation]
  package var sections: [IndustrySection]
  /// Names of the two-digit divisions of SNI 2007.
  package var divisionNames: [String: String]
  /// All municipalities of Sweden, by four-digit code.
  package var municipalities: [String: Municipality]
  /// Words employers use for an occupation, and the four-digit SSYK 2012 group they mean.
  package var occupationSynonyms: [OccupationSynonym]
  /// Titles of a public taxonomy, and the group they mean: four digits, or three where the taxonomy says no more.
  package var occupationTitles: [OccupationSynonym]
  /// SSYK 96 at three digits, and what each group became in SSYK 2012.
  package var occupationBridges: [String: OccupationBridge]
  /// What education and qualifications are called, with their place in SUN and SeQF.
  package var education: EducationLists
  /// Municipality codes by postal code of five digits.
  package var postalCodes: [String: String]
  /// Places that bear a name, each with the code of its municipality; a name may stand several times.
  package var places: [Place]

  package init(
    occupations: [String: Occupation] = [:], sections: [IndustrySection] = [],
    divisionNames: [String: String] = [:],
    municipalities: [String: Municipality] = [:], occupationSynonyms: [OccupationSynonym] = [],
    occupationTitles: [OccupationSynonym] = [], occupationBridges: [String: OccupationBridge] = [:],
    education: EducationLists = EducationLists(), postalCodes: [String: String] = [:], places: [Place] = []
  ) {
    self.occupations = occupations
    self.sections = sections
    self.divisionNames = divisionNames
    self.municipalities = municipalities
    self.occupationSynonyms = occupationSynonyms
    self.occupationTitles = occupationTitles
    self.occupationBridges = occupationBridges
    self.education = education
    self.postalCodes = postalCodes
    self.places = places
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
