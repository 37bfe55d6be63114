import ReleasedRecords

extension Words {
  /// Where a part of the population stands among others in a table: the whole first, sectors and sizes in their own
  /// order, everything else by code, what has no code last.
  func place(of domain: Domain) -> [Int] {
    let (sectors, sections) = (Sector.allCases.map(\.rawValue), study.classifications.sections.map(\.letter))
    return [
      place(domain.municipality, in: study.municipalities), place(domain.sector, in: sectors),
      place(domain.section, in: sections), place(domain.sizeClass, in: study.sizeClasses.map(\.code)),
    ] + occupationPlace(domain.occupation)
  }

  /// The margin comes before every part.
  private func place(_ code: String?, in codes: [String]) -> Int {
    code.map { code in 1 + (codes.firstIndex(of: code) ?? codes.count) } ?? 0
  }

  /// SSYK codes are digits: each one is a place of its own, so that `21` comes after `2` and before `3`.
  private func occupationPlace(_ code: String?) -> [Int] {
    guard let code else { return [0, 0, 0, 0, 0] }
    if code == Occupation.allOther { return [2, 0, 0, 0, 0] }
    if code == Occupation.uncoded { return [3, 0, 0, 0, 0] }
    let digits = code.utf8.prefix(4).map { Int($0) }
    return [1] + digits + Array(repeating: 0, count: 4 - digits.count)
  }
}
