import ConfidentialRecords
import Markup

/// Walks through the lines of a page and puts each where it belongs.
struct PageWalk {
  private enum Pending {
    /// A label stood alone: its value comes next.
    case value(PageDescription.Field, line: Int)
    /// As above; contact data may go on for the rest of its block.
    case contact(block: Int?)
  }

  private let labels: PageLabels
  private let places: PlaceNames
  private let redaction: ContactRedaction
  private(set) var page = PageRecord()
  private(set) var removed = ContactCounts()

  private var section: (field: PageDescription.Field, level: Int)?
  private var pending: Pending?
  private var blockNumber = 0
  private var listed: Set<String> = []

  init(description: PageDescription, furniture: [String], places: PlaceNames, redaction: ContactRedaction) {
    self.places = places
    self.redaction = redaction
    labels = PageLabels(description, furniture: furniture)
  }

  mutating func read(_ block: TextBlock) {
    blockNumber += 1
    if case .contact(let block?) = pending, block != blockNumber { pending = nil }
    for line in block.lines {
      if case .heading = block.kind, page.title.isEmpty, labels.isTitle(line.text) {
        closePending()
        page.title = line.text
      } else if labels.isBoilerplate(line.text) {
        page.boilerplateLines += 1
      } else if case .heading(let level) = block.kind {
        readHeading(line, level: level)
      } else {
        readLine(line, isItem: block.kind == .listItem)
      }
    }
  }

  mutating func finish() { closePending() }

  private mutating func readHeading(_ line: TextBlock.Line, level: Int) {
    if let field = labels.section(line.text) {
      closePending()
      section = (field, level)
    } else if !readLabel(line) {
      closePending()
      if let open = section, level <= open.level { section = nil }
      leave(line.text, key: "heading", line: line.number)
    }
  }

  private mutating func readLine(_ line: TextBlock.Line, isItem: Bool) {
    if let field = labels.section(line.text) {
      closePending()
      section = (field, section?.level ?? 6)
    } else if readLabel(line) {
      return
    } else if readPending(line) {
      return
    } else if let (field, rest) = labels.gluedSection(line.text) {
      section = (field, section?.level ?? 6)
      readSentences(rest, line: line.number)
    } else if isItem || section?.field.kind == .list {
      readItem(line.text.withoutBullet, line: line.number)
    } else {
      readSentences(line.text, line: line.number)
    }
  }

  // MARK: Labels and values

  private mutating func readLabel(_ line: TextBlock.Line) -> Bool {
    guard let (label, value) = labels.label(line, isInSection: section != nil) else { return false }
    closePending()
    switch label {
    case .contact:
      page.contactPresent = page.contactPresent || !value.isEmpty
      pending = .contact(block: value.isEmpty ? nil : blockNumber)
    case .field(let field):
      if value.isEmpty {
        pending = .value(field, line: line.number)
      } else {
        note(value, for: field, line: line.number)
      }
    }
    return true
  }

  private mutating func readPending(_ line: TextBlock.Line) -> Bool {
    switch pending {
    case nil: return false
    case .contact:
      page.contactPresent = true
      pending = .contact(block: blockNumber)
    case .value(let field, _):
      pending = nil
      note(line.text, for: field, line: line.number)
    }
    return true
  }

  /// A label that no value came for is left over itself.
  private mutating func closePending() {
    if case .value(let field, let line) = pending { leave(field.label, key: field.key, line: line) }
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

  /// One thing of a list. A list that is geography (ING-07) holds municipalities: each becomes its code, once. Listed
  /// on the page is not the same as studied.
  private mutating func readItem(_ text: String, line: Int) {
    guard let field = section?.field else { return leave(text, key: "text", line: line) }
    guard field.kind == .list, field.feature == "ING-07" else {
      if field.kind == .list {
        page.fields.append(PageField(key: field.key, value: redact(text), line: line, feature: field.feature))
      } else {
        readSentences(text, line: line)
      }
      return
    }
    guard let code = places.municipality(text), listed.insert(code).inserted else {
      return leave(text, key: field.key, line: line)
    }
    page.fields.append(PageField(key: field.key, value: code, line: line, feature: field.feature))
  }

  private mutating func readSentences(_ text: String, line: Int) {
    for sentence in SentenceSplitter.sentences(of: text) {
      // A heading may be glued to the end of the text before it.
      if let next = labels.section(sentence) {
        section = (next, section?.level ?? 6)
      } else if let field = section?.field {
        page.fields.append(PageField(key: field.key, value: redact(sentence), line: line, feature: field.feature))
      } else {
        leave(sentence, key: "text", line: line)
      }
    }
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

extension String {
  /// The text of a list item whose bullet was typed.
  fileprivate var withoutBullet: String {
    guard let first, "•·*–-".contains(first) else { return self }
    return String(dropFirst()).trimmed
  }
}
