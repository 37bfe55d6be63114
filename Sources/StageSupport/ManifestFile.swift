import Diagnostics
import FileSafety
import RecordStreams

extension Manifest {
  /// Its name in a stage's folder; in a report's it is `run.json`, which says what the report was made from.
  static func name(isReport: Bool = false) -> String { isReport ? "run.json" : "manifest.json" }

  /// The manifest and the digest of the file it stands in.
  ///
  /// - Throws: `StageFailure` `.noInput` when the folder or its manifest is missing, `.wrongData` when it is damaged.
  static func read(
    _ path: String, madeBy program: String
  ) throws(StageFailure) -> (manifest: Manifest, digest: Digest) {
    var bytes: [UInt8] = []
    let digest: Digest
    do throws(FileFault) { digest = try Digest.ofFile(path) { bytes += $0 } } catch {
      guard case .notFound = error else { throw error.failure }
      throw StageFailure(
        .noInput,
        [
          Problem(
            .error, at: SourceLocation(path: path), "the input of this stage is missing",
            hint: "run \(program) first, or make report")
        ])
    }
    let decoded = bytes.withUnsafeBytes { bytes in
      Result { () throws(JSONError) in try JSONReader.decode(Manifest.self, from: bytes) }
    }
    do throws(JSONError) { return (try decoded.get(), digest) } catch {
      throw StageFailure(
        .wrongData,
        error.failure(in: path).problems.map { problem in
          var problem = problem
          problem.hint = "the folder is damaged: run \(program) again"
          return problem
        })
    }
  }

  func write(_ path: String) throws(StageFailure) {
    var writer = JSONWriter()
    write(to: &writer)
    let file = try OutputFile(path: path)
    try file.write(indented(writer.bytes) + [UInt8(ascii: "\n")])
    try file.close()
  }
}

/// JSON with every member on a line of its own, for people and for diff. Takes what `JSONWriter` writes.
private func indented(_ json: [UInt8]) -> [UInt8] {
  var result: [UInt8] = []
  var depth = 0
  var isInText = false
  var isEscaped = false
  func newLine() {
    result.append(UInt8(ascii: "\n"))
    result += Array(repeating: UInt8(ascii: " "), count: 2 * depth)
  }
  for (place, byte) in json.enumerated() {
    if isInText {
      result.append(byte)
      if isEscaped {
        isEscaped = false
      } else if byte == UInt8(ascii: "\\") {
        isEscaped = true
      } else {
        isInText = byte != UInt8(ascii: "\"")
      }
      continue
    }
    switch byte {
    case UInt8(ascii: "{"), UInt8(ascii: "["):
      result.append(byte)
      depth += 1
      if json[place + 1] != byte + 2 { newLine() }
    case UInt8(ascii: "}"), UInt8(ascii: "]"):
      depth -= 1
      if json[place - 1] != byte - 2 { newLine() }
      result.append(byte)
    case UInt8(ascii: ","):
      result.append(byte)
      newLine()
    case UInt8(ascii: ":"):
      result += [byte, UInt8(ascii: " ")]
    default:
      isInText = byte == UInt8(ascii: "\"")
      result.append(byte)
    }
  }
  return result
}
