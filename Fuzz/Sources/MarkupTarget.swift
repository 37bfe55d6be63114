@testable import Markup

/// Pages and XML: whatever the bytes, a tree that is whole, or an error.
@Sendable func fuzzMarkup(_ bytes: [UInt8]) {
  var limits = MarkupLimits()
  limits.depth = 40
  limits.nodes = 2000
  limits.attributeBytes = 4000
  limits.attributesPerElement = 20
  let options = MarkupOptions(limits: limits)
  if let page = try? MarkupParser.parseHTML(bytes, path: "page.html", options: options) {
    checkTree(page, limits)
    ask(page)
  }
  fuzzXML(bytes, options)
}

/// How the bytes come in must not matter: in one piece, in many, or as a stream of subtrees.
private func fuzzXML(_ bytes: [UInt8], _ options: MarkupOptions) {
  let whole = try? MarkupParser.parseXML(bytes, path: "svar.xml", options: options)
  var small = options
  small.pieceSize = 7
  let pieces = try? MarkupParser.parseXML(bytes, path: "svar.xml", options: small)
  claim(whole.map(description) == pieces.map(description), "the size of the pieces matters")
  guard let whole else { return }
  checkTree(whole, options.limits)

  // What declares nothing and is no UTF-8 is guessed at when it is whole, and refused in a stream.
  guard whole.verdict.rule != .fallback else { return }
  // The first piece decides on the encoding, so it holds the declaration.
  var rest = bytes[...]
  var size = 1024
  let stream = try? XMLElements(named: whole.root.name, path: "svar.xml", options: small) { buffer in
    let piece = rest.prefix(min(size, buffer.count))
    size = 11
    rest = rest.dropFirst(piece.count)
    buffer.replaceSubrange(0..<piece.count, with: piece)
    return piece.count
  }
  let first = try? stream?.next()
  claim(first.map(description) == description(whole), "a stream of one element is not that element")
}

/// Children lie inside their parents and after them; texts lie in the buffer and are UTF-8; limits hold.
private func checkTree(_ tree: MarkupTree, _ limits: MarkupLimits) {
  let content = tree.content
  claim(content.nodes.count <= limits.nodes, "too many nodes")
  claim(String(validating: content.buffer, as: UTF8.self) != nil, "a text is no UTF-8")
  var open: [Int32] = []
  for (place, node) in content.nodes.enumerated() {
    while let last = open.last, content.nodes[Int(last)].end <= place { open.removeLast() }
    claim(node.parent == open.last ?? -1, "a parent is not the element around")
    claim(node.end > place && node.end <= content.nodes.count, "an element ends before it begins")
    claim(open.last.map { content.nodes[Int($0)].end >= node.end } ?? true, "an element ends outside its parent")
    claim(node.line >= 0, "a line is negative")
    let end = Int(node.start) + Int(node.count)
    if content.isElement(Int32(place)) {
      claim(end <= content.attributes.count, "attributes that are not there")
      open.append(Int32(place))
      claim(open.count <= limits.depth, "too deep")
    } else {
      claim(node.count > 0 && end <= content.buffer.count, "a text outside the buffer")
    }
  }
  for attribute in content.attributes {
    claim(attribute.range.upperBound <= content.buffer.count, "an attribute outside the buffer")
    claim(attribute.length <= limits.attributeBytes, "an attribute that is too long")
  }
}

/// Everything a carrier asks of a page.
private func ask(_ page: MarkupTree) {
  let form = FormReading(page)
  for control in form.controls {
    _ = (control.labels, control.legend, control.options, control.path, control.bareName, control.fieldName)
  }
  for table in page.elements where table.is(.table) {
    for row in TableGrid(table).rows {
      for cell in row { claim(cell.columns > 0 && cell.column >= 0, "a cell of no width") }
    }
  }
  for selector in selectors { _ = selector.matches(in: form) }
  _ = page.plainText()
}

private let selectors = [
  "label:\"Bagare\"", "heading:\"Yrken\" tr > td:2", "yrke[].antal", "#a", "legend:Yrken", "path:html/body/p[1]",
].compactMap { try? Selector($0) }

private func description(_ tree: MarkupTree) -> String {
  tree.content.nodes.indices.map { place in
    let node = MarkupNode(tree: tree, index: Int32(place))
    guard tree.isElement(Int32(place)) else {
      return "\(node.line):\(tree.string(tree.nodes[place].start, tree.nodes[place].count).debugDescription)"
    }
    let attributes = node.attributes.map { " \($0.name)=\($0.value.debugDescription)" }.joined()
    return "\(node.line):<\(node.name)\(attributes)>\(tree.nodes[place].end)"
  }.joined(separator: "\n")
}
