import Foundation
import SurveyStatistics

/// Computes a case from its tables, reading each table once.
struct CaseComputer {
  let folder: URL
  private var tables: [String: CSVTable] = [:]
  private var studies: [[String]: EmployerStudy] = [:]

  init(folder: URL) { self.folder = folder }

  mutating func results(_ item: ReferenceCase) throws -> [JSON] {
    guard item.data.count > 1 else {
      switch item.statistic {
      case "distribution": return try item.results.map(DistributionCase.result)
      default: return try DesignCase(item, table: table(item.data.first ?? "")).results()
      }
    }
    let study = try study(item)
    switch item.statistic {
    case "counts": return try study.nonresponse()
    case "totals_and_ratios":
      let sample = try DesignCase(item, table: study.unitTable()).sample
      return try EmployerResults(study: study, item: item).rows { domain, occupation in
        estimates(sample, study: study, domain: domain, occupation: occupation)
      }
    default: return try DesignCase(item, table: study.unitTable()).results()
    }
  }

  /// By one pass over the answers into moments, in two parts that are merged, as chunks of the input would be.
  mutating func resultsByMoments(_ item: ReferenceCase) throws -> [JSON] {
    let study = try study(item)
    return try EmployerResults(study: study, item: item).rows { domain, occupation in
      let zero = Array(repeating: 0.0, count: EmployerStudy.variables.count)
      var parts = Array(repeating: Array(repeating: CellMoments(), count: zero.count), count: 2)
      for (number, unit) in study.units.enumerated() where domain[number] {
        let answers = unit.answers[occupation] ?? zero
        for (variable, y) in answers.enumerated() {
          parts[number < study.units.count / 3 ? 0 : 1][variable].add(group: unit.group, y: y, x: answers[0])
        }
      }
      var cells = parts[0]
      for variable in cells.indices { cells[variable].merge(parts[1][variable]) }
      let merged = cells
      return EmployerResults.Estimates(
        degreesOfFreedom: study.design.degreesOfFreedom, degreesInDomain: merged[0].degreesOfFreedom,
        total: { try domainTotal(merged[$0], design: study.design) },
        ratio: { try domainRatio(merged[$0], design: study.design)?.ratio })
    }
  }

  private func estimates(
    _ sample: WeightedSample, study: EmployerStudy, domain: [Bool], occupation: String
  ) -> EmployerResults.Estimates {
    func column(_ variable: Int) -> [Double] { study.units.map { $0.answers[occupation]?[variable] ?? 0 } }
    return EmployerResults.Estimates(
      degreesOfFreedom: sample.design.degreesOfFreedom,
      degreesInDomain: sample.design.degreesOfFreedom(in: domain),
      total: { try sample.estimate(sample.total(column($0), in: domain)) },
      ratio: { try sample.ratio(column($0), column(0), in: domain).map(sample.estimate) })
  }

  private mutating func table(_ name: String) throws -> CSVTable {
    if let known = tables[name] { return known }
    let table = try CSVTable(folder.appendingPathComponent(name))
    tables[name] = table
    return table
  }

  private mutating func study(_ item: ReferenceCase) throws -> EmployerStudy {
    if let known = studies[item.data] { return known }
    let study = try EmployerStudy(folder: folder, files: item.data)
    studies[item.data] = study
    return study
  }
}
