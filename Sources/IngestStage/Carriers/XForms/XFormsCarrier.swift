import Diagnostics
import Markup

/// Reads submissions of an XForm (ODK, KoBo), one file each.
struct XFormsCarrier: SheetCarrier {
  let reader: XFormsReader
  let options: MarkupOptions

  func read(_ bytes: [UInt8], path: String, at place: SourceLocation) throws(IngestProblem) -> CarriedResponse {
    if bytes.isEmpty { throw .emptyFile(at: place) }
    let tree: MarkupTree
    do throws(MarkupError) {
      tree = try MarkupParser.parseXML(bytes, path: place.path, options: options)
    } catch {
      throw .markup(error)
    }
    var carried = try reader.read(tree, at: place)
    carried.response.path = path
    carried.response.line = 1
    return carried
  }
}

/// Reads an export of submissions, which are the children of one root.
struct XFormsExportCarrier: TableCarrier {
  let reader: XFormsReader
  private let options: MarkupOptions

  init(reader: XFormsReader, options: MarkupOptions) {
    self.reader = reader
    var options = options
    // Several are held at once, and no submission comes near this.
    options.limits.bytes = 2 << 20
    options.limits.nodes = 200_000
    self.options = options
  }

  func open(_ file: DataFile, in folder: DataFolder) throws(StageFailure) -> XFormsExport? {
    do throws(IngestProblem) {
      let opened = try folder.open(file)
      if opened.size == 0 { return nil }
      return XFormsExport(reader: reader, elements: try XMLElements(.belowRoot, of: opened, options: options))
    } catch {
      throw error.failure(.cannotRead)
    }
  }
}

struct XFormsExport: ResponseTable {
  let reader: XFormsReader
  private let elements: XMLElements

  init(reader: XFormsReader, elements: XMLElements) {
    self.reader = reader
    self.elements = elements
  }

  func next() throws(IngestProblem) -> XMLRow? {
    try elements.nextElement().map(XMLRow.init)
  }
}

extension XMLElements {
  /// The elements of an open file of the data folder.
  convenience init(_ wanted: Wanted, of file: OpenFile, options: MarkupOptions) throws(IngestProblem) {
    do {
      try self.init(wanted, path: file.place.path, options: options) { try file.read(into: &$0) }
    } catch {
      throw IngestProblem(reading: error, at: file.place)
    }
  }

  /// As `next`, with errors in the stage's terms.
  func nextElement() throws(IngestProblem) -> MarkupTree? {
    do { return try next() } catch { throw IngestProblem(reading: error, at: SourceLocation(path: path)) }
  }
}

extension IngestProblem {
  fileprivate init(reading error: any Error, at place: SourceLocation) {
    switch error {
    case let problem as IngestProblem: self = problem
    case let error as MarkupError: self = .markup(error)
    default: self = .cannotOpen(errno: 0, at: place)
    }
  }
}
