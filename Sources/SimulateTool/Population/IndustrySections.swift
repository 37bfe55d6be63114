/// The section of SNI 2007 that a two-digit division belongs to.
enum IndustrySections {
  private static let firstDivisions: [(first: Int, section: String)] = [
    (1, "A"), (5, "B"), (10, "C"), (35, "D"), (36, "E"), (41, "F"), (45, "G"), (49, "H"), (55, "I"), (58, "J"),
    (64, "K"), (68, "L"), (69, "M"), (77, "N"), (84, "O"), (85, "P"), (86, "Q"), (90, "R"), (94, "S"), (97, "T"),
    (99, "U"),
  ]

  static func section(ofDivision division: String) -> String {
    let number = Int(division) ?? 0
    return firstDivisions.last { $0.first <= number }?.section ?? ""
  }
}
