import ConfidentialRecords
import Diagnostics
import Markup

/// Reads a page that is no questionnaire by its description: facts, sentences under their headings, and what is left
/// over. Every line goes somewhere (ING-04): fact, section, boilerplate, contact data or left over.
struct PageReader: Sendable {
  private let description: PageDescription
  private let options: MarkupOptions
  private let redaction: ContactRedaction
  private let places: PlaceNames

  init(
    _ description: PageDescription, classifications: Classifications, options: MarkupOptions,
    redaction: ContactRedaction
  ) {
    self.description = description
    self.options = options
    self.redaction = redaction
    places = PlaceNames(classifications)
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
    var walk = PageWalk(description: description, furniture: tab, places: places, redaction: redaction)
    for block in tree.plainText() { walk.read(block) }
    walk.finish()
    var page = walk.page
    page.page = key
    page.path = path
    page.description = description.id
    page.encoding = tree.verdict.words
    page.fields += DerivedFacts.of(page.fields, places: places)
    let problems = tree.isTruncated ? [IngestProblem.cutOff(at: place).problem] : []
    return PageReading(page: page, problems: problems, removed: walk.removed)
  }
}

/// A page on its way to the stage, and what there is to say of it.
struct PageReading: Sendable {
  var page: PageRecord
  var problems: [Problem]
  var removed: ContactCounts
}
