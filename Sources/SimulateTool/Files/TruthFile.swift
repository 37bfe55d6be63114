import SurveyModel

/// The known truth as `indicator,domain,occupation,horizon,value`.
enum TruthFile {
  static func text(_ truth: Truth) -> String {
    var file = DelimitedText(heading: ["indicator", "domain", "occupation", "horizon", "value"])
    for row in truth.rows {
      file.append([
        row.indicator.rawValue, row.domain, row.occupation, row.horizon.map { String($0.years) } ?? "",
        number(row.value),
      ])
    }
    return file.text
  }

  /// The shortest digits that read back as the same number; a whole number without decimals.
  static func number(_ value: Double) -> String {
    value == value.rounded(.towardZero) ? String(Int(value)) : value.description
  }
}
