/// Who owns the employer. The third sector (associations, foundations, social enterprises) stands on its own.
package enum Sector: String, CaseIterable, Hashable, Sendable {
  case `private`
  case municipal
  case regional
  case state
  case thirdSector

  package var isPublic: Bool { self == .municipal || self == .regional || self == .state }
}
