import ConfidentialRecords
import Diagnostics
import Markup

/// Reads a page that is no questionnaire by its description: facts, sentences under their headings, entries of an
/// inventory, and what is left over. Every line goes somewhere (ING-04): fact, section, entry, boilerplate, contact data
/// or left over.
struct PageReader: Sendable {
  private let description: PageDescription
  private let inventory: InventoryReader?
  private let options: MarkupOptions
  private let redaction: ContactRedaction
  private let places: PlaceNames

  /// - Throws: `.wrongStudyFile` when the description has a selector that cannot be read.
  init(
    _ description: PageDescription, classifications: Classifications, options: MarkupOptions,
    redaction: ContactRedaction
  ) throws(StageFailure) {
    self.description = description
    self.options = options
    self.redaction = redaction
    let places = PlaceNames(classifications)
    self.places = places
    inventory = try description.inventory.map { (own) throws(StageFailure) in
      try InventoryReader(own, of: description, places: places, redaction: redaction)
    }
  }

  func read(_ bytes: [UInt8], key: String, path: String, at place: SourceLocation) throws(IngestProblem) -> PageReading
  {
    if bytes.isEmpty { throw .emptyFile(at: place) }
    let tree: MarkupTree
    do throws(MarkupError) {
      tree = try MarkupParser.parseHTML(bytes, path: place.path, options: options)
    } catch {
      throw .markup(error)
    }
    // What the browser's tab shows says nothing that the page does not.
    let tab = tree.root.first(.title).map { [$0.text.collapsed] } ?? []
    let labels = PageLabels(description, furniture: tab)
    var reading = inventory?.read(tree, labels, key: key, path: path, at: place) ?? read(tree, labels, at: place)
    reading.page.page = key
    reading.page.path = path
    reading.page.description = description.id
    reading.page.encoding = tree.verdict.words
    reading.page.encodingEvidence = tree.verdict.evidence
    if tree.isTruncated { reading.problems.append(IngestProblem.cutOff(at: place).problem) }
    return reading
  }

  private func read(_ tree: MarkupTree, _ labels: PageLabels, at place: SourceLocation) -> PageReading {
    var walk = PageWalk(labels, places: places, redaction: redaction)
    for block in tree.plainText() { walk.read(block) }
    walk.finish()
    var reading = PageReading(page: walk.page, removed: walk.removed)
    reading.page.fields += DerivedFacts.of(walk.page.fields, places: places)
    reading.problems = walk.numbersTwice.map {
      PageProblem.numberTwice(at: SourceLocation(path: place.path, line: $0)).problem
    }
    return reading
  }
}

/// A page on its way to the stage, and what there is to say of it.
struct PageReading: Sendable {
  var page: PageRecord
  var entries: [InventoryEntryRecord] = []
  var problems: [Problem] = []
  var removed: ContactCounts
}
