import Diagnostics
import Markup

/// The form that submissions were made with: what it calls itself, and the type of every question.
struct XFormsForm: Sendable {
  /// The `id` that submissions repeat; nil when the form has none.
  let id: String?
  let tree: MarkupTree
  /// The element of the form's own instance that submissions are copies of.
  let instance: MarkupNode
  /// The `bind` of every path, as names below the root.
  let binds: [[String]: MarkupNode]

  /// - Throws: `.formWithoutInstance` for XML that is no XForm.
  init(_ tree: MarkupTree, at place: SourceLocation) throws(IngestProblem) {
    self.tree = tree
    let model = tree.elements.first { $0.name == "model" }
    guard let instance = model?.children.first(where: { $0.name == "instance" })?.children.first else {
      throw .formWithoutInstance(at: place)
    }
    self.instance = instance
    id = instance.attribute(.id)
    var binds: [[String]: MarkupNode] = [:]
    for bind in model?.descendants.filter({ $0.name == "bind" }) ?? [] {
      guard let path = bind.attribute("nodeset").flatMap(XFormsPath.init) else { continue }
      if binds[path.steps] == nil { binds[path.steps] = bind }
    }
    self.binds = binds
  }

  /// Places, recordings and pictures tell who somebody is.
  private static let personalTypes: Set<String> = ["geopoint", "geotrace", "geoshape", "binary"]

  /// What is wrong with where a study looks for a field.
  func fault(of path: XFormsPath, _ written: String, for target: FieldPlan.Target) -> IngestProblem? {
    guard path.attribute == nil else { return nil }
    let places = path.isNameAlone ? self.places(named: path.steps[0]) : [path.steps]
    if path.isNameAlone, places.count > 1, !places.contains(path.steps) {
      return .xformsSeveralPlaces(written, count: places.count)
    }
    guard target != .contact, places.count == 1, let type = binds[places[0]]?.attribute(.type) else { return nil }
    let local = type.split(separator: ":").last.map(String.init) ?? type
    return isPersonal(local) ? .xformsPersonal(written, type: local) : nil
  }

  func isPersonal(_ type: String) -> Bool { Self.personalTypes.contains(type) }

  private func places(named name: String) -> [[String]] {
    var places: [[String]] = []
    for element in instance.descendants where element.name == name && !element.hasElements {
      var steps: [String] = []
      var at: MarkupNode? = element
      while let node = at, node != instance {
        steps.append(node.name)
        at = node.parent
      }
      places.append(steps.reversed())
    }
    return places
  }
}
