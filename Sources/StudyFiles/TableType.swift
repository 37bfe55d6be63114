import Diagnostics
import SurveyModel

extension YAMLType where Value == TableSpec {
  /// A table of the report.
  static var table: YAMLType {
    .mapping("a table: id, title, indicators, by, section, feature") { keys in
      let id = keys.required("id", .identifier)
      let title = keys.required("title", .localized)
      let indicators = keys.required(
        "indicators",
        .list(of: .one(of: Indicator.allCases, what: "indicator"), atLeast: 1, unique: "indicator") { $0.rawValue })
      let by = keys.optional(
        "by", .list(of: .one(of: Dimension.allCases, what: "dimension"), unique: "dimension") { $0.rawValue },
        default: [])
      let section = keys.required("section", .identifier)
      let feature = keys.required("feature", .feature)
      guard let id, let title, let indicators, let section, let feature else { return nil }
      let place = keys.location(of: "by")
      if by.count > 2 {
        keys.faults.add("a table has too many dimensions", at: place, expected: "at most 2 beside horizon and item")
      }
      for dimension in by where dimension == .horizon || dimension == .item {
        keys.faults.add(
          "\(dimension.rawValue) is added by the indicators that have it", at: place,
          hint: "leave \(dimension.rawValue) out")
      }
      if by.count(where: { $0.occupationDigits != nil }) > 1 {
        keys.faults.add("a table has two levels of occupation", at: place, hint: "make a table of each")
      }
      if by.contains(where: { $0.occupationDigits != nil }) {
        for indicator in indicators where !indicator.isPerOccupation {
          keys.faults.add("\(indicator.rawValue) is not known by occupation", at: keys.location(of: "indicators"))
        }
      }
      return TableSpec(id: id, title: title, indicators: indicators, by: by, section: section, feature: feature)
    }
  }
}
