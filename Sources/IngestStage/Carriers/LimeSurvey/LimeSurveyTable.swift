import Diagnostics
import Markup
import ZipArchive

/// The responses of an export, one after another; memory holds a piece of the file at a time.
struct LimeSurveyTable: ResponseTable {
  let reader: LimeSurveyReader
  private let export: LimeSurveyExport
  private let options: MarkupOptions
  private var rows: XMLElements?
  /// The file of responses that is being read.
  private var number = 0

  init(_ export: LimeSurveyExport, readers: [LimeSurveyRowReader], options: MarkupOptions) {
    self.export = export
    self.options = options
    reader = LimeSurveyReader(files: readers)
  }

  mutating func next() throws(IngestProblem) -> LimeSurveyRow? {
    do {
      while number < export.responseFiles {
        let rows =
          try self.rows
          ?? XMLElements(
            named: "row", path: export.place.path, options: options, from: try export.responses(number))
        self.rows = rows
        if let tree = try rows.next() { return LimeSurveyRow(file: number, tree: tree) }
        self.rows = nil
        number += 1
      }
      return nil
    } catch let error as MarkupError {
      throw .markup(error)
    } catch let fault as ZipFault {
      throw .archive(fault)
    } catch let problem as IngestProblem {
      throw problem
    } catch {
      throw .markup(.nothingRead(at: export.place))
    }
  }
}

/// One response as it stands in its file.
struct LimeSurveyRow: TableRow {
  let file: Int
  let tree: MarkupTree

  var line: Int { tree.root.line }
  var size: Int { tree.size }
}

/// Makes responses of the rows of any file of an export.
struct LimeSurveyReader: RowReader {
  let files: [LimeSurveyRowReader]

  func read(_ row: LimeSurveyRow, at place: SourceLocation) throws(IngestProblem) -> CarriedResponse {
    try files[row.file].read(row.tree, at: place)
  }
}
