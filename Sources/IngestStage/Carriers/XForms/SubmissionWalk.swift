import ConfidentialRecords
import Markup

/// Finds the fields of one submission.
///
/// An element without elements in it is an answer; an empty one was shown and not answered; one that is not there was
/// not relevant, and so not shown. The rows of a group are numbered in the order of the submission, from 1, also where
/// the group stands in a repeating group itself.
struct SubmissionWalk {
  private struct Found {
    let group: String
    let element: MarkupNode
    var isElsewhere = false
  }

  /// Fields whose name stands at several places, and fields that stand several times at their place: of the former none
  /// is taken, of the latter the first.
  private(set) var ambiguous: [FieldPlan.Target] = []
  private(set) var repeated: [FieldPlan.Target] = []

  private let fields: XFormsFields
  private var rows: [Int: Int] = [:]
  private var taken: Set<FieldSlot> = []
  private var named: [FieldSlot: Found] = [:]
  private let take: (FieldSlot, _ text: String, _ line: Int) -> Void

  init(_ fields: XFormsFields, take: @escaping (FieldSlot, _ text: String, _ line: Int) -> Void) {
    self.fields = fields
    self.take = take
  }

  mutating func visit(_ submission: MarkupNode) {
    for (name, slot) in fields.attributes {
      if let value = submission.attribute(name) { take(slot, value, submission.line) }
    }
    visit(submission, at: 0, group: "", row: nil)
    for (slot, found) in named.sorted(by: { $0.value.element.order < $1.value.element.order })
    where !taken.contains(slot) {
      if found.isElsewhere {
        ambiguous.append(slot.target)
      } else {
        take(slot, found.element.text, found.element.line)
      }
    }
  }

  /// - Parameters:
  ///   - place: among the fields' places; nil where none of them is below.
  ///   - group: the path of the element, as names.
  private mutating func visit(_ element: MarkupNode, at place: Int?, group: String, row: Int?) {
    if place == nil && fields.names.isEmpty { return }
    for child in element.eachChild {
      let name = child.name
      let below = place.flatMap { fields.places[$0].below[name] }
      var row = row
      if let below, fields.places[below].isRow {
        rows[below, default: 0] += 1
        row = rows[below]
      }
      if child.hasElements {
        visit(child, at: below, group: fields.names.isEmpty ? "" : "\(group)/\(name)", row: row)
      } else if let below, !fields.places[below].slots.isEmpty {
        for slot in fields.places[below].slots {
          found(FieldSlot(target: slot.target, rank: slot.rank, row: row), child)
        }
      } else {
        for slot in fields.names[name] ?? [] { found(slot, child, byNameIn: group) }
      }
    }
  }

  private mutating func found(_ slot: FieldSlot, _ element: MarkupNode) {
    if taken.insert(slot).inserted || slot.target == .contact {
      take(slot, element.text, element.line)
    } else {
      repeated.append(slot.target)
    }
  }

  private mutating func found(_ slot: FieldSlot, _ element: MarkupNode, byNameIn group: String) {
    guard let first = named[slot] else {
      named[slot] = Found(group: group, element: element)
      return
    }
    if slot.target == .contact {
      take(slot, element.text, element.line)
    } else if first.group != group {
      named[slot]?.isElsewhere = true
    } else {
      repeated.append(slot.target)
    }
  }
}
