import Foundation
import Testing

/// A page of Documentation/method: what a reader sees is what the tests read.
struct MethodPage: CustomTestStringConvertible, Sendable {
  /// A heading with what stands under it.
  struct Section: Sendable {
    var title: String
    var tables: [PageTable]
  }

  let name: String
  let sections: [Section]
  /// Targets of its links, those to places in a page and to the web left out.
  let links: [String]

  static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appendingPathComponent("Documentation/method")

  /// Every page but the index, by name.
  static let all: [MethodPage] = {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return names.filter { $0.hasSuffix(".md") && $0 != "README.md" }.sorted().compactMap { try? MethodPage($0) }
  }()

  init(_ name: String) throws {
    let text = try String(contentsOf: Self.folder.appendingPathComponent(name), encoding: .utf8)
    self.name = name
    var sections = [Section(title: "", tables: [])]
    var lines: [String] = []
    func close() { sections[sections.count - 1].tables += PageTable.tables(in: lines) }
    for line in text.components(separatedBy: "\n") {
      if line.hasPrefix("## ") {
        close()
        lines = []
        sections.append(Section(title: String(line.dropFirst(3)), tables: []))
      } else {
        lines.append(line)
      }
    }
    close()
    self.sections = sections
    links = text.matches(of: /\]\(([^)#]+)[^)]*\)/).map { String($0.1) }.filter { !$0.contains("://") }
  }

  var testDescription: String { name }
  var tables: [PageTable] { sections.flatMap(\.tables) }

  /// The indicators that the page explains, one row each.
  var indicators: [[String: String]] { tables.filter { $0.first == "indicator" }.flatMap(\.rows) }

  var cards: [[String: String]] { tables.filter { $0.first == "compared with" }.flatMap(\.rows) }

  /// What the card says of an indicator: the line that names it, else the line of the survey that names none. Nil where
  /// there is no such line, or more than one.
  func card(of indicator: String, with survey: String) -> String? {
    let own = cards.filter { $0["compared with"]?.hasPrefix(survey) == true }
    let naming = own.filter { ($0["of"] ?? "").components(separatedBy: ", ").contains(indicator) }
    let lines = naming.isEmpty ? own.filter { $0["of"] == nil } : naming
    return lines.count == 1 ? lines[0]["card"] : nil
  }

  var examples: [Section] { sections.filter { $0.title.hasPrefix("Worked example") } }
}

/// A table of a page. What a table means is said by the heading of its first column.
struct PageTable: Sendable {
  var heading: [String]
  var lines: [[String]]

  /// By heading; an empty cell is left out.
  var rows: [[String: String]] {
    lines.map { line in
      Dictionary(zip(heading, line).filter { !$1.isEmpty }, uniquingKeysWith: { first, _ in first })
    }
  }

  var first: String { heading.first ?? "" }

  static func tables(in lines: [String]) -> [PageTable] {
    lines.split { !$0.hasPrefix("|") }.map(Array.init).compactMap { block in
      guard block.count >= 2, block[1].allSatisfy({ "|-: ".contains($0) }) else { return nil }
      return PageTable(heading: cells(block[0]), lines: block.dropFirst(2).map(cells))
    }
  }

  private static func cells(_ line: String) -> [String] {
    line.dropFirst().split(separator: "|", omittingEmptySubsequences: false).map {
      $0.trimmingCharacters(in: CharacterSet(charactersIn: " `"))
    }
    .dropLast()
  }
}
