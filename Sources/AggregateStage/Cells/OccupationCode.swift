import ConfidentialRecords

/// A four-digit SSYK code as a number, so that cells are found without text: 0…9999, and two places for staff without
/// a code. A code of fewer digits is filled up with zeros.
struct OccupationCode: Hashable, Comparable, Sendable {
  let number: Int

  private static let allOther = 10_000
  private static let uncoded = 10_001

  init(_ code: String) {
    switch code {
    case Occupation.allOther: number = Self.allOther
    case let digits
    where !digits.isEmpty && digits.utf8.count <= 4 && digits.utf8.allSatisfy({ (48...57).contains($0) }):
      number = digits.utf8.reduce(0) { $0 * 10 + Int($1) - 48 } * Self.scale(4 - digits.utf8.count)
    default: number = Self.uncoded
    }
  }

  /// The group of one to three digits as a number; the two special codes stay apart from every group.
  func group(digits: Int) -> Int { number >= Self.allOther ? number : number / Self.scale(4 - digits) }

  /// What `group` means as a code.
  static func text(group: Int, digits: Int) -> String {
    switch group {
    case allOther: return Occupation.allOther
    case uncoded: return Occupation.uncoded
    default:
      let plain = String(group)
      return String(repeating: "0", count: max(0, digits - plain.count)) + plain
    }
  }

  static func < (a: OccupationCode, b: OccupationCode) -> Bool { a.number < b.number }

  private static func scale(_ zeros: Int) -> Int { [1, 10, 100, 1000][min(max(zeros, 0), 3)] }
}
