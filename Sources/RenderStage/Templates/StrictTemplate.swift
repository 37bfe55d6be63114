import Diagnostics
import Mustache

/// A report template in Mustache whose every name must be known: a misspelt one is an error with its line and the
/// nearest name, not an empty place. Values go in as they are; whoever makes them escapes them.
struct StrictTemplate {
  let path: String
  /// Every name that stands between braces.
  var namesUsed: Set<String> { Set(names().map(\.path)) }
  private let text: String
  private let template: MustacheTemplate

  init(path: String, text: String) throws(StageFailure) {
    self.path = path
    self.text = text
    do {
      template = try MustacheTemplate(string: "{{% CONTENT_TYPE: TEXT}}" + text)
    } catch {
      throw StageFailure(
        .wrongStudyFile,
        [
          Problem(
            .error, at: SourceLocation(path: path), "the template cannot be read as Mustache",
            hint: "check that every {{#name}} has its {{/name}}")
        ])
    }
  }

  /// - Parameter values: text by name, in groups: `first-page.actions` is `values["first-page"]["actions"]`.
  /// - Parameter asked: what `{{#asked.recruitment}}…{{/asked.recruitment}}` stands or falls with.
  /// - Throws: `StageFailure` `.wrongStudyFile` with every name that nothing provides.
  func render(_ values: [String: [String: String]], asked: [String: Bool] = [:]) throws(StageFailure) -> String {
    let unknown = names().filter { name in
      let parts = name.path.split(separator: ".").map(String.init)
      if parts.count == 2, parts[0] == "asked" { return asked[parts[1]] == nil }
      return parts.count == 2 ? values[parts[0]]?[parts[1]] == nil : values[name.path] == nil
    }
    guard unknown.isEmpty else {
      let known =
        (values.flatMap { group, members in members.keys.map { "\(group).\($0)" } } + asked.keys.map { "asked.\($0)" })
        .sorted()
      throw StageFailure(
        .wrongStudyFile,
        unknown.map { name in
          Problem(
            .error, at: SourceLocation(path: path, line: name.line), "the template names something unknown",
            expected: "a name such as \(known.first ?? "report.title")", got: name.path,
            hint: nearest(to: name.path, in: known).map { "did you mean \($0)?" })
        })
    }
    var all: [String: any Sendable] = values
    all["asked"] = asked
    return template.render(all)
  }

  /// Every name between braces, with its line.
  private func names() -> [(path: String, line: Int)] {
    var names: [(String, Int)] = []
    for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      var rest = line[...]
      while let open = rest.range(of: "{{") {
        guard let close = rest[open.upperBound...].range(of: "}}") else { break }
        let name = rest[open.upperBound..<close.lowerBound].trimmingPrefix { "{#^/& ".contains($0) }
        let trimmed = String(name.prefix { !"} ".contains($0) })
        if !trimmed.isEmpty, !trimmed.hasPrefix("!"), !trimmed.hasPrefix("%"), trimmed != "." {
          names.append((trimmed, index + 1))
        }
        rest = rest[close.upperBound...]
      }
    }
    return names
  }
}
