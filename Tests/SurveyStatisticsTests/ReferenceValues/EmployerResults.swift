import SurveyStatistics

/// The employer cases in the shape of the reference, by whichever way the estimates are made.
struct EmployerResults {
  /// Estimates of one domain and occupation; variables by their place in `EmployerStudy.variables`.
  struct Estimates {
    var degreesOfFreedom: Int
    var degreesInDomain: Int
    var total: (Int) throws -> SampleEstimate?
    /// Over the headcount.
    var ratio: (Int) throws -> SampleEstimate?
  }

  let study: EmployerStudy
  let item: ReferenceCase

  func rows(_ estimates: ([Bool], String) throws -> Estimates) throws -> [JSON] {
    let names = item.by
    let occupations = names.last.flatMap { study.occupations[$0] }
    let domainNames = occupations == nil ? names : Array(names.dropLast())
    let labels = study.units.map { unit in domainNames.map { unit.domains[$0] ?? "" } }
    var rows: [JSON] = []
    for label in Set(labels) {
      var domain = Dictionary(uniqueKeysWithValues: zip(domainNames, label.map(JSON.text)))
      let units = labels.map { $0 == label }
      for occupation in occupations ?? [""] {
        if occupations != nil, let name = names.last { domain[name] = .text(occupation) }
        rows.append(try row(domain, units, occupation, estimates))
      }
    }
    return rows
  }

  private func row(
    _ domain: [String: JSON], _ units: [Bool], _ occupation: String,
    _ estimates: ([Bool], String) throws -> Estimates
  ) throws -> JSON {
    let answers = zip(study.units, units).filter(\.1).map { $0.0.answers[occupation] ?? [] }
    let headcounts = answers.map { $0.first ?? 0 }.sorted(by: >)
    var row: [String: JSON] = [
      "domain": .object(domain), "respondents": JSON(headcounts.count),
      "contributors": JSON(headcounts.count { $0 > 0 }), "largest": JSON(headcounts[0]),
      "second_largest": JSON(headcounts.count > 1 ? headcounts[1] : 0),
      "unweighted_headcount": JSON(headcounts.reduce(0, +)),
    ]
    if answers.allSatisfy({ $0.allSatisfy { $0 == 0 } }) {
      row["empty"] = .bool(true)
      return .object(row)
    }
    let made = try estimates(units, occupation)
    row["df"] = JSON(made.degreesOfFreedom)
    row["df_domain"] = JSON(made.degreesInDomain)
    row["estimates"] = .list(
      try variables.map { name in
        let parts = name.split(separator: "/").map(String.init)
        guard let place = EmployerStudy.variables.firstIndex(of: parts[0]) else { throw ReferenceFault.noColumn(name) }
        let isRatio = parts.count > 1
        let estimate = try isRatio ? made.ratio(place) : made.total(place)
        return record(name, isRatio ? "ratio" : "total", estimate, made.degreesOfFreedom)
      })
    return .object(row)
  }

  /// Which variables the case has, in its order.
  private var variables: [String] {
    item.results.lazy.map { $0["estimates"]?.list ?? [] }.first { !$0.isEmpty }?.compactMap { $0["variable"]?.text }
      ?? []
  }

  private func record(_ name: String, _ statistic: String, _ estimate: SampleEstimate?, _ degrees: Int) -> JSON {
    func limits(_ multiplier: Double?) -> JSON {
      let interval = multiplier.flatMap { estimate?.interval(multiplier: $0) }
      return .list([JSON(interval?.lower), JSON(interval?.upper)])
    }
    return .object([
      "variable": .text(name), "statistic": .text(statistic), "estimate": JSON(estimate?.value),
      "se": JSON(estimate?.standardError), "cv": JSON(estimate?.relativeStandardError),
      "ci_normal": limits(NormalDistribution.quantile(0.975)),
      "ci_t": limits(StudentT(degreesOfFreedom: degrees)?.quantile(0.975)),
    ])
  }
}
