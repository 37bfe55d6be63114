/// What a table can be broken down by.
package enum Dimension: String, CaseIterable, Hashable, Sendable {
  case municipality, sector, section, sizeClass, occupation1, occupation2, occupation3, horizon, item

  /// SSYK digits, for the three occupation dimensions.
  package var occupationDigits: Int? {
    switch self {
    case .occupation1: 1
    case .occupation2: 2
    case .occupation3: 3
    default: nil
    }
  }
}

/// The part of the population that a cell speaks about. Nil is the margin: all municipalities, both sectors, …
///
/// `item` is what an indicator lists: an age band, a destination, a competence, a support, a cause.
package struct Domain: Hashable, Sendable {
  package var municipality: String?
  package var sector: String?
  package var section: String?
  package var sizeClass: String?
  /// An SSYK code of one to three digits, `all-other` or `uncoded`.
  package var occupation: String?
  package var horizon: Int?
  package var item: String?

  package init(
    municipality: String? = nil, sector: String? = nil, section: String? = nil, sizeClass: String? = nil,
    occupation: String? = nil, horizon: Int? = nil, item: String? = nil
  ) {
    self.municipality = municipality
    self.sector = sector
    self.section = section
    self.sizeClass = sizeClass
    self.occupation = occupation
    self.horizon = horizon
    self.item = item
  }

  /// `municipality=0181;occupation=2;horizon=5`: stable, and the same for equal domains.
  package var key: String {
    [
      municipality.map { "municipality=\($0)" }, sector.map { "sector=\($0)" }, section.map { "section=\($0)" },
      sizeClass.map { "sizeClass=\($0)" }, occupation.map { "occupation=\($0)" }, horizon.map { "horizon=\($0)" },
      item.map { "item=\($0)" },
    ].compactMap(\.self).joined(separator: ";")
  }
}
