import ConfidentialRecords
import Diagnostics
import Markup

/// Walks through the lines of a page, or of one entry of a page, and puts each where it belongs.
struct PageWalk {
  /// Where the value of a label that stands alone is looked for.
  private enum Scope {
    /// In the block at hand: the next cell, the rest of the item.
    case block(Int)
    /// In the definitions after a term, or in the list that stands for them.
    case definitions(TextBlock.Kind?)
    /// Under a heading, up to the next heading or label.
    case heading
    /// In the next line.
    case line
  }

  private struct Pending {
    /// Nil for contact data, which is dropped.
    var field: PageDescription.Field?
    var line: Int
    var scope: Scope
    var isFilled = false
  }

  private let labels: PageLabels
  private let places: PlaceNames
  private let redaction: ContactRedaction
  /// An entry of an inventory keeps a label without a value as an empty one: a hole is told.
  private let isEntry: Bool
  private(set) var page = PageRecord()
  private(set) var removed = ContactCounts()
  /// The page says in so many words that there is nothing to list.
  private(set) var saysNone = false
  /// Lines of headings whose number an earlier one has.
  private(set) var numbersTwice: [Int] = []

  private var section: (field: PageDescription.Field, level: Int)?
  private var pending: Pending?
  private var blockNumber = 0
  private var listed: Set<String> = []
  private var numbers: Set<String> = []

  init(_ labels: PageLabels, places: PlaceNames, redaction: ContactRedaction, isEntry: Bool = false) {
    self.labels = labels
    self.places = places
    self.redaction = redaction
    self.isEntry = isEntry
  }

  mutating func read(_ block: TextBlock) {
    blockNumber += 1
    leaveScope(at: block)
    if block.kind == .row, block.cells.count > 1 { return readRow(block) }
    for line in block.lines { read(line, of: block.kind) }
  }

  /// A cell of a table and the label at the head of its column.
  mutating func read(_ cell: String, under label: PageLabels.Label?, line: Int) {
    switch label {
    case nil: if !cell.isEmpty { readSentences(cell, line: line) }
    case .contact: page.contactPresent = page.contactPresent || !cell.isEmpty
    case .field(let field):
      pending = Pending(field: field, line: line, scope: .line)
      if !cell.isEmpty {
        pending = nil
        note(cell, for: field, line: line)
      }
      closePending()
    }
  }

  mutating func finish() { closePending() }

  private mutating func read(_ line: TextBlock.Line, of kind: TextBlock.Kind) {
    if page.title.isEmpty, section == nil, labels.isTitle(line.text, kind) {
      closePending()
      page.title = redact(line.text)
    } else if labels.isBoilerplate(line.text) {
      page.boilerplateLines += 1
    } else if labels.isNone(line.text) {
      saysNone = true
    } else if case .heading(let level) = kind {
      readHeading(line, level: level)
    } else {
      readLine(line, of: kind)
    }
  }

  private mutating func readHeading(_ line: TextBlock.Line, level: Int) {
    if openSection(line, level: level) { return }
    if !readLabel(line, scope: .heading) {
      closePending()
      if let open = section, level <= open.level { section = nil }
      leave(line.text, key: "heading", line: line.number)
    }
  }

  private mutating func readLine(_ line: TextBlock.Line, of kind: TextBlock.Kind) {
    let scope: Scope = kind == .term ? .definitions(nil) : .line
    if openSection(line, level: section?.level ?? 6) { return }
    if readLabel(line, scope: scope) || readPending(line, of: kind) { return }
    if let (field, rest) = labels.gluedSection(line.text) {
      section = (field, section?.level ?? 6)
      readSentences(rest, line: line.number)
    } else if kind == .listItem || section?.field.kind == .list {
      readItem(line.text.withoutBullet, line: line.number)
    } else {
      readSentences(line.text, line: line.number)
    }
  }

  /// The next cell after a label is its value, though it may be empty; nothing else of the row is.
  private mutating func readRow(_ block: TextBlock) {
    for cell in block.linesOfCells {
      let only = cell.count == 1 ? cell.first : nil
      if let only, labels.label(alone: only.text) != nil {
        _ = readLabel(only, scope: .block(blockNumber))
      } else if pending == nil {
        for line in cell { read(line, of: .row) }
        // A value in the label's own cell leaves nothing to wait for.
        closePending()
      } else {
        for line in cell { _ = readPending(line, of: .row) }
        closePending()
      }
    }
    closePending()
  }

  // MARK: Labels and values

  private mutating func readLabel(_ line: TextBlock.Line, scope: Scope) -> Bool {
    guard let (label, value) = labels.label(line, isInSection: section != nil) else { return false }
    closePending()
    switch label {
    case .contact:
      page.contactPresent = page.contactPresent || !value.isEmpty
      pending = Pending(line: line.number, scope: value.isEmpty ? scope : .block(blockNumber), isFilled: !value.isEmpty)
    case .field(let field):
      if value.isEmpty {
        pending = Pending(field: field, line: line.number, scope: scope)
      } else {
        note(value, for: field, line: line.number)
      }
    }
    return true
  }

  private mutating func readPending(_ line: TextBlock.Line, of kind: TextBlock.Kind) -> Bool {
    guard var waiting = pending else { return false }
    waiting.isFilled = true
    switch waiting.scope {
    case .definitions(nil): waiting.scope = .definitions(kind)
    case .line where waiting.field == nil: waiting.scope = .block(blockNumber)
    default: break
    }
    pending = waiting
    guard let field = waiting.field else {
      page.contactPresent = true
      return true
    }
    if case .line = waiting.scope { pending = nil }
    note(kind == .listItem ? line.text.withoutBullet : line.text, for: field, line: line.number)
    return true
  }

  /// A value is not looked for beyond where it can be: `Platser` without one does not take the next label's.
  private mutating func leaveScope(at block: TextBlock) {
    guard let waiting = pending else { return }
    let isInside =
      switch waiting.scope {
      case .block(let number): number == blockNumber
      case .definitions(nil): block.kind == .definition || block.kind == .listItem
      case .definitions(let kind?): block.kind == kind
      case .heading: true
      case .line: block.kind != .row || block.cells.count < 2
      }
    if !isInside { closePending() }
  }

  /// A label that no value came for is left over itself.
  private mutating func closePending() {
    if let waiting = pending, let field = waiting.field, !waiting.isFilled {
      if isEntry {
        page.fields.append(PageField(key: field.key, value: "", line: waiting.line, feature: field.feature))
      } else {
        leave(field.label, key: field.key, line: waiting.line)
      }
    }
    pending = nil
  }

  private mutating func note(_ value: String, for field: PageDescription.Field, line: Int) {
    guard let facts = PageValue(places: places).facts(value, for: field, line: line) else {
      return leave(value, key: field.key, line: line)
    }
    page.fields += facts.map { fact in
      var fact = fact
      fact.value = redact(fact.value)
      return fact
    }
  }

  // MARK: Sections

  private mutating func openSection(_ line: TextBlock.Line, level: Int) -> Bool {
    guard let (field, number) = labels.section(line.text) else { return false }
    closePending()
    section = (field, level)
    if let number {
      if !numbers.insert("\(field.key) \(number)").inserted { numbersTwice.append(line.number) }
      add(field.key, line.text, field, line: line.number)
    }
    return true
  }

  /// One thing of a list. A list that is geography (ING-07) holds municipalities: each becomes its code, once. Listed
  /// on the page is not the same as studied.
  private mutating func readItem(_ text: String, line: Int) {
    guard let field = section?.field else { return leave(text, key: "text", line: line) }
    guard field.kind == .list else { return readSentences(text, line: line) }
    guard field.feature == "ING-07" else { return add(field.key, text, field, line: line) }
    guard let code = places.municipality(text), listed.insert(code).inserted else {
      return leave(text, key: field.key, line: line)
    }
    add(field.key, code, field, line: line)
  }

  private mutating func readSentences(_ text: String, line: Int) {
    for sentence in SentenceSplitter.sentences(of: text) {
      // A heading may be glued to the end of the text before it.
      if let next = labels.section(sentence), next.number == nil {
        section = (next.field, section?.level ?? 6)
      } else if let field = section?.field {
        add(field.kind == .numbered ? field.key + "Text" : field.key, sentence, field, line: line)
      } else {
        leave(sentence, key: "text", line: line)
      }
    }
  }

  private mutating func add(_ key: String, _ text: String, _ field: PageDescription.Field, line: Int) {
    page.fields.append(PageField(key: key, value: redact(text), line: line, feature: field.feature))
  }

  private mutating func leave(_ text: String, key: String, line: Int) {
    page.leftOver.append(PageField(key: key, value: redact(text), line: line))
  }

  private mutating func redact(_ text: String) -> String {
    let before = removed
    let redacted = redaction.redact(text, counting: &removed)
    if removed != before { page.contactPresent = true }
    return redacted
  }
}

extension TextBlock {
  /// The lines of a row, cell by cell; an empty cell has none.
  fileprivate var linesOfCells: [[Line]] {
    var lines = lines[...]
    return cells.map { cell in
      var own: [Line] = []
      var length = 0
      while length < cell.count, let line = lines.popFirst() {
        length += line.text.count + (own.isEmpty ? 0 : 1)
        own.append(line)
      }
      return own
    }
  }
}

extension String {
  /// The text of a list item whose bullet was typed.
  fileprivate var withoutBullet: String {
    guard let first, "•·*–-".contains(first) else { return self }
    return String(dropFirst()).trimmed
  }
}
