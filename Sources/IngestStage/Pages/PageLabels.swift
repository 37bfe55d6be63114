import ConfidentialRecords
import Markup

/// The labels and headings of a page description, and how a line is held against them.
struct PageLabels {
  enum Label {
    case field(PageDescription.Field)
    case contact
  }

  private let title: NormalisedText
  private let boilerplate: Set<NormalisedText>
  private let sections: [(key: NormalisedText, field: PageDescription.Field)]
  /// The longest first: `Projektperiod` is no `Projekt`.
  private let labels: [(text: String, label: Label)]

  /// - Parameter furniture: lines that are boilerplate on this page alone.
  init(_ description: PageDescription, furniture: [String]) {
    title = NormalisedText(description.title)
    boilerplate = Set((description.boilerplate + furniture).map(Self.furniture))
    sections = description.sections.map { (NormalisedText($0.label), $0) }
    let written =
      description.fields.map { ($0.label.collapsed, Label.field($0)) }
      + description.contactLabels.map { ($0.collapsed, Label.contact) }
    labels = written.enumerated().sorted { a, b in
      a.element.0.count != b.element.0.count ? a.element.0.count > b.element.0.count : a.offset < b.offset
    }.map { ($0.element.0, $0.element.1) }
  }

  func isTitle(_ line: String) -> Bool { NormalisedText(line) == title }

  func isBoilerplate(_ line: String) -> Bool { boilerplate.contains(Self.furniture(line)) }

  /// The section whose heading the line is.
  func section(_ line: String) -> PageDescription.Field? {
    let text = NormalisedText(line)
    return sections.first { $0.key == text }?.field
  }

  /// `SyfteSyftet med projektet är …`: a heading glued to the sentence after it.
  func gluedSection(_ line: String) -> (field: PageDescription.Field, rest: String)? {
    for (_, field) in sections {
      let label = field.label.collapsed
      guard line.hasPrefix(label) else { continue }
      let rest = line.dropFirst(label.count)
      if let first = rest.first, first.isUppercase, label.last?.isLowercase == true { return (field, String(rest)) }
    }
    return nil
  }

  /// A label at the beginning of a line, and the value after it: `RegionStockholm`, `Region: Stockholm`, or the label
  /// alone. Inside a section only what cannot be running text counts as one.
  func label(_ line: TextBlock.Line, isInSection: Bool) -> (label: Label, value: String)? {
    for (text, label) in labels where line.text.hasPrefix(text) {
      let rest = line.text.dropFirst(text.count)
      guard let first = rest.first else { return (label, "") }
      let isRun = line.runs.first.map { NormalisedText($0) == NormalisedText(text) } ?? false
      let isGlued = first.isUppercase || first.isNumber || "([".contains(first)
      let isSpaced = first.isWhitespace && !isInSection
      guard first == ":" || isRun || isGlued || isSpaced else { continue }
      return (label, String(rest.drop { $0 == ":" || $0.isWhitespace }))
    }
    return nil
  }

  /// Page furniture is the same with and without its full stop.
  private static func furniture(_ line: String) -> NormalisedText {
    var line = line.collapsed
    while let last = line.last, ".!".contains(last) { line.removeLast() }
    return NormalisedText(line)
  }
}
