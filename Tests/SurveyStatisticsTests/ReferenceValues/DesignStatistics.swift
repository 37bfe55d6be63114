import SurveyStatistics

/// What the engine computes for a case, in the shape of the reference's results.
extension DesignCase {
  func results() throws -> [JSON] {
    switch item.statistic {
    case "total", "mean", "ratio": try estimates()
    case "ratio_estimated_total": try ratioTotal()
    case "difference_of_means": try differenceOfMeans()
    case "total_covariance": try covariance()
    case "proportion": try proportions()
    case "quantile": try quantiles()
    case "chisq": try tableTests()
    case "weights": try weightRows()
    default: throw ReferenceFault.unknownStatistic(item.statistic)
    }
  }

  private func proportions() throws -> [JSON] {
    let parts = variables[0].split(separator: "=").map(String.init)
    let y = try table.texts(parts[0]).map { $0 == parts[1] ? 1.0 : 0 }
    var rows: [JSON] = []
    for (units, name) in try domains() {
      guard let mean = sample.mean(y, in: units) else { continue }
      let share = try sample.estimate(mean)
      let n = units?.count { $0 } ?? design.unitCount
      let degrees = units.map(design.degreesOfFreedom(in:)) ?? design.degreesOfFreedom
      let size = effectiveSize(ofShare: share, answers: n, frameUnits: nil, degreesOfFreedom: degrees, kish: nil)
      var intervals: [String: JSON] = [:]
      func add(_ key: String, _ interval: ConfidenceInterval?) {
        intervals[key] = interval.map { .list([JSON($0.lower), JSON($0.upper)]) } ?? .null
      }
      for (key, method) in [
        ("logit", ProportionMethod.logit), ("xlogit", .logit), ("beta", .beta), ("mean", .wald), ("asin", .arcsine),
      ] {
        add(key, proportionInterval(share, method: method, degreesOfFreedom: degrees, effectiveSize: size))
      }
      add("likelihood", likelihoodInterval(share, answers: n, degreesOfFreedom: degrees))
      rows.append(
        .object([
          "domain": name, "variable": .text(variables[0]), "n": JSON(n), "estimate": JSON(share.value),
          "se": JSON(share.standardError), "df_domain": JSON(degrees), "ci": .object(intervals),
        ]))
    }
    return rows
  }

  private func quantiles() throws -> [JSON] {
    let y = try table.numbers(variables[0])
    let rule = try quantileRule(item.json["qrule"]?.text ?? "")
    let method = try item.json["interval_type"]?.text.map(intervalMethod)
    var points: [Double] = []
    for p in item.results.compactMap({ $0["p"]?.number }) where !points.contains(p) { points.append(p) }
    var rows: [JSON] = []
    for (units, name) in try domains() {
      let degrees = units.map(design.degreesOfFreedom(in:)) ?? design.degreesOfFreedom
      for p in points {
        let estimate = try quantileEstimate(
          p, of: y, sample: sample, domain: units, rule: rule, method: method ?? .wald)
        var row: [String: JSON] = [
          "domain": name, "variable": .text(variables[0]), "n": JSON(units?.count { $0 } ?? design.unitCount),
          "p": JSON(p), "estimate": JSON(estimate?.value),
        ]
        if method != nil {
          row["ci_t_domain"] = .list([JSON(estimate?.lower), JSON(estimate?.upper)])
          row["se"] = JSON(estimate?.standardError)
          row["df_domain"] = JSON(degrees)
        }
        rows.append(.object(row))
      }
    }
    return rows
  }

  private func quantileRule(_ name: String) throws -> QuantileRule {
    let rules: [String: QuantileRule] = [
      "math": .math, "school": .school, "hf4": .hf4, "hf5": .hf5, "hf6": .hf6, "hf7": .hf7, "hf8": .hf8,
    ]
    guard let rule = rules[name] else { throw ReferenceFault.unknownOption(name) }
    return rule
  }

  private func intervalMethod(_ name: String) throws -> ProportionMethod {
    let methods: [String: ProportionMethod] = ["mean": .wald, "xlogit": .logit, "beta": .beta, "asin": .arcsine]
    guard let method = methods[name] else { throw ReferenceFault.unknownOption(name) }
    return method
  }

  private func tableTests() throws -> [JSON] {
    let labels = try (item.json["variables"]?.texts ?? []).map { Labels(try table.texts($0)) }
    guard labels.count == 2, let cells = TwoWayTable(sample: sample, rows: labels[0], columns: labels[1]) else {
      throw ReferenceFault.unknownOption("variables")
    }
    let tests = [
      ("F", try cells.raoScott(.secondOrder)), ("Chisq", try cells.raoScott(.firstOrder)),
      ("Wald", try cells.wald(adjusted: false)), ("adjWald", try cells.wald(adjusted: true)),
    ]
    return tests.map { method, test in
      let parameter = [test?.degreesOfFreedom] + (test?.denominator == nil ? [] : [test?.denominator])
      return .object([
        "method": .text(method), "statistic": JSON(test?.statistic), "p_value": JSON(test?.pValue),
        "parameter": .list(parameter.map { JSON($0) }),
      ])
    }
  }

  private func weightRows() throws -> [JSON] {
    // The rows stand in the order of the table; its key is the column that holds them.
    let ids = item.results.compactMap { $0["id"]?.text }
    guard table.columns.values.contains(ids) else { throw ReferenceFault.unknownOption("id") }
    return zip(ids, sample.weights).map { .object(["id": .text($0), "weight": JSON($1)]) }
  }
}
