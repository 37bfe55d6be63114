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
}
