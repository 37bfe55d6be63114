/// A table the study asks for: indicators in the cells, dimensions down and across, always with every margin.
package struct TableSpec: Hashable, Sendable {
  package var id: String
  package var title: LocalizedText
  package var indicators: [Indicator]
  /// In print order. `horizon` and `item` are added by the indicators that have them.
  package var by: [Dimension]
  /// The section of the report it belongs to.
  package var section: String
  /// Identifier of the feature it serves, such as `FOR-04`.
  package var feature: String

  package init(
    id: String, title: LocalizedText, indicators: [Indicator], by: [Dimension], section: String, feature: String
  ) {
    self.id = id
    self.title = title
    self.indicators = indicators
    self.by = by
    self.section = section
    self.feature = feature
  }
}
