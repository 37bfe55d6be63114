/// A page or a line with places to fill: `{{key}}`, `{{#list}}…{{/list}}` and `{{> part}}`.
///
/// `{{#key}}` repeats for every item of a list, and stands once for a flag that is set. `{{checked key=code}}` and
/// `{{selected key=code}}` write the attribute when the value is that code or holds it.
package struct Template: Sendable {
  package enum Part: Sendable {
    case text(String)
    case value(String)
    case section(String, [Part])
    case attribute(String, key: String, code: String)
  }

  package let parts: [Part]

  /// - Parameter partial: the text of a part by its name, nil when there is none.
  package init(_ source: String, partial: (String) -> String?) throws(TemplateError) {
    var reader = TemplateReader(rest: source[...])
    parts = try reader.parts(until: nil, depth: 0, partial: partial)
  }

  package func render(_ scope: FormScope, escape: (String) -> String) -> String {
    var out = ""
    Self.render(parts, [scope], escape, &out)
    return out
  }

  private static func render(
    _ parts: [Part], _ scopes: [FormScope], _ escape: (String) -> String, _ out: inout String
  ) {
    func value(_ key: String) -> FormValue? { scopes.lazy.reversed().compactMap { $0[key] }.first }
    for part in parts {
      switch part {
      case .text(let text): out += text
      case .value(let key): out += escape(value(key)?.written ?? "")
      case .attribute(let name, let key, let code):
        let wanted: String? = code == "code" ? value("code")?.written : code
        if let wanted, value(key)?.holds(wanted) == true { out += " \(name)" }
      case .section(let key, let inner):
        switch value(key) {
        case .list(let items): for item in items { render(inner, scopes + [item], escape, &out) }
        case .flag(true): render(inner, scopes, escape, &out)
        default: break
        }
      }
    }
  }
}

/// What can be wrong with a template.
package enum TemplateError: Error, Hashable, Sendable {
  case unclosed(String)
  case noSuchPart(String)
  case tooDeep
}

private struct TemplateReader {
  var rest: Substring

  mutating func parts(
    until end: String?, depth: Int, partial: (String) -> String?
  ) throws(TemplateError) -> [Template.Part] {
    guard depth < 20 else { throw .tooDeep }
    var parts: [Template.Part] = []
    while let open = rest.firstRange(of: "{{") {
      parts.append(.text(String(rest[..<open.lowerBound])))
      rest = rest[open.upperBound...]
      guard let close = rest.firstRange(of: "}}") else { throw .unclosed(String(rest.prefix(20))) }
      let tag = String(rest[..<close.lowerBound])
      rest = rest[close.upperBound...]
      if tag.hasPrefix("#") {
        let key = String(tag.dropFirst())
        parts.append(.section(key, try self.parts(until: key, depth: depth + 1, partial: partial)))
      } else if tag.hasPrefix("/") {
        guard tag.dropFirst() == end ?? "" else { throw .unclosed(tag) }
        return parts
      } else if tag.hasPrefix("> ") {
        let name = String(tag.dropFirst(2))
        guard let text = partial(name) else { throw .noSuchPart(name) }
        var inner = TemplateReader(rest: text[...])
        parts += try inner.parts(until: nil, depth: depth + 1, partial: partial)
      } else if let blank = tag.firstIndex(of: " "), let equals = tag.firstIndex(of: "=") {
        let key = String(tag[tag.index(after: blank)..<equals])
        parts.append(.attribute(String(tag[..<blank]), key: key, code: String(tag[tag.index(after: equals)...])))
      } else {
        parts.append(.value(tag))
      }
    }
    if let end { throw .unclosed(end) }
    parts.append(.text(String(rest)))
    rest = rest[rest.endIndex...]
    return parts
  }
}
