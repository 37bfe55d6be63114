extension String {
  /// Latitude and longitude, mostly with altitude and accuracy, as telephones note them; or several of these with `;`
  /// between.
  var isPlaceOnEarth: Bool {
    guard utf8.allSatisfy({ $0 < 0x40 }), utf8.count(where: { $0 == UInt8(ascii: ".") }) >= 2 else { return false }
    let points = split(separator: ";").filter { !$0.allSatisfy(\.isWhitespace) }
    return !points.isEmpty
      && points.allSatisfy { point in
        let parts = point.split(whereSeparator: \.isWhitespace)
        let numbers = parts.compactMap { Double($0) }
        guard (2...4).contains(parts.count), numbers.count == parts.count,
          parts.prefix(2).allSatisfy({ $0.contains(".") })
        else { return false }
        return abs(numbers[0]) <= 90 && abs(numbers[1]) <= 180
      }
  }

  /// The name of a picture or recording that came with the submission.
  var isAttachmentName: Bool { hasAttachmentEnding && !contains(where: \.isWhitespace) }

  var hasAttachmentEnding: Bool {
    let end = utf8.suffix(5)
    guard let dot = end.lastIndex(of: UInt8(ascii: ".")), utf8.count < 256 else { return false }
    return Self.attachmentEndings.contains(self[utf8.index(after: dot)...].lowercased())
  }

  private static let attachmentEndings: Set<String> = [
    "jpg", "jpeg", "png", "gif", "bmp", "heic", "webp", "mp4", "3gp", "3gpp", "mov", "avi", "webm", "mp3", "m4a", "amr",
    "wav", "ogg", "aac",
  ]
}
