import SurveyModel

/// The study's made-up municipality: its register, and every employer as it truly is.
package struct Population: Sendable {
  package var frame: [Workplace]
  /// Those that answer once each; in the order of their keys.
  package var employers: [Employer]

  package init(plan: SimulationPlan) {
    let (frame, office) = FrameBuilder(plan: plan).frame()
    self.frame = frame
    let covered = Self.covered(frame, office: office, plan: plan)
    let coveredKeys = Set(covered.map(\.id))
    let builder = EmployerBuilder(plan: plan)
    employers = frame.filter { !coveredKeys.contains($0.id) }.map { workplace in
      builder.employer(workplace, covers: workplace.id == office ? covered : [])
    }
  }

  /// The workplaces of the office's own enterprise that it answers for: of 20 to 199 staff, so that all are approached.
  private static func covered(_ frame: [Workplace], office: String, plan: SimulationPlan) -> [Workplace] {
    let candidates = frame.filter {
      $0.enterprise == plan.frame.office.enterprise && $0.id != office
        && (plan.fieldwork.takeAllFrom..<200).contains($0.staff)
    }
    let drawn = candidates.map { workplace in
      var stream = RandomStream(seed: plan.seed, workplace.id, "covered")
      return (stream.next(), workplace)
    }
    let chosen = drawn.sorted { ($0.0, $0.1.id) < ($1.0, $1.1.id) }.prefix(plan.frame.office.covers).map(\.1)
    return chosen.sorted { $0.id < $1.id }
  }
}
