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
  private let none: Set<NormalisedText>
  private let sections: [(key: NormalisedText, field: PageDescription.Field)]
  /// The longest first: `Projektperiod` is no `Projekt`.
  private let labels: [(text: String, label: Label)]
  private let byText: [NormalisedText: Label]

  /// - Parameter furniture: lines that are boilerplate on this page alone.
  init(_ description: PageDescription, furniture: [String] = []) {
    title = NormalisedText(description.title)
    none = Set((description.inventory?.none ?? []).map(Self.furniture))
    boilerplate = Set((description.boilerplate + furniture).map(Self.furniture))
    sections = description.sections.map { (NormalisedText($0.label), $0) }
    let written =
      description.fields.map { ($0.label.collapsed, Label.field($0)) }
      + description.contactLabels.map { ($0.collapsed, Label.contact) }
    labels = written.enumerated().sorted { a, b in
      a.element.0.count != b.element.0.count ? a.element.0.count > b.element.0.count : a.offset < b.offset
    }.map { ($0.element.0, $0.element.1) }
    byText = Dictionary(written.map { (NormalisedText($0.0), $0.1) }, uniquingKeysWith: { first, _ in first })
  }

  /// The title that the description states, marked up as a heading or not; without one, the first heading of the first
  /// level.
  func isTitle(_ line: String, _ kind: TextBlock.Kind) -> Bool {
    title.text.isEmpty ? kind == .heading(level: 1) && section(line) == nil : NormalisedText(line) == title
  }

  /// How many labels there are.
  var count: Int { labels.count }

  func isBoilerplate(_ line: String) -> Bool { boilerplate.contains(Self.furniture(line)) }

  /// The line says that there is nothing to list.
  func isNone(_ line: String) -> Bool { none.contains(Self.furniture(line)) }

  /// The section whose heading the line is, and its number where it has one.
  func section(_ line: String) -> (field: PageDescription.Field, number: String?)? {
    let text = NormalisedText(line)
    for (key, field) in sections {
      guard field.kind == .numbered else {
        if key == text { return (field, nil) }
        continue
      }
      if let number = Self.number(text.text, after: key.text) { return (field, number) }
    }
    return nil
  }

  /// `Delmål 2/Samverkansavtal` and `Delmål 2` are headings with a number; `Delmål 2 är att …` is none.
  private static func number(_ line: String, after label: String) -> String? {
    guard line.hasPrefix(label + " ") else { return nil }
    let rest = line.dropFirst(label.count + 1)
    let number = rest.prefix { $0.isNumber }
    let next = rest.dropFirst(number.count).first
    return number.isEmpty || next.map { !"/:.–-".contains($0) } ?? false ? nil : String(number)
  }

  /// `SyfteSyftet med projektet är …`: a heading glued to the sentence after it.
  func gluedSection(_ line: String) -> (field: PageDescription.Field, rest: String)? {
    for (_, field) in sections where field.kind != .numbered {
      let label = field.label.collapsed
      guard line.hasPrefix(label) else { continue }
      let rest = line.dropFirst(label.count)
      if let first = rest.first, first.isUppercase, label.last?.isLowercase == true { return (field, String(rest)) }
    }
    return nil
  }

  /// What a label means, where the line is one and nothing else.
  func label(alone line: String) -> Label? { byText[NormalisedText(line)] }

  /// A label at the beginning of a line, and the value after it: `RegionStockholm`, `Region: Stockholm`, or the label
  /// alone. Inside a section only what cannot be running text counts as one.
  func label(_ line: TextBlock.Line, isInSection: Bool) -> (label: Label, value: String)? {
    for (text, label) in labels where line.text.hasPrefix(text) {
      let rest = line.text.dropFirst(text.count)
      guard let first = rest.first else { return (label, "") }
      let isRun = line.runs.first.map { NormalisedText($0) == NormalisedText(text) } ?? false
      var isGlued = first.isUppercase || first.isNumber || "([".contains(first)
      // `E-postvera@example.se`
      if case .contact = label, rest.contains("@") { isGlued = true }
      let isSpaced = first.isWhitespace && !isInSection && !Self.isSentence(rest)
      guard first == ":" || isRun || isGlued || isSpaced else { continue }
      return (label, String(rest.drop { $0 == ":" || $0.isWhitespace }))
    }
    return nil
  }

  /// `Start sker när alla är på plats.` is no label `Start` with its value.
  private static func isSentence(_ rest: Substring) -> Bool {
    guard let first = rest.first(where: { !$0.isWhitespace }), let last = rest.last else { return false }
    return first.isLowercase && ".!?".contains(last)
  }

  /// Page furniture is the same with and without its full stop.
  private static func furniture(_ line: String) -> NormalisedText {
    var line = line.collapsed
    while let last = line.last, ".!".contains(last) { line.removeLast() }
    return NormalisedText(line)
  }
}
