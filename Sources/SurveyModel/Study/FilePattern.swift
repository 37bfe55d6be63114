/// Which files a source means: a path in which each part may hold one `*` for any text, such as `employers/*.html` or
/// `submissions/*/*.xml`. A `*` never stands for a `/`, nor for the point that begins a hidden name.
///
/// Names are compared by their bytes. Only in the ending of one with a `*`, from its last point on, capitals are not
/// told apart: one program saves `svar.html`, another `SVAR.HTML`.
package struct FilePattern: Hashable, Sendable {
  package struct Part: Hashable, Sendable {
    package let text: String
    private let start: [UInt8]
    /// What comes after the `*`; nil without one.
    private let end: [UInt8]?

    init?(_ text: String) {
      let ends = text.utf8.split(separator: UInt8(ascii: "*"), omittingEmptySubsequences: false)
      guard ends.count <= 2 else { return nil }
      self.text = text
      start = Array(ends[0])
      end = ends.count == 2 ? Array(ends[1]) : nil
    }

    package var hasStar: Bool { end != nil }

    /// - Parameter name: of a file or folder, as bytes: names on disk need not be text.
    package func matches(_ name: some Collection<UInt8>) -> Bool { matches(Array(name)) }

    private func matches(_ name: [UInt8]) -> Bool {
      guard let end else { return name == start }
      return name.first != UInt8(ascii: ".") && name.count >= start.count + end.count && name.starts(with: start)
        && isEnding(end, of: name)
    }

    private func isEnding(_ end: [UInt8], of name: [UInt8]) -> Bool {
      let point = end.lastIndex(of: UInt8(ascii: ".")) ?? end.count
      return end.indices.allSatisfy { place in
        let byte = name[name.count - end.count + place]
        return byte == end[place] || place > point && Self.lowercased(byte) == Self.lowercased(end[place])
      }
    }

    private static func lowercased(_ byte: UInt8) -> UInt8 { (0x41...0x5A).contains(byte) ? byte | 0x20 : byte }
  }

  package let parts: [Part]

  /// Nil when a part holds more than one `*`, and for a path that leads out of its folder.
  package init?(_ path: String) {
    guard !path.hasPrefix("/"), !path.split(separator: "/").contains("..") else { return nil }
    let written = path.split(separator: "/").filter { $0 != "." }
    parts = written.compactMap { Part(String($0)) }
    guard parts.count == written.count, !parts.isEmpty else { return nil }
  }

  package var hasStar: Bool { parts.contains(where: \.hasStar) }

  /// The folder that all of its files lie in; empty: the data folder itself.
  package var folder: String { fixedParts.map(\.text).joined(separator: "/") }

  /// The parts below that folder.
  package var openParts: ArraySlice<Part> { parts[fixedParts.count...] }

  private var fixedParts: ArraySlice<Part> { parts.dropLast().prefix { !$0.hasStar } }
}
