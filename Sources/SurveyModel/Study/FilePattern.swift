/// File names with one `*` in them, which stands for any text: `*.html`.
///
/// Names are compared by their bytes. Only in the ending, from the last point on, capitals are not told apart: one
/// program saves `svar.html`, another `SVAR.HTML`.
package struct FilePattern: Hashable, Sendable {
  private let start: [UInt8]
  private let end: [UInt8]
  /// What of `end` comes before the ending.
  private let plain: Int

  /// Nil without a `*`, or with several.
  package init?(_ name: some StringProtocol) {
    let parts = name.split(separator: "*", omittingEmptySubsequences: false)
    guard parts.count == 2 else { return nil }
    start = Array(parts[0].utf8)
    end = Array(parts[1].utf8)
    plain = end.lastIndex(of: UInt8(ascii: ".")) ?? end.count
  }

  package func matches(_ name: some BidirectionalCollection<UInt8>) -> Bool {
    guard name.count >= start.count + end.count, name.starts(with: start) else { return false }
    let written = name.suffix(end.count)
    return written.prefix(plain).elementsEqual(end.prefix(plain))
      && written.dropFirst(plain).elementsEqual(end.dropFirst(plain)) { Self.lowercased($0) == Self.lowercased($1) }
  }

  private static func lowercased(_ byte: UInt8) -> UInt8 { (0x41...0x5A).contains(byte) ? byte | 0x20 : byte }
}
