import Diagnostics

/// A text file that is no markup, such as CSV, as UTF-8 without byte order mark, and how it became so: by its byte
/// order mark, the study's setting, strict UTF-8 validity, or else as windows-1252.
package struct DecodedText: Sendable {
  package let bytes: [UInt8]
  package let verdict: EncodingVerdict

  package init(_ written: [UInt8], encoding: TextEncoding? = nil) {
    var (verdict, mark, isReady) = written.withUnsafeBufferPointer {
      // As for XML, but that no declaration stands in it.
      EncodingVerdict.decide($0, syntax: .xml, options: MarkupOptions(encoding: encoding))
    }
    if isReady {
      bytes = mark == 0 ? written : Array(written[mark...])
    } else {
      var text: [UInt8] = []
      var transcoder = Transcoder(verdict.encoding)
      written.withUnsafeBufferPointer { transcoder.append(UnsafeBufferPointer(rebasing: $0[mark...]), to: &text) }
      transcoder.finish(&text)
      verdict.replaced = transcoder.replaced
      bytes = text
    }
    self.verdict = bytes.withUnsafeBufferPointer { verdict.examining($0) }
  }
}
