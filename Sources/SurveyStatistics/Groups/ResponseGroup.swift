/// A set of frame units whose answering members stand for all of them.
package struct ResponseGroup: Hashable, Sendable {
  /// N_g: units of the frame.
  package var frameUnits: Int
  /// m_g: units that answered.
  package var answers: Int
  /// o_g: units found to be closed or without staff. They count as answers of 0.
  package var ineligible: Int

  package init(frameUnits: Int, answers: Int, ineligible: Int = 0) {
    self.frameUnits = frameUnits
    self.answers = answers
    self.ineligible = ineligible
  }

  /// a_g = m_g + o_g: units whose value is known.
  package var observed: Int { answers + ineligible }
  /// Every unit's value is known, so the group adds nothing to the variance.
  package var isComplete: Bool { observed == frameUnits }
}
