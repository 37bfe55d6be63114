import ConfidentialRecords

/// A unit of the frame as the estimates know it: with its stratum, and with the employees of every workplace that one
/// answer covers.
package struct FrameUnit: Hashable, Sendable {
  package var establishment: String
  /// Keyed holding where the frame has one, else the enterprise: the contributor of the disclosure rules.
  package var contributor: String
  /// The frame's own key of the enterprise, by which a study names dominant employers.
  package var enterprise: String
  package var municipality: String
  package var sector: Sector
  package var section: String
  package var sizeClass: String
  /// Of the unit and those joined to it.
  package var employees: Int
  package var isDominant: Bool
  /// Nil: the unit was not drawn.
  package var disposition: Disposition?
  /// The unit whose answer covers this one; it then is no unit of its own.
  package var joinedTo: String?

  /// Municipality, sector and size class: `0181-private-10-19`.
  package var stratum: String { "\(municipality)-\(sector.rawValue)-\(sizeClass)" }
}
