import ConfidentialRecords
import Markup

/// The entries of a page and what stands around them, while the page is read.
struct InventoryDraft {
  static let nameKey = "name"
  static let municipalityKey = "municipality"

  private let labels: PageLabels
  private let inventory: PageDescription.Inventory
  private let places: PlaceNames
  private let redaction: ContactRedaction
  private var around: PageWalk
  private var page = PageRecord()
  private var removed = ContactCounts()
  private var entries: [InventoryEntryRecord] = []

  init(
    _ labels: PageLabels, inventory: PageDescription.Inventory, places: PlaceNames, redaction: ContactRedaction
  ) {
    self.labels = labels
    self.inventory = inventory
    self.places = places
    self.redaction = redaction
    around = PageWalk(labels, places: places, redaction: redaction)
  }

  // MARK: The layouts

  /// The page is one entry; its title is the name unless a label gives one.
  mutating func readPage(_ blocks: [TextBlock]) {
    var walk = entryWalk()
    for block in blocks { walk.read(block) }
    walk.finish()
    let line = blocks.first?.line
    page.title = walk.page.title
    take(walk, name: walk.page.title, line: line)
  }

  mutating func readAround(_ blocks: [TextBlock]) { for block in blocks { around.read(block) } }

  /// An entry begins at each heading of the level that is no heading of the page's own.
  mutating func read(_ blocks: [TextBlock], fromHeading entryLevel: Int) {
    var own: [TextBlock] = []
    func isBeginning(_ block: TextBlock, _ level: Int) -> Bool {
      level == entryLevel && !labels.isBoilerplate(block.text) && labels.section(block.text) == nil
        && labels.label(alone: block.text) == nil
    }
    for block in blocks {
      if case .heading(let level) = block.kind, level <= entryLevel {
        readEntry(own)
        own = isBeginning(block, level) ? [block] : []
        if own.isEmpty { around.read(block) }
      } else if own.isEmpty {
        around.read(block)
      } else {
        own.append(block)
      }
    }
    readEntry(own)
  }

  /// One entry; the first heading in it is its name unless a label gives one.
  mutating func readEntry(_ blocks: [TextBlock]) {
    guard let first = blocks.first else { return }
    var rest = blocks
    var name = ""
    if let place = blocks.firstIndex(where: { isName($0) }) {
      name = blocks[place].text.collapsed
      rest.remove(at: place)
    }
    var walk = entryWalk()
    for block in rest { walk.read(block) }
    walk.finish()
    take(walk, name: name, line: first.line)
  }

  private func isName(_ block: TextBlock) -> Bool {
    guard case .heading = block.kind else { return false }
    return labels.section(block.text) == nil && labels.label(alone: block.text) == nil
      && !labels.isBoilerplate(block.text)
  }

  mutating func read(_ table: InventoryTable) {
    for left in table.leftOver { around.read(left) }
    var municipality: String?
    for row in table.rows {
      if let text = row.heading {
        // A row of its own that names a municipality stands above the rows of that municipality.
        if places.municipality(text) != nil { municipality = text } else { around.read(row.block(text)) }
        continue
      }
      var walk = entryWalk()
      for cell in row.cells { walk.read(cell.text, under: cell.label, line: row.line) }
      walk.finish()
      take(walk, name: "", municipality: municipality, line: row.line)
    }
  }

  // MARK: What came of it

  private func entryWalk() -> PageWalk { PageWalk(labels, places: places, redaction: redaction, isEntry: true) }

  private mutating func take(_ walk: PageWalk, name: String, municipality: String? = nil, line: Int?) {
    var entry = InventoryEntryRecord()
    entry.line = line
    entry.fields = walk.page.fields
    if !name.isEmpty, !entry.fields.contains(where: { $0.key == Self.nameKey }) {
      let name = redaction.redact(name, counting: &removed)
      entry.fields.insert(PageField(key: Self.nameKey, value: name, line: line, feature: "ING-12"), at: 0)
    }
    if let municipality, !entry.fields.contains(where: { $0.key == Self.municipalityKey }) {
      entry.fields.append(
        PageField(key: Self.municipalityKey, value: municipality, line: line, feature: "ING-12"))
    }
    let written = entry.fields.first { $0.key == Self.nameKey }?.value ?? ""
    let isEmpty = entry.fields.allSatisfy { $0.value.isEmpty || $0.key == Self.municipalityKey }
    entry.status = labels.isNone(written) || walk.saysNone ? .none : isEmpty ? .notAnswered : .has
    entries.append(entry)
    page.leftOver += walk.page.leftOver
    page.boilerplateLines += walk.page.boilerplateLines
    page.contactPresent = page.contactPresent || walk.page.contactPresent
    removed += walk.removed
  }

  /// What is said once for the page is said of every entry; without entries, the page may say that there are none.
  var reading: PageReading {
    var draft = self
    draft.around.finish()
    let outside = draft.around.page
    var (page, entries) = (draft.page, draft.entries)
    if entries.isEmpty, draft.around.saysNone {
      var none = InventoryEntryRecord()
      none.status = .none
      entries = [none]
    }
    for index in entries.indices {
      let own = Set(entries[index].fields.map(\.key))
      entries[index].fields += outside.fields.filter { !own.contains($0.key) }
    }
    if page.title.isEmpty { page.title = outside.title }
    page.leftOver = (outside.leftOver + page.leftOver).enumerated()
      .sorted { ($0.element.line ?? 0, $0.offset) < ($1.element.line ?? 0, $1.offset) }.map(\.element)
    page.boilerplateLines += outside.boilerplateLines
    page.contactPresent = page.contactPresent || outside.contactPresent
    var removed = draft.removed
    removed += draft.around.removed
    return PageReading(page: page, entries: entries, removed: removed)
  }
}
