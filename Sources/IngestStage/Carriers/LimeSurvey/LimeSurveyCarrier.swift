import ConfidentialRecords
import Diagnostics
import Markup
import ZipArchive

/// Reads responses of a LimeSurvey survey: an archive (`.lsa`), or responses (`.lsr`) beside the structure (`.lss`)
/// that the source names.
struct LimeSurveyCarrier: TableCarrier {
  private let source: ResponseSource
  private let plan: FieldPlan
  private let options: MarkupOptions
  private let redaction: ContactRedaction

  init(_ source: ResponseSource, questionnaire: Questionnaire, options: MarkupOptions, redaction: ContactRedaction) {
    self.source = source
    self.options = options
    self.redaction = redaction
    plan = FieldPlan(questionnaire, carrier: .limeSurvey)
  }

  func open(_ file: DataFile, in folder: DataFolder) throws(StageFailure) -> LimeSurveyTable? {
    do {
      let export = try LimeSurveyExport(file, in: folder)
      guard export.responseFiles > 0 else { return nil }
      let structure = try structure(of: export, in: folder)
      let places = try LimeSurveyPlaces(structure, at: export.place)
      var readers: [LimeSurveyRowReader] = []
      for number in 0..<export.responseFiles {
        let head = try LimeSurveyHead(at: export.place, options: options) { try export.responses(number) }
        let columns = try LimeSurveyHeading(head, of: structure, places, at: export.place)
        readers.append(
          try LimeSurveyRowReader(
            source: source, plan: plan, redaction: redaction, structure: structure, places: places, heading: columns,
            at: export.place))
      }
      return LimeSurveyTable(export, readers: readers, options: options)
    } catch let failure as StageFailure {
      throw failure
    } catch let fault as LimeSurveyFault {
      throw fault.failure
    } catch let fault as ZipFault {
      throw LimeSurveyFault.archive(fault).failure
    } catch let problem as IngestProblem {
      throw problem.failure(.cannotRead)
    } catch {
      throw LimeSurveyFault.notResponses(at: folder.location(file.path)).failure
    }
  }

  private func structure(of export: LimeSurveyExport, in folder: DataFolder) throws -> LimeSurveyStructure {
    if let bytes = try export.structure() { return try LimeSurveyStructure(bytes, at: export.place) }
    guard let path = source.structure else { throw LimeSurveyFault.noStructure(at: export.place) }
    let beside = try LimeSurveyExport(try folder.file(path), in: folder)
    if let bytes = try beside.structure() { return try LimeSurveyStructure(bytes, at: beside.place) }
    let bytes = try folder.read(try folder.file(path), limit: LimeSurveyExport.structureLimit)
    return try LimeSurveyStructure(bytes, at: beside.place)
  }
}
