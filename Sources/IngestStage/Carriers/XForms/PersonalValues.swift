extension String {
  /// Latitude and longitude, mostly with altitude and accuracy, as telephones note them; or several of these with `;`
  /// between.
  var isPlaceOnEarth: Bool {
    guard let first = utf8.first(where: { $0 > 0x20 }), first == 0x2D || (0x30...0x39).contains(first), contains(".")
    else { return false }
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
    guard let dot = utf8.lastIndex(of: UInt8(ascii: ".")), utf8.count < 256 else { return false }
    let ending = self[utf8.index(after: dot)...]
    return ending.utf8.count <= 4 && Self.attachmentEndings.contains(ending.lowercased())
  }

  private static let attachmentEndings: Set<String> = [
    "jpg", "jpeg", "png", "gif", "bmp", "heic", "webp", "mp4", "3gp", "3gpp", "mov", "avi", "webm", "mp3", "m4a", "amr",
    "wav", "ogg", "aac",
  ]
}
