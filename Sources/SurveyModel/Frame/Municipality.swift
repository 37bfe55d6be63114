package struct Municipality: Hashable, Sendable {
  /// Four digits, leading zero kept.
  package var code: String
  package var name: String
  package var county: String

  package init(code: String, name: String, county: String) {
    self.code = code
    self.name = name
    self.county = county
  }
}
