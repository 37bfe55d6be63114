import Diagnostics

/// Why a page or an XML file could not be used at all.
package enum MarkupError: Error, Hashable, Sendable {
  case exceeds(MarkupLimit, allowed: Int, at: SourceLocation)
  /// An entity is declared or referred to: entities can read files and grow without end, and answers need none.
  case entity(at: SourceLocation)
  case notWellFormed(MarkupIssue.Kind, code: Int, at: SourceLocation)
  /// The bytes are not text in the encoding that the study or the file itself names.
  case undecodable(TextEncoding, at: SourceLocation)
  case nothingRead(at: SourceLocation)
  /// The file could not be opened or read; `errno` says why.
  case unreadable(errno: Int32, at: SourceLocation)
  case parserUnavailable(at: SourceLocation)

  package var problem: Problem {
    switch self {
    case .exceeds(let limit, let allowed, let place):
      Problem(
        .error, at: place, "the page is too large to be read safely", expected: "at most \(allowed) \(limit.words)",
        got: "more than that", hint: "look at the file: an ordinary page is far smaller")
    case .entity(let place):
      Problem(
        .error, at: place, "the file declares or uses an entity of its own",
        expected: "plain XML; &lt; &gt; &amp; &apos; &quot; and character numbers are understood",
        hint: "export the data again without entities")
    case .notWellFormed(let kind, let code, let place):
      Problem(
        .error, at: place, "the file is not well-formed XML", expected: "XML that is whole",
        got: "an error of class \(kind.rawValue) (libxml2 \(code))",
        hint: "the file may have been cut off: export or copy it again")
    case .undecodable(let encoding, let place):
      Problem(
        .error, at: place, "the file is not text in \(encoding.rawValue)",
        hint: "correct the declaration in the file, or state its encoding in the study")
    case .nothingRead(let place):
      Problem(
        .error, at: place, "nothing could be read from the page", expected: "a page with text or form fields",
        hint: "the file may be empty: save the page again")
    case .unreadable(let errno, let place):
      Problem(.error, at: place, "the file cannot be read", got: "system error \(errno)")
    case .parserUnavailable(let place):
      Problem(.error, at: place, "libxml2 could not start a parser", hint: "the machine may be out of memory")
    }
  }
}

extension MarkupLimit {
  fileprivate var words: String {
    switch self {
    case .bytes: "bytes"
    case .depth: "elements inside one another"
    case .nodes: "elements and pieces of text"
    case .attributeBytes: "bytes in one attribute"
    case .attributesPerElement: "attributes of one element"
    case .names: "different names"
    case .documents: "documents in one file"
    }
  }
}
