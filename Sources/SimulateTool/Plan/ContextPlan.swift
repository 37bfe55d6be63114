import StudyFiles
import SurveyModel

/// What tables from outside the survey say, by `simulation.yaml`.
package struct ContextPlan: Sendable {
  package struct Rate: Sendable {
    /// SSYK major group, or `all`.
    package var occupation: String
    /// Of those employed, in a year.
    package var exits: Double
    package var transfers: Double
  }

  package var source: String
  /// How far the register's count lies from the frame's, by sector, as a share.
  package var registerOff: [Sector: Double]
  package var separations: [Rate]
  /// Occupation, and `vanish` or `appear`.
  package var outlook: [(occupation: String, change: String)]
}

extension YAMLType where Value == ContextPlan {
  static var context: YAMLType {
    .mapping("tables from outside the survey") { keys in
      let source = keys.required("source", .text)
      let off = keys.required("register-off", .bySector(.perCent(in: -20...20)))
      let rates = keys.required(
        "separations",
        YAMLType<[(key: String, value: [Double])]>.dictionary(of: .list(of: .perCent(in: 0...10), count: 2)))
      let outlook = keys.required(
        "outlook",
        YAMLType<[(key: String, value: String)]>.dictionary(of: .name(among: ["vanish", "appear"], what: "change")))
      guard let source, let off, let rates, let outlook else { return nil }
      return ContextPlan(
        source: source, registerOff: off,
        separations: rates.map { ContextPlan.Rate(occupation: $0.key, exits: $0.value[0], transfers: $0.value[1]) },
        outlook: outlook.map { ($0.key, $0.value) })
    }
  }
}
