import SurveyStatistics

/// Totals, means, ratios and what is made of them, one row per domain and variable.
extension DesignCase {
  var design: SampleDesign { sample.design }

  /// The variables stand in the results: their names say what to compute, never what comes out.
  var variables: [String] {
    var names: [String] = []
    for name in item.results.compactMap({ $0["variable"]?.text }) where !names.contains(name) { names.append(name) }
    // A case that must fail shows none: any column will do.
    if item.json["expect_error"] == .bool(true) { names = [item.design["weight"]?.text ?? ""] }
    return names
  }

  func estimates() throws -> [JSON] {
    var rows: [JSON] = []
    for (units, name) in try domains() {
      for variable in variables {
        let parts = variable.split(separator: "/").map(String.init)
        let given = try table.optionalNumbers(parts[0])
        let (y, present) = sample.present(given, in: units)
        // Without a missing value the domain stays as it is: all units, or those of the domain.
        let domain = given.contains(nil) ? present : units
        let x = try parts.count > 1 ? table.numbers(parts[1]) : Array(repeating: 1, count: y.count)
        var row = try item.design["replicates"] == nil ? linearised(y, x, domain) : jackknifed(y, x, domain)
        row["domain"] = name
        row["variable"] = .text(variable)
        // The reference counts degrees of freedom before missing values are left out.
        if given.contains(nil) { row.merge(degrees(units, estimate: row)) { $1 } }
        rows.append(.object(row))
      }
    }
    return rows
  }

  private func linearised(_ y: [Double], _ x: [Double], _ domain: [Bool]?) throws -> [String: JSON] {
    let (top, bottom) = (sample.total(y, in: domain), sample.total(x, in: domain))
    let wanted = item.statistic == "total" ? top : top.divided(by: bottom)
    let estimate = try wanted.flatMap(estimateIfDefined)
    var row = record(value: wanted?.value, estimate, domain)
    if item.statistic == "ratio" {
      row["numerator_total"] = JSON(top.value)
      row["denominator_total"] = JSON(bottom.value)
    } else if item.results.contains(where: { $0["deff"] != nil }) {
      for (key, simple) in [("deff", SimpleSample.withoutReplacement), ("deff_replace", .withReplacement)] {
        row[key] = JSON(
          designEffect(
            ofMean: item.statistic == "mean" ? estimate : nil, ofTotal: item.statistic == "total" ? estimate : nil,
            values: y, sample: sample, domain: domain, against: simple))
      }
    }
    return row
  }

  /// Where every stratum of a domain is lone, the average rule has nothing to average: the reference says undefined.
  private func estimateIfDefined(_ linearised: LinearisedEstimate) throws -> SampleEstimate? {
    do { return try sample.estimate(linearised) } catch DesignError.onlyLoneUnits { return nil }
  }

  private func jackknifed(_ y: [Double], _ x: [Double], _ domain: [Bool]?) throws -> [String: JSON] {
    guard let type = item.design["replicates"]?.text, ["JK1", "JKn"].contains(type) else {
      throw ReferenceFault.unknownOption("replicates")
    }
    let jackknife = Jackknife(design, centre: item.design["mse"] == .bool(true) ? .estimate : .replicateMean)
    let isTotal = item.statistic == "total"
    let estimate = try jackknife.estimate { weights in
      var (top, bottom) = (CompensatedSum(), CompensatedSum())
      for unit in weights.indices where domain?[unit] ?? true {
        top += weights[unit] * y[unit]
        bottom += weights[unit] * x[unit]
      }
      return isTotal ? top.value : bottom.value == 0 ? nil : top.value / bottom.value
    }
    return record(value: estimate?.value, estimate, domain, inDomain: domain.map(jackknife.degreesOfFreedom(in:)))
  }

  func ratioTotal() throws -> [JSON] {
    // The total is that of the variable shown, by way of its ratio to the other one named in the call.
    guard let known = item.json["known_total"]?.number, let call = item.json["r"]?.text else {
      throw ReferenceFault.unknownOption("known_total")
    }
    let names = call.split(separator: "~").dropFirst()
      .map { String($0.prefix { $0.isLetter || $0.isNumber || $0 == "_" }) }
    guard names.count == 2 else { throw ReferenceFault.unknownOption(call) }
    let total = try sample.ratio(table.numbers(names[0]), table.numbers(names[1]))?.scaled(by: known)
    return [named(names[0], record(value: total?.value, try total.map(sample.estimate), nil))]
  }

  func differenceOfMeans() throws -> [JSON] {
    let labels = try table.texts(item.by[0])
    let y = try table.numbers(variables[0])
    let means = (item.json["domains"]?.texts ?? []).map { level in sample.mean(y, in: labels.map { $0 == level }) }
    guard means.count == 2, let a = means[0], let b = means[1] else { throw ReferenceFault.unknownOption("domains") }
    // The reference counts the degrees of freedom of the whole sample.
    let estimate = try sample.estimate(a - b)
    return [named(variables[0], record(value: estimate.value, estimate, nil))]
  }

  func covariance() throws -> [JSON] {
    let names = item.results.first?["variables"]?.texts ?? []
    let totals = try names.map { sample.total(try table.numbers($0)) }
    let matrix = try sample.covariance(of: totals)
    let rows = matrix.map { row in JSON.list(row.map { JSON($0) }) }
    return [.object(["variables": .list(names.map(JSON.text)), "vcov": .list(rows)])]
  }

  private func named(_ variable: String, _ row: [String: JSON]) -> JSON {
    .object(row.merging(["domain": .object([:]), "variable": .text(variable)]) { $1 })
  }

  private func record(
    value: Double?, _ estimate: SampleEstimate?, _ domain: [Bool]?, inDomain degrees: Int? = nil
  ) -> [String: JSON] {
    let row: [String: JSON] = [
      "n": JSON(domain?.count { $0 } ?? design.unitCount), "estimate": JSON(value),
      "se": JSON(estimate?.standardError), "variance": JSON(estimate?.variance),
      "cv": JSON(estimate?.relativeStandardError), "df": JSON(design.degreesOfFreedom),
      "ci_normal": limits(estimate, NormalDistribution.quantile(0.975)),
      "ci_t": limits(estimate, StudentT(degreesOfFreedom: design.degreesOfFreedom)?.quantile(0.975)),
    ]
    return row.merging(self.degrees(domain, estimate: row, inDomain: degrees)) { $1 }
  }

  /// The degrees of freedom of a domain, and the interval that follows from them.
  private func degrees(_ domain: [Bool]?, estimate row: [String: JSON], inDomain given: Int? = nil) -> [String: JSON] {
    let degrees = given ?? domain.map(design.degreesOfFreedom(in:)) ?? design.degreesOfFreedom
    let estimate = row["estimate"]?.number.flatMap { value in
      row["variance"]?.number.map { SampleEstimate(value: value, variance: $0) }
    }
    return [
      "df_domain": JSON(degrees),
      "ci_t_domain": limits(estimate, StudentT(degreesOfFreedom: degrees)?.quantile(0.975)),
    ]
  }

  private func limits(_ estimate: SampleEstimate?, _ multiplier: Double?) -> JSON {
    guard let multiplier else { return .null }
    let interval = estimate?.interval(multiplier: multiplier)
    return .list([JSON(interval?.lower), JSON(interval?.upper)])
  }
}
