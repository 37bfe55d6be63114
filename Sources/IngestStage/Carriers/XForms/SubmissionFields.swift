import ConfidentialRecords
import Markup

/// The fields of one submission.
///
/// An element without elements in it is an answer; an empty one was shown and not answered; one that is not there was
/// not relevant, and so not shown. The rows of a group are numbered in the order of the submission, from 1, also where
/// the group stands in a repeating group itself.
struct SubmissionFields {
  private(set) var found: [(slot: FieldSlot, match: ElementPaths.Match)] = []
  /// Fields whose name stands at several places, and fields that stand several times at their place: of the former none
  /// is taken, of the latter the first.
  private(set) var ambiguous: [FieldPlan.Target] = []
  private(set) var repeated: [FieldPlan.Target] = []

  init(_ tree: MarkupTree, _ fields: XFormsFields) {
    let matches = fields.paths.matches(in: tree)
    found.reserveCapacity(matches.count)
    // Rows come one after another, so that a path that stands twice in a row does so at once.
    var last = [Int?](repeating: nil, count: fields.slots.count)
    var named: [ElementPaths.Match] = []
    for match in matches {
      var slot = fields.slots[match.path]
      if match.isAnywhere {
        named.append(match)
      } else if slot.target != .contact, last[match.path] == match.row ?? 0 {
        repeated.append(slot.target)
      } else {
        last[match.path] = match.row ?? 0
        slot.row = match.row
        found.append((slot, match))
      }
    }
    if !named.isEmpty { addNamed(named.filter { last[$0.path] == nil }, of: tree, fields) }
  }

  private mutating func addNamed(_ matches: [ElementPaths.Match], of tree: MarkupTree, _ fields: XFormsFields) {
    var byPath: [Int: [ElementPaths.Match]] = [:]
    for match in matches { byPath[match.path, default: []].append(match) }
    for path in fields.slots.indices {
      guard let matches = byPath[path], let first = matches.first else { continue }
      let slot = fields.slots[path]
      if slot.target == .contact {
        found += matches.map { (slot, $0) }
      } else if matches.contains(where: { !tree.areAlike(first, $0) }) {
        ambiguous.append(slot.target)
      } else {
        found.append((slot, first))
        if matches.count > 1 { repeated.append(slot.target) }
      }
    }
  }
}
