import ConfidentialRecords
import Diagnostics
import Markup

/// Reads a page that lists things of one kind, such as courses: one record each, and what is left over (ING-12).
///
/// What the page says once, outside its entries, holds for every entry that does not say otherwise: a page of courses
/// in Salem names Salem at the top.
struct InventoryReader: Sendable {
  private let inventory: PageDescription.Inventory
  private let description: PageDescription
  private let places: PlaceNames
  private let redaction: ContactRedaction
  private let selector: Selector?

  init(
    _ inventory: PageDescription.Inventory, of description: PageDescription, places: PlaceNames,
    redaction: ContactRedaction
  ) throws(StageFailure) {
    self.inventory = inventory
    self.description = description
    self.places = places
    self.redaction = redaction
    guard case .elements(let path) = inventory.entries else {
      selector = nil
      return
    }
    do throws(SelectorError) {
      selector = try Selector("path:\"\(path)\"")
    } catch {
      let problem = PageProblem.selector(path, description: description.id, expected: error.expected).problem
      throw StageFailure(.wrongStudyFile, [problem])
    }
  }

  func read(
    _ tree: MarkupTree, _ labels: PageLabels, key: String, path: String, at place: SourceLocation
  ) -> PageReading {
    var draft = InventoryDraft(labels, inventory: inventory, places: places, redaction: redaction)
    switch inventory.entries {
    case .page: draft.readPage(tree.plainText())
    case .headings(let level): draft.read(tree.plainText(), fromHeading: level)
    case .rows:
      let tables = tree.elements.filter { $0.is(.table) }.compactMap { InventoryTable($0, labels) }
      draft.readAround(tree.plainText(without: tables.map(\.node)))
      for table in tables { draft.read(table) }
    case .elements:
      let found = outermost(selector?.matches(in: tree).compactMap(\.node) ?? [])
      draft.readAround(tree.plainText(without: found))
      for node in found { draft.readEntry(node.blocks) }
    }
    var reading = draft.reading
    for index in reading.entries.indices {
      reading.entries[index].inventory = inventory.name
      reading.entries[index].description = description.id
      reading.entries[index].entry = "\(path)#\(index + 1)"
      reading.entries[index].page = key
      reading.entries[index].path = path
    }
    if reading.entries.isEmpty {
      reading.problems.append(PageProblem.noEntries(inventory: inventory.name, at: place).problem)
    }
    return reading
  }

  /// In document order, and none inside another.
  private func outermost(_ nodes: [MarkupNode]) -> [MarkupNode] {
    var kept: [MarkupNode] = []
    for node in nodes.sorted(by: { $0.order < $1.order }) where kept.last?.contains(node) != true { kept.append(node) }
    return kept
  }
}
