import ConfidentialRecords

/// The county around the study's municipalities (K-26, FOR-10): how many it employs by occupation, and how many it says it
/// will need itself. A pinned table, printed as it stands.
package struct CountyTable: Sendable {
  private struct Key: Hashable {
    var area: String
    var occupation: String
    var horizon: Int
  }

  private struct Place {
    var employed: Double?
    var need: Double?
  }

  /// All occupations, in the file's column of occupations.
  private static let all = "all"

  private let study: Study
  private let places: [Key: Place]

  /// `area` is a county, two digits, or one of the study's municipalities.
  package static func columns(for study: Study) -> [ContextColumn] {
    let counties = Set(study.municipalities.compactMap { county(of: $0, study) }).sorted()
    return [
      ContextColumn("area", .code(among: counties + study.municipalities)),
      ContextColumn("occupation", .code(among: [all] + (0...9).map(String.init))),
      ContextColumn("horizon", .code(among: study.horizons.map { "\($0.years)" })),
      ContextColumn("employed", .numberOrNothing(in: 0...1e8)),
      ContextColumn("need", .numberOrNothing(in: -1e8...1e8)),
    ]
  }

  package static let key = ["area", "occupation", "horizon"]

  /// - Parameter table: nil for a study without a county table: then nothing of it is known.
  package init(_ table: ContextTable?, study: Study) {
    self.study = study
    places = Dictionary(
      (table?.rows ?? []).map { row in
        (
          Key(area: row["area"], occupation: row["occupation"], horizon: Int(row["horizon"]) ?? 0),
          Place(employed: row.number("employed"), need: row.number("need"))
        )
      }, uniquingKeysWith: { first, _ in first })
  }

  /// Puts the county's figures beside a need, where its municipalities lie in one county.
  func fill(_ record: inout GapRecord) {
    let municipalities = record.municipality.map { [$0] } ?? study.municipalities
    let counties = Set(municipalities.compactMap { Self.county(of: $0, study) })
    guard counties.count == 1, let county = counties.first else { return }
    func place(_ area: String) -> Place? {
      places[Key(area: area, occupation: record.occupation ?? Self.all, horizon: record.horizon)]
    }
    record.countyEmployed = place(county)?.employed
    record.countyNeed = place(county)?.need
    let here = municipalities.map { place($0)?.employed }
    record.countyEmployedHere = here.contains { $0 == nil } ? nil : here.compactMap(\.self).reduce(0, +)
  }

  private static func county(of municipality: String, _ study: Study) -> String? {
    study.classifications.municipalities[municipality]?.county
  }
}
