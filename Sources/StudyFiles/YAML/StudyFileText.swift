import Diagnostics
import FoundationEssentials

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Bytes: more than any study file needs.
private let largestStudyFile = 1_000_000

/// The text of a file that is a regular one, not too large, and UTF-8; without a byte order mark.
func studyFileText(_ path: String, _ faults: FaultList) -> String? {
  let place = SourceLocation(path: path)
  var status = stat()
  guard stat(path, &status) == 0 else {
    faults.add("there is no such file", at: place)
    return nil
  }
  // A folder, a device or a pipe may have no end.
  guard status.st_mode & S_IFMT == S_IFREG else {
    faults.add("the file cannot be read", at: place, expected: "a file of this study")
    return nil
  }
  guard status.st_size <= largestStudyFile else {
    faults.add(
      "the file is too large", at: place, expected: "at most \(largestStudyFile) bytes", got: "\(status.st_size) bytes")
    return nil
  }
  guard let data = FileManager.default.contents(atPath: path) else {
    faults.add("the file cannot be read", at: place, hint: "look at its permissions")
    return nil
  }
  guard let text = String(validating: data, as: UTF8.self) else {
    faults.add("the file is not UTF-8", at: place, hint: "save it as UTF-8")
    return nil
  }
  return text.unicodeScalars.first == "\u{FEFF}" ? String(text.unicodeScalars.dropFirst()) : text
}
