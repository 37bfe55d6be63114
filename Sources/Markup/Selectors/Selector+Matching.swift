extension Selector {
  /// Everything on the page that the selector means, in document order.
  package func matches(in tree: MarkupTree) -> [Selection] { matches(in: FormReading(tree)) }

  /// As above, with the page's form already read.
  package func matches(in form: FormReading) -> [Selection] {
    let tree = form.tree
    var found = [Selection(tree, range: 0..<Int32(tree.nodes.count))]
    for step in steps {
      found = Self.merged(found.flatMap { step.matches(in: $0.range, of: form) })
    }
    return found
  }

  /// In document order and without repetition: nested scopes find the same thing twice.
  private static func merged(_ found: [Selection]) -> [Selection] {
    var seen: Set<Range<Int32>> = []
    return found.filter { seen.insert($0.range).inserted }
      .sorted { ($0.range.lowerBound, $0.range.upperBound) < ($1.range.lowerBound, $1.range.upperBound) }
  }
}

extension Selector.Step {
  fileprivate func matches(in range: Range<Int32>, of form: FormReading) -> [Selection] {
    let tree = form.tree
    func elements(_ isWanted: (Int32) -> Bool) -> [Selection] {
      range.filter { tree.isElement($0) && isWanted($0) }.map { Selection(tree, element: $0) }
    }
    switch self {
    case .name(let field) where tree.syntax == .xml:
      guard let id = tree.names[field.name] else { return [] }
      return elements { tree.nodes[Int($0)].name == id }
    case .name(let field):
      return form.matches(field).map(\.control.node.index).filter(range.contains).map { Selection(tree, element: $0) }
    case .path(let pattern): return elements { pattern.matches($0, in: tree) }
    case .legend(let text):
      return elements { tree.is($0, .fieldset) && tree.legend(of: $0).map(NormalisedText.init) == text }
    case .heading(let text):
      return range.filter { tree.isHeading($0, text) }
        .map { Selection(tree, range: tree.section(after: $0, in: range)) }
    case .label(let text):
      let controls = form.labels.places(text, in: form).map { form.controls[$0] }
        .filter { range.contains($0.node.index) }
      if !controls.isEmpty { return controls.map { Selection(tree, element: $0.node.index) } }
      return tree.labelled(text, in: range)
    }
  }
}

extension MarkupTree {
  fileprivate func isHeading(_ node: Int32, _ text: NormalisedText) -> Bool {
    KnownName.headingLevel(nodes[Int(node)].name) != nil
      && NormalisedText(self.text(in: node..<end(of: node))) == text
  }

  /// From the end of a heading to the next one of the same or a higher level, wherever that stands in the markup.
  fileprivate func section(after heading: Int32, in range: Range<Int32>) -> Range<Int32> {
    let level = KnownName.headingLevel(nodes[Int(heading)].name) ?? 6
    let start = end(of: heading)
    var at = start
    while at < range.upperBound {
      if let next = KnownName.headingLevel(nodes[Int(at)].name), next <= level { break }
      at += 1
    }
    return start..<max(start, at)
  }
}
