import ConfidentialRecords

@testable import IngestStage

/// What a page became, held against the lines it was made of: whatever stands on a line must come out of it, letter by
/// letter and once.
///
/// It knows nothing of how pages are read but the words that a description drops: headings, furniture, and labels,
/// whose values other tests name one by one.
struct PageAccount {
  let page: PageRecord
  let description: PageDescription
  /// Names by code: a listed municipality comes out as its code.
  let municipalities: [String: Municipality]

  /// The lines that did not come out as they went in.
  ///
  /// - Parameter line: the number of the first line in the page's file.
  func wrong(among lines: [String], from line: Int) -> [String] {
    let told = Dictionary(grouping: page.fields + page.leftOver) { $0.line ?? 0 }
    let headings = description.sections.filter { $0.kind != .numbered }.map(\.label)
    let dropped = Set((headings + description.boilerplate + [description.title]).map(Self.bare))
    let labels = (description.fields.map(\.label) + description.contactLabels).map(Self.bare)
    return lines.enumerated().filter { place, text in
      var rest = Self.bare(text)
      let own = (told[line + place] ?? []).map { Self.bare(municipalities[$0.value]?.name ?? $0.value) }
      if rest.isEmpty || dropped.contains(rest) { return !own.isEmpty }
      if labels.contains(where: rest.hasPrefix) { return false }
      for piece in own {
        guard rest.hasPrefix(piece) else { return true }
        rest.removeFirst(piece.count)
      }
      return !rest.isEmpty && !dropped.contains(rest)
    }.map(\.element)
  }

  /// Without blanks and bullets; nor hyphens, which the name of a municipality may have.
  private static func bare(_ text: String) -> String { text.filter { !$0.isWhitespace && !"•·-".contains($0) } }
}
