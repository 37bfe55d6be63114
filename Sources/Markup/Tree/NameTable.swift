/// The names of one tree: the known ones, shared by all trees, and those that only this tree has.
struct NameTable: Sendable {
  /// Stands for a run of text, which has no name.
  static let text = UInt16.max

  private var others: [String] = []
  private var otherIDs: [String: UInt16] = [:]

  /// The number of a name, given out if it is new; `nil` once the tree holds more names than can be numbered.
  mutating func intern(_ spelling: String) -> UInt16? {
    if let id = self[spelling] { return id }
    let id = KnownName.spellings.count + others.count
    guard id < Int(Self.text) else { return nil }
    others.append(spelling)
    otherIDs[spelling] = UInt16(id)
    return UInt16(id)
  }

  /// The number of a name that occurs in the tree, or is known.
  subscript(spelling: String) -> UInt16? { KnownName.bySpelling[spelling] ?? otherIDs[spelling] }

  func spelling(_ id: UInt16) -> String {
    let known = KnownName.spellings.count
    if Int(id) < known { return KnownName.spellings[Int(id)] }
    return id == Self.text ? "#text" : others[Int(id) - known]
  }
}
