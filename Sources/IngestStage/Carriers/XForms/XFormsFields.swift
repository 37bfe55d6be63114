import Diagnostics
import Markup

/// The fields of a questionnaire by where they stand in a submission: made once, asked for every submission.
struct XFormsFields: Sendable {
  private(set) var paths = ElementPaths()
  /// The field of every path, without a row.
  private(set) var slots: [FieldSlot] = []
  private(set) var attributes: [(name: String, slot: FieldSlot)] = []

  /// - Throws: `.wrongStudyFile` with every path that cannot be understood, or that `form` shows to be none.
  init(_ plan: FieldPlan, form: XFormsForm?) throws(StageFailure) {
    var problems: [Problem] = []
    for field in plan.fields {
      for (rank, written) in field.selectors.enumerated() {
        guard let path = XFormsPath(written) else {
          problems.append(IngestProblem.xformsPath(written, in: plan.questionnaire.id).problem)
          continue
        }
        if let fault = form?.fault(of: path, written, for: field.target) {
          problems.append(fault.problem)
        }
        let slot = FieldSlot(target: field.target, rank: rank)
        if let name = path.attribute {
          attributes.append((name, slot))
        } else {
          paths.add(path.steps, rows: path.rows, isAnywhere: path.isNameAlone)
          slots.append(slot)
        }
      }
    }
    if !problems.isEmpty { throw StageFailure(.wrongStudyFile, problems) }
  }
}
