/// The name of a field as a study asks for it, taken apart once for all pages.
struct FieldPattern: Hashable, Sendable {
  let name: String
  /// Its rows are left open: `yrke[].antal`.
  let isOfRows: Bool
  /// Of one row: `yrke[1].antal`, which may be written otherwise on the page.
  let isOfOneRow: Bool
  let fieldName: FieldName
  /// What the names it means have in common; two of them where `stod[]` may also be a group of check boxes.
  let hashes: [UInt64]

  init(_ name: String) {
    self.name = name
    isOfRows = name.contains("[]")
    isOfOneRow = !isOfRows && name.contains("[")
    fieldName = FieldName(name)
    let bare = name.hasSuffix("[]") ? [String(name.dropLast(2))] : []
    hashes = ([name] + bare).map(FieldName.patternHash)
  }
}

/// The places of a page's controls by what their names have in common. Made for every page, so it makes no strings.
struct FieldIndex: Sendable {
  private var entries: [(hash: UInt64, place: Int32)] = []

  init(_ controls: [FormControl]) {
    entries.reserveCapacity(controls.count)
    for place in controls.indices where controls[place].patternHash != 0 {
      entries.append((controls[place].patternHash, Int32(place)))
    }
    entries.sort { $0.hash != $1.hash ? $0.hash < $1.hash : $0.place < $1.place }
  }

  /// The places of the controls whose names have this hash, in the order of the page.
  func places(_ hash: UInt64) -> some Sequence<Int> {
    var low = 0
    var high = entries.count
    while low < high {
      let middle = (low + high) / 2
      if entries[middle].hash < hash { low = middle + 1 } else { high = middle }
    }
    return entries[low...].lazy.prefix { $0.hash == hash }.map { Int($0.place) }
  }
}
