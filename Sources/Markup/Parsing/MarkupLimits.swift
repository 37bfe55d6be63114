/// How much a page may hold before it is refused. The input is hostile until it has been read.
package struct MarkupLimits: Sendable, Hashable {
  /// Bytes of a page, or of one subtree of a stream.
  package var bytes = 16 << 20
  /// Elements inside one another.
  package var depth = 256
  /// Elements and runs of text.
  package var nodes = 1_000_000
  /// Bytes of one attribute's value.
  package var attributeBytes = 1 << 20
  package var attributesPerElement = 256
  /// Issues kept; the rest are counted.
  package var issues = 100

  package init() {}

  /// Text as UTF-8 takes at most three bytes for one byte of windows-1252.
  var textBytes: Int { min(3 * bytes, Int(Int32.max)) }
}

/// Which limit was exceeded.
package enum MarkupLimit: String, Hashable, Sendable {
  case bytes, depth, nodes, attributeBytes, attributesPerElement, names, documents
}

/// What the study or the carrier says about a page before it is opened.
package struct MarkupOptions: Sendable, Hashable {
  package var limits = MarkupLimits()
  /// The study's own word on the encoding; stronger than anything but a byte order mark.
  package var encoding: TextEncoding?
  /// The charset of an HTTP header kept beside the page; as strong as one that the page declares.
  package var headerCharset: String?
  /// How many bytes of XML the parser is given at a time. It must not matter, and a test tries what does.
  package var pieceSize = 16 << 10

  package init(encoding: TextEncoding? = nil, headerCharset: String? = nil, limits: MarkupLimits = MarkupLimits()) {
    self.encoding = encoding
    self.headerCharset = headerCharset
    self.limits = limits
  }
}
