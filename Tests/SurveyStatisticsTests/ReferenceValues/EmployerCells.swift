@testable import SurveyStatistics

/// The employer cases by way of what the aggregate stage uses: one pass over the answers into mergeable moments.
struct EmployerCells {
  let study: EmployerStudy

  /// Totals of every variable and the ratios of the gaps, in each domain of the case.
  func totalsAndRatios(by names: [String]) throws -> [JSON] {
    let perOccupation = names.last.flatMap { study.occupations[$0] }
    let domainNames = perOccupation == nil ? names : Array(names.dropLast())
    var results: [JSON] = []
    let domains = Dictionary(grouping: study.units) { unit in domainNames.map { unit.domains[$0] ?? "" } }
    for (values, units) in domains {
      var domain = Dictionary(uniqueKeysWithValues: zip(domainNames, values.map(JSON.text)))
      for occupation in perOccupation ?? [""] {
        if perOccupation != nil, let name = names.last { domain[name] = .text(occupation) }
        results.append(try cell(domain, occupation, units))
      }
    }
    return results
  }

  private func cell(_ domain: [String: JSON], _ occupation: String, _ units: [EmployerStudy.Unit]) throws -> JSON {
    let zero = [Double](repeating: 0, count: EmployerStudy.variables.count)
    // Two parts, as two chunks of the input would be merged.
    var parts = Array(repeating: Array(repeating: CellMoments(), count: EmployerStudy.variables.count), count: 2)
    for (number, unit) in units.enumerated() {
      let answers = unit.answers[occupation] ?? zero
      for (variable, y) in answers.enumerated() {
        parts[number < units.count / 3 ? 0 : 1][variable].add(group: unit.group, y: y, x: answers[0])
      }
    }
    var cells = parts[0]
    for variable in cells.indices { cells[variable].merge(parts[1][variable]) }

    let headcounts = units.map { $0.answers[occupation]?[0] ?? 0 }.sorted(by: >)
    var result: [String: JSON] = [
      "domain": .object(domain), "respondents": JSON(cells[0].answers), "contributors": JSON(cells[0].contributors),
      "largest": JSON(headcounts[0]), "second_largest": JSON(headcounts.count > 1 ? headcounts[1] : 0),
      "unweighted_headcount": JSON(headcounts.reduce(0, +)),
    ]
    if cells.allSatisfy({ $0.contributors == 0 }) {
      result["empty"] = .bool(true)
      return .object(result)
    }
    result["df"] = JSON(study.design.degreesOfFreedom)
    result["df_domain"] = JSON(cells[0].degreesOfFreedom)
    var estimates: [JSON] = []
    for (variable, cell) in cells.enumerated() {
      let total = try domainTotal(cell, design: study.design)
      estimates.append(record(EmployerStudy.variables[variable], "total", total))
    }
    for variable in 7...9 {
      let ratio = try domainRatio(cells[variable], design: study.design)?.ratio
      estimates.append(record("\(EmployerStudy.variables[variable])/headcount_now", "ratio", ratio))
    }
    result["estimates"] = .list(estimates)
    return .object(result)
  }

  private func record(_ variable: String, _ statistic: String, _ estimate: SampleEstimate?) -> JSON {
    let t = StudentT(degreesOfFreedom: study.design.degreesOfFreedom)?.quantile(0.975) ?? .nan
    let normal = NormalDistribution.quantile(0.975)
    func limits(_ multiplier: Double) -> JSON {
      let interval = estimate?.interval(multiplier: multiplier)
      return .list([JSON(interval?.lower), JSON(interval?.upper)])
    }
    return .object([
      "variable": .text(variable), "statistic": .text(statistic), "estimate": JSON(estimate?.value),
      "se": JSON(estimate?.standardError), "cv": JSON(estimate?.relativeStandardError), "ci_normal": limits(normal),
      "ci_t": limits(t),
    ])
  }

  /// Counts of the frame, the sample and the answers, the strata joined by the project's own rule.
  func nonresponse() throws -> [JSON] {
    let labels = try study.frame.texts("stratum")
    let statuses = try study.sample.texts("status")
    let (N, n) = (try study.sample.numbers("N_h"), try study.sample.numbers("n_h"))
    let responded = statuses.map { $0 == "responded" }
    let base = zip(N, n).map { $0 / $1 }
    let (strata, joined) = try joinedStrata(minimumAnswers: 2)
    return [
      .object([
        "frame": JSON(labels.count), "sample": JSON(statuses.count),
        "responded": JSON(responded.filter { $0 }.count),
        "response_rate_unweighted": JSON(Double(responded.filter { $0 }.count) / Double(statuses.count)),
        "response_rate_weighted": JSON(
          zip(base, responded).filter(\.1).map(\.0).compensatedSum() / base.compensatedSum()),
        "strata": JSON(strata.count), "strata_without_answer": JSON(strata.filter { $0.counts.answers == 0 }.count),
        "strata_with_one_answer": JSON(strata.filter { $0.counts.answers == 1 }.count),
        "groups": JSON(joined.groups.count),
      ])
    ]
  }

  func joinedStrata(minimumAnswers: Int) throws -> (strata: [FrameStratum], joined: JoinedGroups) {
    let units = Dictionary(grouping: try study.frame.texts("stratum")) { $0 }.mapValues(\.count)
    let answers = Dictionary(grouping: try study.weights.texts("stratum")) { $0 }.mapValues(\.count)
    let strata = units.keys.sorted().map { label in
      let parts = label.split(separator: "-").map(String.init)
      return FrameStratum(
        municipality: parts[0], sector: parts[1], sizeClass: Int(parts[2]) ?? 0,
        counts: ResponseGroup(frameUnits: units[label] ?? 0, answers: answers[label] ?? 0))
    }
    return (strata, try joinThinGroups(strata, minimumAnswers: minimumAnswers))
  }
}
