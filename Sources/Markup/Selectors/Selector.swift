/// How a study file says where something stands on a page.
///
///     yrke[].antal            the field of that name in every row; also yrke[1][antal], yrke_1_antal;
///                             in XML the elements of a name
///     #sammanfattning         the element with that id
///     label:"Antal anställda" the field, or the cell beside or below, with that label (see `LabelFinder`)
///     legend:"Om två år"      the fieldset with that legend
///     heading:"Syfte"         what follows the heading, up to the next of the same or a higher level
///     table.yrken tr > td:2   a path: element, .class, #id, [attribute], [attribute=value], :n, child, descendant
///
/// Several of them, with spaces between, narrow down from left to right: `legend:"Om två år" label:"Kvinnor"`.
/// A text that goes on to the next keyword, or to the end, may do without quotes. A word by itself is the name of a
/// field; `path:"dl"` says that an element is meant, `name:"…"` that a name is.
package struct Selector: Hashable, Sendable {
  enum Step: Hashable, Sendable {
    case name(FieldPattern)
    case label(NormalisedText)
    case legend(NormalisedText)
    case heading(NormalisedText)
    case path(PathPattern)
  }

  /// As written.
  package let text: String
  let steps: [Step]

  package init(_ text: String) throws(SelectorError) {
    var parser = SelectorParser(text)
    steps = try parser.steps()
    self.text = text
  }

  /// The field, if the selector is nothing but its name.
  var field: FieldPattern? {
    if case .name(let field) = steps[0], steps.count == 1 { field } else { nil }
  }
}

/// What is wrong with a selector, and where: `position` counts characters from 1.
package struct SelectorError: Error, Hashable, Sendable {
  package var position: Int
  package var expected: String
}
