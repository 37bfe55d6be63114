import Foundation
import RecordStreams
import ReleasedRecords
import Testing

@testable import RenderStage

@Suite("Tables for machines")
struct TableFileTests {
  private func rows(_ file: RenderedFile?) throws -> (heading: [String], rows: [[String]]) {
    var reader = try CSVReader(bytes: file?.bytes ?? [])
    var rows: [[String]] = []
    while let row = try reader.next() {
      #expect(row.fault == nil)
      rows.append(row.fields)
    }
    return (reader.heading?.fields ?? [], rows)
  }

  @Test("one row per cell, which reads back as it was", arguments: RenderFixture.tables.map(\.id))
  func roundTrip(id: String) throws {
    let fixture = RenderFixture()
    let files = try fixture.files()
    let own = fixture.cells.filter { $0.table == id }
    let (heading, rows) = try rows(files.first { $0.path == "tables/\(id).csv" })
    #expect(rows.count == own.count)
    func value(_ row: [String], _ name: String) -> String? { heading.firstIndex(of: name).map { row[$0] } }
    for (row, cell) in zip(rows, own) {
      #expect(value(row, "id") == cell.id)
      #expect(value(row, "status") == cell.status.rawValue)
      #expect(value(row, "grade") == cell.grade?.rawValue ?? "")
      #expect(value(row, "estimate").flatMap(Double.init) == cell.estimate)
      #expect(value(row, "low").flatMap(Double.init) == cell.low)
      if let sector = cell.sector {
        #expect(value(row, "sector") == sector && value(row, "sector_en")?.isEmpty == false)
      }
    }
  }

  @Test("the semicolon variant has the same rows with decimal commas, and a byte order mark")
  func semicolon() throws {
    let files = try RenderFixture().files()
    let comma = try rows(files.first { $0.path == "tables/attempts.csv" })
    let file = try #require(files.first { $0.path == "tables/attempts.semicolon.csv" })
    #expect(Array(file.bytes.prefix(3)) == [0xEF, 0xBB, 0xBF])
    let semicolon = try rows(file)
    #expect(comma.heading == semicolon.heading && comma.rows.count == semicolon.rows.count)
    let column = try #require(comma.heading.firstIndex(of: "low"))
    for (a, b) in zip(comma.rows, semicolon.rows) { #expect(a[column] == b[column].replacing(",", with: ".")) }
    #expect(semicolon.rows.contains { $0[column].contains(",") })
  }

  @Test("hidden cells have no number in any column")
  func hidden() throws {
    let files = try RenderFixture().files()
    let (heading, rows) = try rows(files.first { $0.path == "tables/posts-to-fill.csv" })
    let columns = ["estimate", "low", "high", "bound_low", "bound_high"].compactMap { heading.firstIndex(of: $0) }
    let status = try #require(heading.firstIndex(of: "status"))
    for row in rows where row[status] != "shown" { #expect(columns.allSatisfy { row[$0].isEmpty }) }
  }

  @Test("datapackage.json names every file with the fields of its heading")
  func package() throws {
    let files = try RenderFixture().files()
    let bytes = try #require(files.first { $0.path == "datapackage.json" }?.bytes)
    let package = try #require(JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any])
    let resources = try #require(package["resources"] as? [[String: Any]])
    #expect(resources.count == files.count { $0.path.hasPrefix("tables/") })
    for resource in resources {
      let path = try #require(resource["path"] as? String)
      let schema = try #require(resource["schema"] as? [String: Any])
      let fields = try #require(schema["fields"] as? [[String: Any]])
      #expect(fields.compactMap { $0["name"] as? String } == (try rows(files.first { $0.path == path }).heading))
      #expect(
        (resource["name"] as? String)?.allSatisfy { $0.isLowercase || $0.isNumber || "-._/".contains($0) } == true)
    }
  }
}
