import ConfidentialRecords
import Diagnostics
import SurveyStatistics

/// The response groups of a study, and which group an answer belongs to (F1).
///
/// Groups are the frame's strata, joined by rule until each holds the study's minimum of answers. A dominant employer
/// is a group of its own, with weight 1, and is taken out of its stratum's N.
package struct Weighting: Sendable {
  package let design: ResponseDesign
  private let groupOfStratum: [String: Int]
  private let groupOfDominant: [String: Int]
  /// The groups of dominant employers, one employer each.
  let dominantGroups: Range<Int>
  /// One line per join, for the process counts: the stratum that was too thin, and the one it was joined with.
  package let joins: [(thin: String, with: String)]
  /// What the fieldwork page and the report say of each stratum.
  package let fieldwork: [FieldworkRecord]
  /// Domains in which a dominant employer did not answer (EDT-09).
  package let missingDominant: [DesignRecord]

  /// - Throws: `StageFailure` when answers and frame contradict each other, or a municipality is too thin as a whole.
  package init(study: Study, frame: [FrameCellRecord], design: [DesignRecord]) throws(StageFailure) {
    let tally = StratumTally(study: study, frame: frame, design: design)
    let joined: JoinedGroups
    do {
      joined = try joinThinGroups(tally.strata, minimumAnswers: study.minimumGroup)
    } catch {
      throw StageFailure(.wrongData, [tally.problem(error)])
    }

    var groups = joined.groups
    var dominant: [String: Int] = [:]
    for unit in design where unit.dominant == true && unit.joinedTo == nil && unit.disposition.isAnswer {
      dominant[unit.establishment] = groups.count
      groups.append(ResponseGroup(frameUnits: 1, answers: 1))
    }
    let responseDesign: ResponseDesign
    do {
      responseDesign = try ResponseDesign(groups)
    } catch {
      throw StageFailure(.wrongData, [tally.problem(error)])
    }

    self.design = responseDesign
    groupOfStratum = Dictionary(uniqueKeysWithValues: zip(tally.keys, joined.groupOfStratum))
    groupOfDominant = dominant
    dominantGroups = joined.groups.count..<groups.count
    missingDominant = design.filter {
      $0.dominant == true && $0.joinedTo == nil && !$0.disposition.isAnswer && $0.disposition != .ineligible
    }
    let names = tally.keys
    joins = joined.joins.map { join in
      (join.strata.map { names[$0] }.joined(separator: "+"), join.joinedWith.map { names[$0] }.joined(separator: "+"))
    }
    fieldwork = tally.fieldwork(groups: joined, weights: responseDesign.weights)
  }

  /// For groups that were made elsewhere, such as those of a reference set.
  package init(groupOfStratum: [String: Int], groups: [ResponseGroup]) throws(DesignError) {
    design = try ResponseDesign(groups)
    self.groupOfStratum = groupOfStratum
    groupOfDominant = [:]
    dominantGroups = groups.count..<groups.count
    joins = []
    fieldwork = []
    missingDominant = []
  }

  /// Nil when the answer's stratum is not in the frame: the stage before broke its contract.
  package func group(of employer: EmployerRecord) -> Int? {
    employer.dominant == true ? groupOfDominant[employer.establishment] : groupOfStratum[employer.stratum]
  }

  /// By group: units approached, dominant employers aside.
  var approached: [Int: Int] {
    var counts: [Int: Int] = [:]
    for record in fieldwork {
      if let group = groupOfStratum[record.stratum] { counts[group, default: 0] += record.approached }
    }
    return counts
  }

  /// The group that an answer from a stratum would belong to.
  func group(ofStratum stratum: String) -> Int? { groupOfStratum[stratum] }
}
