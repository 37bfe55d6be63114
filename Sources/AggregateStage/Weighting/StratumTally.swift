import ConfidentialRecords
import Diagnostics
import SurveyStatistics

/// Frame and fieldwork counted per stratum: N_h, m_h, o_h and how the other approaches ended.
struct StratumTally {
  private(set) var keys: [String] = []
  private var records: [FieldworkRecord] = []
  private var ranks: [Int] = []

  init(study: Study, frame: [FrameCellRecord], design: [DesignRecord]) {
    var place: [String: Int] = [:]
    for cell in frame.sorted(by: { $0.stratum < $1.stratum }) {
      let index =
        place[cell.stratum]
        ?? {
          place[cell.stratum] = keys.count
          keys.append(cell.stratum)
          ranks.append(study.sizeClasses.firstIndex { $0.code == cell.sizeClass } ?? study.sizeClasses.count)
          var record = FieldworkRecord()
          record.stratum = cell.stratum
          record.municipality = cell.municipality
          record.sector = cell.sector
          record.sizeClass = cell.sizeClass
          records.append(record)
          return keys.count - 1
        }()
      records[index].frameUnits += cell.units
      records[index].frameEmployees += cell.employees
    }
    for unit in design where unit.joinedTo == nil && unit.dominant != true {
      guard let index = place[unit.stratum] else { continue }
      records[index].approached += 1
      records[index].approachedEmployees += unit.employees
      switch unit.disposition {
      case .completed, .partial:
        records[index].answered += 1
        records[index].answeredEmployees += unit.employees
      case .ineligible: records[index].ineligible += 1
      case .refused: records[index].refused += 1
      case .noContact: records[index].noContact += 1
      case .unknown: records[index].unknown += 1
      case .withdrawn: records[index].withdrawn += 1
      }
    }
  }

  var strata: [FrameStratum] {
    zip(records, ranks).map { record, rank in
      FrameStratum(
        municipality: record.municipality, sector: record.sector.rawValue, sizeClass: rank,
        counts: ResponseGroup(
          frameUnits: record.frameUnits, answers: record.answered, ineligible: record.ineligible))
    }
  }

  func fieldwork(groups: JoinedGroups, weights: [Double]) -> [FieldworkRecord] {
    var firstStratum: [Int: String] = [:]
    for (index, group) in groups.groupOfStratum.enumerated() where firstStratum[group] == nil {
      firstStratum[group] = keys[index]
    }
    return records.enumerated().map { index, counted in
      var record = counted
      let group = groups.groupOfStratum[index]
      record.group = firstStratum[group] ?? record.stratum
      record.weight = weights[group]
      return record
    }
  }

  /// Names the stratum that a fault of the design speaks of.
  func problem(_ error: DesignError) -> Problem {
    func name(_ number: Int) -> String { keys.indices.contains(number) ? keys[number] : "group \(number)" }
    switch error {
    case .tooFewAnswers(let municipality, let answers, let minimum):
      return Problem(
        .error, "municipality \(municipality) has too few answers to be weighted",
        expected: "at least \(minimum) answers in the municipality (minimum-group in study.yaml)",
        got: "\(answers)", hint: "take the municipality out of the study, or wait for more answers")
    case .moreAnswersThanUnits(let number, let answers, let units):
      return Problem(
        .error, "stratum \(name(number)) has more answers than units on the frame",
        expected: "at most \(units)", got: "\(answers)", hint: "check the frame and the sample file against each other")
    case .noAnswers(let number, let units), .loneAnswer(let number, let units):
      return Problem(
        .error, "stratum \(name(number)) cannot be weighted",
        expected: "two answers, or all of its units", got: "\(units) units on the frame",
        hint: "raise minimum-group in study.yaml")
    case .negativeCount(let number), .repeatedStratum(let number), .unknownGroup(let number, _):
      return Problem(
        .error, "stratum \(name(number)) is counted wrongly", hint: "run survey-clean again; if it stays, report it")
    case .noUnits, .wrongLength, .impossibleWeight, .impossiblePopulation, .clusterInTwoStrata, .loneUnit,
      .onlyLoneUnits:
      // Only designs given unit by unit can fail like this; the stage gives its design group by group.
      return Problem(.error, "the design of the study cannot carry an estimate", got: "\(error)")
    }
  }
}
