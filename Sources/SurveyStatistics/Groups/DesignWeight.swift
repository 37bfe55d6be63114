/// The weight of an answering employer, one for every indicator (F1).
///
///     w = N_g / (m_g + o_g)
///
/// - Unit: frame units per answer.
/// - Take-all strata too: their inclusion probability is 1, their nonresponse adjustment is not. A unit that
///   stands for itself alone is a group of its own with one frame unit and one answer, and leaves N_g.
/// - Source: weighting-class adjustment, Särndal, Swensson & Wretman (1992), *Model Assisted Survey
///   Sampling*, ch. 15.6; the response homogeneity groups are the strata of the frame.
/// - Throws: `DesignError` when a count is negative, when more units are observed than the frame holds, or
///   when frame units have no answer.
package func designWeight(of group: ResponseGroup, number: Int = 0) throws(DesignError) -> Double {
  guard group.frameUnits >= 0, group.answers >= 0, group.ineligible >= 0 else { throw .negativeCount(group: number) }
  let (observed, overflow) = group.answers.addingReportingOverflow(group.ineligible)
  guard !overflow, observed <= group.frameUnits else {
    throw .moreAnswersThanUnits(group: number, answers: overflow ? .max : observed, units: group.frameUnits)
  }
  guard group.frameUnits > 0 else { return 0 }
  guard observed > 0 else { throw .noAnswers(group: number, frameUnits: group.frameUnits) }
  return Double(group.frameUnits) / Double(observed)
}
