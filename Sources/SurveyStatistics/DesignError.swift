/// Why a sample cannot carry an estimate. Groups, strata and units are named by their place in the input.
package enum DesignError: Error, Hashable, Sendable {
  /// Frame units that nobody answers for: the group has to be joined with another first.
  case noAnswers(group: Int, frameUnits: Int)
  /// More answers, or more units of a domain, than the group has.
  case moreAnswersThanUnits(group: Int, answers: Int, units: Int)
  /// One answer that stands for several units has no variance.
  case loneAnswer(group: Int, frameUnits: Int)
  case negativeCount(group: Int)
  /// The group number is not one of the design's.
  case unknownGroup(Int, groups: Int)
  /// All the strata of a municipality together hold too few answers.
  case tooFewAnswers(municipality: String, answers: Int, minimum: Int)
  /// The same municipality, sector and size class twice.
  case repeatedStratum(Int)

  case noUnits
  /// A column that does not have one value per unit.
  case wrongLength(expected: Int, got: Int)
  /// Not a number, infinite, or negative.
  case impossibleWeight(unit: Int)
  /// Stated differently for two units of the stratum, or smaller than the number of sampled units.
  case impossiblePopulation(stratum: Int)
  case clusterInTwoStrata(cluster: Int)
  /// One sampled unit in a stratum that holds more, and the rule is to fail.
  case loneUnit(stratum: Int)
  /// Every stratum has one sampled unit: there is nothing to average, nor to leave out.
  case onlyLoneUnits
}
