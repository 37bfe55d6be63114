import Diagnostics
import RecordStreams

/// A row of a table as it stands in its file.
struct TableLine: TableRow {
  let line: Int
  var cells: [String]
  /// What is wrong with the row as such.
  var fault: CSVFault?
  /// Which of a page's tables it is from.
  var table = 0
  /// The page says that it sums up those above.
  var isFooter = false
  /// The page ends in it, before its end.
  var isCutOff = false

  /// The row says something about the others and is no response: a sum, a source, a note, a heading between. Such
  /// rows have no unit key, or hold what is none in its place.
  func isFurniture(unit: String, isKey: Bool, width: Int) -> Bool {
    if isKey { return false }
    if isFooter { return true }
    let filled = cells.map(\.trimmed).filter { !$0.isEmpty }
    guard let first = filled.first else { return true }
    if Self.saysFurniture(first), unit.isEmpty || unit == first { return true }
    // One text alone, of several words, in a table of several columns.
    return width > 2 && filled.count == 1 && first.contains(where: \.isWhitespace)
  }

  private static func saysFurniture(_ text: String) -> Bool {
    let word = text.lowercased().prefix { $0.isLetter }
    guard furniture.contains(String(word)) else { return false }
    let rest = String(text.dropFirst(word.count)).trimmed
    return rest.isEmpty || ":.,*(0123456789".contains(rest.first ?? " ") || longNotes.contains(String(word))
  }

  private static let furniture: Set<String> = [
    "summa", "summering", "delsumma", "totalt", "total", "totalsumma", "antal", "genomsnitt", "medel", "medelvärde",
    "median", "sum", "subtotal", "average", "mean", "count", "källa", "källor", "source", "sources", "not", "noter",
    "note", "notes", "anm", "anmärkning", "kommentar", "obs", "uppdaterad", "updated", "utskriven", "exporterad",
  ]
  private static let longNotes: Set<String> = [
    "källa", "källor", "source", "uppdaterad", "updated", "utskriven", "exporterad",
  ]
}
