/// A ratio of two answers that is held against the same ratio at the other employers (F41, EDT-05).
package struct OutlierRule: Hashable, Sendable {
  package var id: String
  /// The numerator; in a row of a group, each row is held against all rows.
  package var value: ConceptReference
  /// What it is compared with: an answer of the same row or of the employer.
  package var per: ConceptReference
  /// C: how many quartile distances from the median an answer may lie.
  package var reach: Double
  package var message: LocalizedText

  package init(id: String, value: ConceptReference, per: ConceptReference, reach: Double, message: LocalizedText) {
    self.id = id
    self.value = value
    self.per = per
    self.reach = reach
    self.message = message
  }
}
