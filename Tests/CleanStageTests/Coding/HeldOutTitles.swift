import CleanStage
import Diagnostics
import FileSafety
import RecordStreams
import SurveyModel

/// A title of the public taxonomy that the lists of the product do not hold, with the group the taxonomy puts it in.
struct HeldOutTitle {
  var title: String
  /// Several where the taxonomy has the title in several groups.
  var codes: Set<String>
  /// A name of the taxonomy's own, not one of the titles that lead to them.
  var isName: Bool

  /// The fifth of all titles that a title belongs to: the SHA-256 of its UTF-8 bytes as one number, the first byte the
  /// greatest, modulo 5. The titles of fifth 0 are held out. Since 256 is 1 modulo 5, the sum of the bytes is the same.
  static func fifth(of title: String) -> Int {
    Digest.of(title.utf8).bytes.reduce(0) { $0 + Int($1) } % 5
  }

  static func all(testFile: String = #filePath) throws -> [HeldOutTitle] {
    let folder = testFile.split(separator: "/", omittingEmptySubsequences: false).dropLast().joined(separator: "/")
    var reader = try CSVReader(path: folder + "/held-out.csv", delimiter: .comma)
    var titles: [HeldOutTitle] = []
    while let row = try reader.next() {
      let codes = Set(row.fields[1].split(separator: " ").map(String.init))
      titles.append(HeldOutTitle(title: row.fields[0], codes: codes, isName: row.fields[2] == "occupation-name"))
    }
    return titles
  }
}

/// How a coder does on titles whose group is known.
struct CodingAccuracy {
  var titles = 0
  var coded = 0
  /// Right at 1, 3 and 4 digits, of the coded; a title of several groups is right with any of them.
  var right = [1: 0, 3: 0, 4: 0]
  /// The same, where a title of several groups counts as wrong.
  var rightAndUnambiguous = [1: 0, 3: 0, 4: 0]
  /// Coded titles whose group the taxonomy gives to four digits, and how many of those are right at four.
  var codedWithFourDigits = 0
  var rightOfFourDigits = 0

  /// - Parameter coding: by a coder that accepts every score; what is below the threshold counts as not coded.
  mutating func add(_ title: HeldOutTitle, _ coding: OccupationCoder.Coding, threshold: Double) {
    titles += 1
    guard coding.way != .none, coding.score ?? 1 >= threshold else { return }
    let code = coding.code
    coded += 1
    for digits in [1, 3, 4] {
      // Where the taxonomy says three digits, three are all that can be right.
      let isRight = title.codes.contains { $0.prefix(digits) == code.prefix(min(digits, $0.count)) }
      if isRight { right[digits, default: 0] += 1 }
      if isRight && title.codes.count == 1 { rightAndUnambiguous[digits, default: 0] += 1 }
    }
    if title.codes.allSatisfy({ $0.count == 4 }) {
      codedWithFourDigits += 1
      if title.codes.contains(code) { rightOfFourDigits += 1 }
    }
  }

  var coverage: Double { Double(coded) / Double(max(1, titles)) }
  func share(_ digits: Int) -> Double { Double(right[digits] ?? 0) / Double(max(1, coded)) }

  static let heading = "| titles | number | coded | right at 1 | at 3 | at 4 | ambiguous as wrong: 1 | 3 | 4 |"

  func row(_ name: String) -> String {
    func percent(_ count: Int?, of all: Int) -> String {
      let tenths = all == 0 ? 0 : Int((Double(count ?? 0) * 1000 / Double(all)).rounded())
      return "\(tenths / 10).\(tenths % 10) %"
    }
    let shares =
      [1, 3, 4].map { percent(right[$0], of: coded) }
      + [1, 3, 4].map {
        percent(rightAndUnambiguous[$0], of: coded)
      }
    return "| \(name) | \(titles) | \(percent(coded, of: titles)) | " + shares.joined(separator: " | ") + " |"
  }
}
