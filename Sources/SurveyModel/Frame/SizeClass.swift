/// A class of workplaces by their number of employees on the frame: `10-19`, or `200+` without an upper end.
package struct SizeClass: Hashable, Sendable {
  package var code: String
  package var smallest: Int
  /// Nil: no upper end.
  package var largest: Int?

  package init(code: String, smallest: Int, largest: Int?) {
    self.code = code
    self.smallest = smallest
    self.largest = largest
  }

  package func contains(_ employees: Int) -> Bool { employees >= smallest && employees <= (largest ?? Int.max) }
}
