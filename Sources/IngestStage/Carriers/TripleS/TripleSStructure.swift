import Diagnostics
import Markup
import RecordStreams

/// The `.sss` file of a Triple-S survey, version 1.1 to 3.0: how its data file is laid out.
///
/// Positions of fixed-width data count characters, as people do; see `TripleSLines` for data that counts bytes. The
/// file's `href` is not followed: the study says which data file is read.
struct TripleSStructure: Sendable {
  enum Format: String, CaseIterable, Sendable { case fixed, csv }

  let version: String
  let title: TripleSText
  let languages: [String]
  let format: Format
  /// Heading rows of CSV data.
  let skip: Int
  /// What version 3.0 says of the data's encoding.
  let encoding: TextEncoding?
  let variables: [TripleSVariable]

  /// Where the last character of a record stands.
  var length: Int { variables.map(\.position.upperBound).max() ?? 0 }

  /// The variable of a name or else of an ident, and whether there are two of it.
  func variables(called name: String) -> [TripleSVariable] {
    let named = variables.filter { $0.name == name }
    return named.isEmpty ? variables.filter { $0.ident == name } : named
  }
}

extension TripleSStructure {
  /// - Throws: `.wrongData` with everything that is wrong with the file.
  init(_ tree: MarkupTree, at place: SourceLocation) throws(StageFailure) {
    var reader = TripleSStructureReader(tree, path: place.path)
    guard let structure = reader.read(), reader.problems.isEmpty else {
      throw StageFailure(.wrongData, reader.problems)
    }
    self = structure
  }
}

/// Reads a `.sss` file, and notes everything that is wrong with it.
struct TripleSStructureReader {
  private(set) var problems: [Problem] = []
  private let root: MarkupNode
  private let path: String

  private static let longestRecord = 1 << 20
  private static let mostProblems = 100

  init(_ tree: MarkupTree, path: String) {
    root = tree.root
    self.path = path
  }

  mutating func read() -> TripleSStructure? {
    guard root.name == "sss" else {
      note("no Triple-S structure", root, expected: "an sss element with a survey in it")
      return nil
    }
    let version = root.attribute("version") ?? ""
    if !["1.0", "1.1", "1.2", "2.0", "3.0"].contains(version) {
      note("a version of Triple-S that is not read here", root, expected: "1.1, 1.2, 2.0 or 3.0")
    }
    if let hierarchy = root.child("hierarchy") {
      note(
        "a hierarchy of several surveys", hierarchy, expected: "one survey with one record",
        hint: "name the .sss file of one level under structure:, and give every level a source of its own")
      return nil
    }
    let survey = root.child("survey")
    let records = survey?.children.filter { $0.name == "record" } ?? []
    guard let survey, let record = records.first, records.count == 1 else {
      note("no survey with one record", survey ?? root, expected: "one record", got: "\(records.count)")
      return nil
    }
    let format = record.attribute("format").map(TripleSStructure.Format.init(rawValue:)) ?? .fixed
    if format == nil { note("an unknown format of data", record, expected: "fixed or csv") }
    let skip = record.attribute("skip").map { Int($0.trimmed) } ?? 0
    if skip.map({ $0 < 0 }) ?? true { note("skip is no number of rows", record, expected: "0 or more") }

    var variables: [TripleSVariable] = []
    for node in record.children where node.name == "variable" {
      if let variable = variable(node, format: format ?? .fixed) { variables.append(variable) }
    }
    if variables.isEmpty, problems.isEmpty { note("no variables", record, expected: "one or more") }
    let names = Set(variables.flatMap { [$0.name, $0.ident] })
    for variable in variables {
      if let filter = variable.filter, !names.contains(filter) {
        note("the filter of \(variable.name) is no variable", line: variable.line, expected: "the name of a variable")
      }
    }
    return TripleSStructure(
      version: version, title: text(survey.child("title")),
      languages: root.attribute("languages")?.split(whereSeparator: \.isWhitespace).map(String.init) ?? [],
      format: format ?? .fixed, skip: skip ?? 0,
      encoding: record.attribute("encoding").flatMap(TextEncoding.init(label:)),
      variables: variables)
  }

  // MARK: Variables

  private mutating func variable(_ node: MarkupNode, format: TripleSStructure.Format) -> TripleSVariable? {
    let ident = node.attribute("ident")?.trimmed ?? ""
    let name = node.child("name")?.text.trimmed ?? ""
    guard !name.isEmpty || !ident.isEmpty else {
      note("a variable without name and ident", node)
      return nil
    }
    guard let kind = node.attribute(.type).flatMap({ TripleSVariable.Kind(rawValue: $0.lowercased()) }) else {
      note(
        "\(name) has an unknown type", node,
        expected: TripleSVariable.Kind.allCases.map(\.rawValue).joined(separator: ", "))
      return nil
    }
    guard let position = position(of: node, name, format) else { return nil }
    let values = node.child("values")
    let range = values?.child("range")
    let ends = range.flatMap { range -> ClosedRange<Int>? in
      guard let from = range.attribute("from").flatMap({ Int($0.trimmed) }),
        let to = range.attribute("to").flatMap({ Int($0.trimmed) }), from <= to
      else { return nil }
      return from...to
    }
    let spread = spread(of: node, name, position, format)
    let variable = TripleSVariable(
      ident: ident, name: name, kind: kind, isLiteral: node.attribute("format") == "literal",
      label: text(node.child("label")), position: position,
      filter: node.child("filter")?.text.trimmed.nonEmpty, spread: spread,
      values: values?.children.filter { $0.name == "value" }
        .map { TripleSVariable.Value(code: $0.attribute("code")?.trimmed ?? "", label: text($0)) } ?? [],
      range: ends, line: node.line)
    if kind == .multiple, node.child("spread") == nil, format == .fixed, variable.highestCode > position.count {
      note(
        "\(name) has more codes than digits", node, expected: "a bit string of \(variable.highestCode) digits",
        got: "\(position.count)")
    }
    return variable
  }

  private mutating func position(
    of node: MarkupNode, _ name: String, _ format: TripleSStructure.Format
  ) -> ClosedRange<Int>? {
    let position = node.child("position")
    let start = position?.attribute("start").flatMap { Int($0.trimmed) }
    let finish = position?.attribute("finish").map { Int($0.trimmed) } ?? start
    let last = format == .csv ? CSVLimits.columns : Self.longestRecord
    guard let start, let finish, start >= 1, finish >= start, finish <= last else {
      note(
        "\(name) has no usable position", position ?? node,
        expected: "start and finish from 1 to \(last), finish not before start")
      return nil
    }
    return format == .csv ? start...start : start...finish
  }

  private mutating func spread(
    of node: MarkupNode, _ name: String, _ position: ClosedRange<Int>, _ format: TripleSStructure.Format
  ) -> TripleSVariable.Spread? {
    guard let spread = node.child("spread") else { return nil }
    let subfields = spread.attribute("subfields").flatMap { Int($0.trimmed) } ?? 0
    let written = spread.attribute("width").map { Int($0.trimmed) ?? 0 }
    let width = written ?? (format == .fixed && subfields > 0 ? position.count / subfields : 0)
    let fills =
      (1...position.count).contains(subfields) && (1...position.count).contains(width)
      && subfields * width == position.count
    guard (1...Self.longestRecord).contains(subfields), (1...Self.longestRecord).contains(width),
      format == .csv || fills
    else {
      note("the subfields of \(name) do not fill its position", spread, expected: "subfields of one width")
      return nil
    }
    return TripleSVariable.Spread(subfields: subfields, width: width)
  }

  private func text(_ node: MarkupNode?) -> TripleSText {
    guard let node else { return TripleSText(plain: "", variants: []) }
    return TripleSText(
      plain: node.ownText.collapsed,
      variants: node.children.filter { $0.name == "text" }.map {
        TripleSText.Variant(
          language: $0.attribute(.lang), mode: $0.attribute("mode"), text: $0.ownText.collapsed)
      })
  }

  // MARK: Problems

  private mutating func note(
    _ summary: String, _ node: MarkupNode, expected: String? = nil, got: String? = nil, hint: String? = nil
  ) {
    note(summary, line: node.line, expected: expected, got: got, hint: hint)
  }

  private mutating func note(
    _ summary: String, line: Int, expected: String? = nil, got: String? = nil, hint: String? = nil
  ) {
    guard problems.count < Self.mostProblems else { return }
    problems.append(
      Problem(
        .error, at: SourceLocation(path: path, line: line), summary, expected: expected, got: got, hint: hint))
  }
}

extension MarkupNode {
  /// The first element of a name right below it.
  func child(_ name: String) -> MarkupNode? { children.first { $0.name == name } }
}

extension String {
  var nonEmpty: String? { isEmpty ? nil : self }
}
