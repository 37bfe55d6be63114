import Foundation
import SurveyModel

@testable import IngestStage

/// A page as its plain text, to be marked up in several ways and read. It says the same in each.
struct TextPage {
  enum Layout: String, CaseIterable {
    /// Every line a paragraph, headings too.
    case paragraphs
    /// Paragraphs of lines with breaks between.
    case breaks
    /// Headings as headings, bullets as lists, labels set off from their values.
    case marked
  }

  let lines: [String]
  let description: PageDescription

  init(text: String, description: PageDescription) {
    lines = text.components(separatedBy: "\n")
    self.description = description
  }

  func read(as layout: Layout) throws -> PageReading {
    try StudyDescriptions.read(html(as: layout), by: description)
  }

  /// Lines that did not come out as they went in; see `PageAccount`.
  func wrongLines(in reading: PageReading) -> [String] {
    let account = PageAccount(
      page: reading.page, description: description, municipalities: StudyDescriptions.classifications.municipalities)
    return account.wrong(among: lines, from: 2)
  }

  /// The first line of the text is the second of the page.
  func html(as layout: Layout) -> String {
    var isOpen = false
    let body = lines.map { line in
      let text = line.trimmingCharacters(in: .whitespaces)
      switch layout {
      case .paragraphs: return "<p>\(Self.escaped(line))</p>"
      case .breaks:
        defer { isOpen = !text.isEmpty }
        return text.isEmpty ? (isOpen ? "</p>" : "") : (isOpen ? "<br>" : "<p>") + Self.escaped(line)
      case .marked: return marked(text)
      }
    }
    return "<!DOCTYPE html><html><head><meta charset=utf-8></head><body>\n" + body.joined(separator: "\n")
      + "\n</body></html>"
  }

  private func marked(_ text: String) -> String {
    if text == description.title { return "<h1>\(Self.escaped(text))</h1>" }
    if description.sections.contains(where: { $0.label == text }) { return "<h2>\(Self.escaped(text))</h2>" }
    if text.hasPrefix("•") { return "<ul><li>\(Self.escaped(text.dropFirst()))</li></ul>" }
    let labels = description.fields.map(\.label) + description.contactLabels
    if let label = labels.first(where: { text.hasPrefix($0) }) {
      return "<div><b>\(Self.escaped(label))</b>\(Self.escaped(text.dropFirst(label.count)))</div>"
    }
    return "<p>\(Self.escaped(text))</p>"
  }

  private static func escaped(_ text: some StringProtocol) -> String {
    String(text).replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
  }
}
