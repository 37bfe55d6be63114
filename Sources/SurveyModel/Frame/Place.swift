/// A place that bears a name: a town, a village, a part of one.
package struct Place: Hashable, Sendable {
  package var name: String
  /// The four-digit code of the municipality it lies in.
  package var municipality: String

  package init(name: String, municipality: String) {
    self.name = name
    self.municipality = municipality
  }
}
