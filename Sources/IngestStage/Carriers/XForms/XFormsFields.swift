import Diagnostics

/// The fields of a questionnaire by where they stand in a submission: made once, asked for every element.
struct XFormsFields: Sendable {
  /// A step of some field's path.
  struct Place: Sendable {
    fileprivate(set) var below: [String: Int] = [:]
    /// The fields that end here, mostly one.
    fileprivate(set) var slots: [FieldSlot] = []
    /// Its occurrences are the rows of the fields below it.
    fileprivate(set) var isRow = false
  }

  /// The first is the submission itself.
  private(set) var places = [Place()]
  /// Fields whose names may stand anywhere.
  private(set) var names: [String: [FieldSlot]] = [:]
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
        add(path, FieldSlot(target: field.target, rank: rank))
      }
    }
    if !problems.isEmpty { throw StageFailure(.wrongStudyFile, problems) }
  }

  private mutating func add(_ path: XFormsPath, _ slot: FieldSlot) {
    if let name = path.attribute {
      attributes.append((name, slot))
      return
    }
    var at = 0
    for (step, name) in path.steps.enumerated() {
      let next = places[at].below[name] ?? places.count
      if next == places.count {
        places.append(Place())
        places[at].below[name] = next
      }
      if step == path.rows { places[next].isRow = true }
      at = next
    }
    places[at].slots.append(slot)
    if path.isNameAlone { names[path.steps[0], default: []].append(slot) }
  }
}
