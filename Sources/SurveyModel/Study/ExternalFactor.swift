/// Something outside the survey that changes need or supply: its direction, size, horizons and evidence (FOR-11).
///
/// Who owns it, where it is from and since when stand in the assumption of the same identifier.
package struct ExternalFactor: Hashable, Sendable {
  package enum Direction: String, CaseIterable, Hashable, Sendable { case raises, lowers }

  package enum Target: Hashable, Sendable {
    case need
    case supply(SupplyComponent)
  }

  /// Never negative: the direction says which way it goes.
  package enum Size: Hashable, Sendable {
    /// Of the need's estimate, or of the component's base value, in every occupation that the factor speaks of.
    case perCent(AssumedRange)
    /// Cumulative from the base date, by SSYK major group, in the one municipality that the factor speaks of.
    case persons([String: AssumedRange])
  }

  package var id: String
  /// A few words, for tables.
  package var name: LocalizedText
  package var direction: Direction
  package var target: Target
  package var size: Size
  package var horizons: [Horizon]
  /// None: all of the study's.
  package var municipalities: [String]
  /// SSYK major groups; none: all occupations. With persons: those that the size names.
  package var occupations: [String]
  /// Whom it hits, for the reader: need by occupation is not known by sector.
  package var sectors: [Sector]
  package var evidence: LocalizedText
  /// A factor that is off is in the register, and in no figure but its own effect.
  package var isOn: Bool

  package init(
    id: String, name: LocalizedText, direction: Direction, target: Target, size: Size, horizons: [Horizon],
    municipalities: [String] = [], occupations: [String] = [], sectors: [Sector] = [], evidence: LocalizedText,
    isOn: Bool = true
  ) {
    self.id = id
    self.name = name
    self.direction = direction
    self.target = target
    self.size = size
    self.horizons = horizons
    self.municipalities = municipalities
    self.occupations = occupations
    self.sectors = sectors
    self.evidence = evidence
    self.isOn = isOn
  }

  /// +1 where a larger size makes the gap larger, −1 where it makes it smaller.
  package var signInGap: Double { (direction == .raises) == (target == .need) ? 1 : -1 }
}
