import ConfidentialRecords
import Foundation

/// Cells of a page in the notation of the records: `40`, `[10,15]`, `doNotKnow`, `[pay,hours]`.
enum RecordText {
  /// Codes that look like numbers.
  private static let texts: Set<String> = [
    "establishment", "enterprise", "municipality", "sector", "section", "sizeClass", "stratum", "form", "ssyk",
  ]
  /// A column that begins the rows of a list: the occupation code of each, and to its right what is asked of it.
  private static let lists = ["occupation": "occupations", "vanishing": "vanishingJobs", "emerging": "emergingJobs"]

  static func value(_ cell: String, column: String) throws -> Any {
    if texts.contains(column) { return cell }
    let quoted = cell.replacing(/[A-Za-z][A-Za-z0-9_-]*/) { word in
      ["true", "false", "null"].contains(String(word.output)) ? String(word.output) : "\"\(word.output)\""
    }
    return try JSONSerialization.jsonObject(with: Data(quoted.utf8), options: .fragmentsAllowed)
  }

  /// One object for each employer; lines that follow under the same name add to its lists.
  static func objects(of table: PageTable) throws -> [[String: Any]] {
    var objects: [[String: Any]] = []
    for line in table.lines {
      if let name = line.first, objects.last?["establishment"] as? String != name {
        objects.append(["establishment": name])
      }
      guard var object = objects.popLast() else { continue }
      var list: String?
      var element: [String: Any] = [:]
      func close() {
        if let list, !element.isEmpty {
          object[list] = (object[list] as? [[String: Any]] ?? []) + [element]
        }
        element = [:]
      }
      for (column, cell) in zip(table.heading, line).dropFirst() {
        if let next = lists[column] {
          close()
          list = next
        }
        guard !cell.isEmpty else { continue }
        let key = lists[column] == nil ? column : "ssyk"
        let value = try value(cell, column: key)
        if list == nil { object[key] = value } else { element[key] = value }
      }
      close()
      objects.append(object)
    }
    return objects
  }

  /// What a page does not state is as in a record that holds nothing.
  static func employer(_ object: [String: Any]) throws -> EmployerRecord {
    var whole = try fields(EmployerRecord()).merging(object) { $1 }
    let rows = try ["occupations": fields(OccupationRow()), "vanishingJobs": fields(JobChange())]
    for list in lists.values {
      let blank = rows[list] ?? rows["vanishingJobs"] ?? [:]
      whole[list] = (object[list] as? [[String: Any]])?.map { row in blank.merging(row) { $1 } } ?? []
    }
    let data = try JSONSerialization.data(withJSONObject: whole)
    return try data.withUnsafeBytes { try JSONReader.decode(EmployerRecord.self, from: $0) }
  }

  /// The fields of a record as a file would have them.
  static func fields(_ record: some JSONObject) throws -> [String: Any] {
    var writer = JSONWriter()
    record.write(to: &writer)
    return try JSONSerialization.jsonObject(with: Data(writer.bytes)) as? [String: Any] ?? [:]
  }
}
