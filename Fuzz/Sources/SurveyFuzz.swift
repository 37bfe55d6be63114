import Glibc

/// What libFuzzer feeds: `FUZZ_TARGET=csv survey-fuzz CORPUS…`, with libFuzzer's own options. `make fuzz` runs them all.
///
/// libFuzzer brings `main` and calls the two functions below. A target asks for properties that hold of every input;
/// a broken one traps, and libFuzzer keeps the input.
private let targets: [String: @Sendable ([UInt8]) -> Void] = [
  "answers": fuzzAnswers, "csv": fuzzCSV, "expressions": fuzzExpressions, "markup": fuzzMarkup,
  "ndjson": fuzzNDJSON, "studyfiles": fuzzStudyFiles,
]

private let target: @Sendable ([UInt8]) -> Void = {
  let name = getenv("FUZZ_TARGET").map { String(cString: $0) } ?? ""
  guard let target = targets[name] else {
    print("FUZZ_TARGET must be one of \(targets.keys.sorted().joined(separator: " "))")
    exit(64)
  }
  return target
}()

@_cdecl("LLVMFuzzerInitialize")
func initialize(_ count: UnsafeMutableRawPointer?, _ arguments: UnsafeMutableRawPointer?) -> CInt {
  _ = target
  return 0
}

@_cdecl("LLVMFuzzerTestOneInput")
func testOneInput(_ data: UnsafePointer<UInt8>?, _ size: Int) -> CInt {
  target(Array(UnsafeBufferPointer(start: data, count: size)))
  return 0
}

/// Traps, in an optimised build too, when a property does not hold.
func claim(_ holds: Bool, _ property: @autoclosure () -> String) {
  if !holds { fatalError(property()) }
}
