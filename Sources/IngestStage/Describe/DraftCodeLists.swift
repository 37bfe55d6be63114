/// The code lists of a draft: lists with the same codes and labels are one.
struct DraftCodeLists {
  private(set) var lists: [(id: String, codes: [DraftQuestionnaire.Code], notes: [String])] = []
  private var known: [[DraftQuestionnaire.Code]: String] = [:]
  private var names = DraftNames()

  /// The list for a question's codes, made if there is none yet.
  mutating func list(for codes: [DraftQuestionnaire.Code], of question: String) -> String {
    if let id = known[codes] { return id }
    let isYesNo = Set(codes.map(\.code)) == ["yes", "no"]
    let id = names.name(isYesNo ? "yes-no" : question.lowercased())
    let (accepted, notes) = Self.accepted(codes)
    lists.append((id, accepted, notes))
    known[codes] = id
    return id
  }

  /// The codes as a study file takes them: no text, whatever its capitals, may stand for two of them.
  private static func accepted(
    _ codes: [DraftQuestionnaire.Code]
  ) -> (codes: [DraftQuestionnaire.Code], notes: [String]) {
    var accepted: [DraftQuestionnaire.Code] = []
    var notes: [String] = []
    var taken = Set(codes.map { $0.code.asIdentifier.lowercased() })
    var seen: Set<String> = []
    for code in codes {
      var code = code
      let id = code.code.asIdentifier
      guard seen.insert(id.lowercased()).inserted else {
        notes.append("the code \(code.code) cannot be told from another that differs in capitals or signs: left out")
        continue
      }
      if id != code.code { code.written.append(code.code) }
      code.code = id
      let label = code.label.both(or: id)
      var mine: Set<String> = [id.lowercased()]
      func free(_ text: String) -> String {
        if mine.contains(text.lowercased()) || !taken.contains(text.lowercased()) { return text }
        return "\(text) (\(id))"
      }
      code.label = DraftQuestionnaire.Text(sv: free(label.sv), en: free(label.en))
      for text in [code.label.sv, code.label.en].compactMap({ $0 }) { mine.insert(text.lowercased()) }
      code.written = code.written.filter { !taken.contains($0.lowercased()) && mine.insert($0.lowercased()).inserted }
      taken.formUnion(mine)
      accepted.append(code)
    }
    return (accepted, notes)
  }
}
