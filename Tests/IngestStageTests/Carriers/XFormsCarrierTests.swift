import ConfidentialRecords
import Diagnostics
import Foundation
import Markup
import TestSupport
import Testing

@testable import IngestStage

@Suite("Submissions of an XForm")
struct XFormsCarrierTests {
  static let questionnaire = Questionnaire(
    id: "employer", title: LocalizedText(sv: "Enkät", en: "Questionnaire"), unitKey: places("company/unit"),
    form: places("@version"), answered: places("end"), contactFields: [places("company/contact")],
    questions: [
      question("Q1", .count, "company/staff"), question("Q2", .choices, "support"),
      question("Q3", .text, "support_other"), question("Q4", .text, "jobs[]/title", repeats: .occupations),
      question("Q5", .count, "jobs[]/need/two_years", repeats: .occupations),
      question("Q6", .choices, "jobs[]/lacking", repeats: .occupations), question("Q7", .text, "comment"),
      question("Q8", .yesNo, "tried"),
    ])

  static func places(_ path: String...) -> FieldPlaces { FieldPlaces(["xforms": path]) }

  static func question(
    _ id: String, _ kind: Concept.Kind, _ path: String, repeats: Concept.Repeat = .employer
  ) -> Question {
    Question(id: id, text: LocalizedText(sv: id, en: id), kind: kind, repeats: repeats, places: places(path))
  }

  static func source(_ path: String = "submissions/*.xml", structure: String? = nil) -> ResponseSource {
    ResponseSource(
      name: "odk", carrier: .xforms, path: path, questionnaire: "employer", mode: .visit, structure: structure)
  }

  /// As a telephone sends it: two rows, one of them without an answer about needs, one group not relevant at all.
  static func submission(_ unit: String, comment: String = "Bra", root: String = "<data id=\"staff\" version=\"7\">")
    -> String
  {
    """
    \(root)
      <company><unit>\(unit)</unit><staff>36.0</staff><contact>Ann</contact></company>
      <support>mentor  wage_subsidy other</support><support_other>hembygdskurs</support_other>
      <jobs><title>Kock</title><need><two_years>3</two_years></need><lacking>language it</lacking></jobs>
      <jobs><title>Städare</title><lacking/></jobs>
      <comment>\(comment)</comment>
      <where>59.195363 17.625689 24.1 5.0</where>
      <end>2026-02-03T10:11:12.000+01:00</end>
      <meta><instanceID>uuid:1</instanceID></meta></data>
    """
  }

  func read(
    _ xml: String, _ questionnaire: Questionnaire = questionnaire, form: XFormsForm? = nil
  ) throws -> CarriedResponse {
    let reader = try XFormsReader(
      Self.source(), questionnaire: questionnaire, form: form, redaction: ContactRedaction(keys: ["0181-0001"]))
    return try XFormsCarrier(reader: reader, options: MarkupOptions())
      .read(Array(xml.utf8), path: "s/1.xml", at: SourceLocation(path: "d/s/1.xml"))
  }

  @Test("groups, rows, several choices, empty and absent elements are told apart")
  func whole() throws {
    let carried = try read(Self.submission("0181-0001"))
    let response = carried.response
    #expect(response.establishment == "0181-0001")
    #expect(response.form == "7")
    #expect(response.answered == "2026-02-03T10:11:12.000+01:00")
    #expect(response.contactPresent)
    #expect(
      response.answers.map(\.plain) == [
        "Q1=36", "Q2=mentor|wage_subsidy|other", "Q3=hembygdskurs", "Q4.1=Kock", "Q4.2=Städare", "Q5.1=3",
        "Q6.1=language|it", "Q6.2=", "Q7=Bra",
      ])
    #expect(response.answers.map(\.line).prefix(3) == [2, 3, 3])
    #expect(carried.problems.isEmpty)
    #expect(carried.found == [true, true, true, true, true, true, true, false])
  }

  @Test(
    "namespaces and prefixes change nothing",
    arguments: [
      "<data id=\"staff\" version=\"7\" xmlns=\"http://opendatakit.org/submissions\">",
      "<data xmlns:jr=\"http://openrosa.org/javarosa\" id=\"staff\" version=\"7\" xmlns=\"urn:x\">",
      "<?xml version='1.0' ?><!-- sent --><data id=\"staff\" version=\"7\">",
    ])
  func namespaces(root: String) throws {
    let plain = try read(Self.submission("0181-0001")).response
    #expect(
      try read(Self.submission("0181-0001", root: root)).response.answers.map(\.plain) == plain.answers.map(\.plain))
    let prefixed = Self.submission("0181-0001").replacing("<data ", with: "<x:data xmlns:x='urn:x' ")
      .replacing("</data>", with: "</x:data>").replacing("<jobs>", with: "<x:jobs>")
      .replacing("</jobs>", with: "</x:jobs>")
    #expect(try read(prefixed).response.answers.map(\.plain) == plain.answers.map(\.plain))
  }

  @Test("a name alone is found in any group, unless it stands in two")
  func names() throws {
    var questionnaire = Self.questionnaire
    questionnaire.unitKey = Self.places("/data/orx:unit")
    questionnaire.questions = [Self.question("Q1", .count, "staff"), Self.question("Q2", .count, "bus")]
    let both = "<data><unit>1</unit><a><staff>1</staff><b><bus>2</bus></b></a><c><bus>3</bus></c></data>"
    let carried = try read(both, questionnaire)
    #expect(carried.response.answers.map(\.plain) == ["Q1=1"])
    #expect(carried.problems.map(\.got) == ["Q2"])
    questionnaire.questions[1] = Self.question("Q2", .count, "c/bus")
    #expect(try read(both, questionnaire).response.answers.map(\.plain) == ["Q1=1", "Q2=3"])
    let top = "<data><unit>1</unit><a><staff>1</staff></a><staff>2</staff></data>"
    #expect(try read(top, questionnaire).response.answers.map(\.plain) == ["Q1=2"])
  }

  @Test("rows in rows are numbered through the whole submission; a row that nobody numbers keeps its first answer")
  func nested() throws {
    var questionnaire = Self.questionnaire
    questionnaire.unitKey = Self.places("unit")
    questionnaire.questions = [
      Self.question("Q1", .text, "site/job[]/title", repeats: .occupations),
      Self.question("Q2", .count, "site/staff"),
    ]
    let xml = """
      <data><unit>1</unit><site><staff>4</staff><job><title>a</title></job><job><x/></job></site>
      <site><staff>5</staff><job><title>b</title></job></site></data>
      """
    let carried = try read(xml, questionnaire)
    #expect(carried.response.answers.map(\.plain) == ["Q1.1=a", "Q1.3=b", "Q2=4"])
    #expect(carried.problems.map(\.got) == ["Q2"])
  }

  @Test(
    "where somebody was, and what pictures are called, is never kept",
    arguments: [
      "59.195363 17.625689 24.1 5.0", " -33.1 17.6", "59.1 17.6 0 0; 59.2 17.7 0 0;", "1396347539125.jpg", "röst.M4A",
    ])
  func personal(value: String) throws {
    let response = try read(Self.submission("0181-0001", comment: value)).response
    #expect(response.answers.map(\.plain).last == "Q7=")
    #expect(response.contactPresent)
  }

  @Test(
    "what only looks like a place is an answer", arguments: ["3 4", "2026-02-03 10.15", "12.5", "1.5 x", "a.jpg b"])
  func harmless(value: String) throws {
    #expect(try read(Self.submission("0181-0001", comment: value)).response.answers.map(\.plain).last == "Q7=\(value)")
  }

  @Test("paths that cannot be understood are faults of the study, all at once")
  func badPaths() throws {
    var questionnaire = Self.questionnaire
    questionnaire.questions = ["a[]/b[]/c", "a//b", "1a", "", "a b", "@", "/data", "a/@b"].enumerated().map {
      Self.question("Q\($0)", .text, $1)
    }
    let failure = #expect(throws: StageFailure.self) { try read("<data/>", questionnaire) }
    #expect(failure?.exit == .wrongStudyFile)
    #expect(failure?.problems.count == 8)
  }

  @Test("a submission without its unit, of another sort, or cut off is set aside")
  func rejected() throws {
    func reason(_ xml: String) -> RejectedRecord.Reason? {
      do {
        _ = try read(xml)
        return nil
      } catch { return (error as? IngestProblem)?.reason }
    }
    #expect(reason(Self.submission("")) == .noUnitKey)
    #expect(reason("<note><to>x</to></note>") == .notAQuestionnaire)
    #expect(reason("") == .emptyFile)
    #expect(reason(String(Self.submission("0181-0001").dropLast(30))) == .brokenMarkup)
    #expect(reason("<!DOCTYPE data [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><data>&x;</data>") == .brokenMarkup)
    #expect(reason(String(repeating: "<data>", count: 100_000)) == .brokenMarkup)
    #expect(reason("<data>" + String(repeating: "<jobs><title/></jobs>", count: 300_000) + "</data>") != nil)
  }

  // MARK: The form

  static let form = """
    <h:html xmlns:h="http://www.w3.org/1999/xhtml" xmlns="http://www.w3.org/2002/xforms"><h:head><model>
    <instance><data id="staff" version="7"><company><unit/><staff/><contact/></company><support/><support_other/>
    <jobs><title/><need><two_years/></need><lacking/></jobs><a><bus/></a><b><bus/></b><where/><comment/><end/><tried/>
    <meta><instanceID/></meta></data></instance><instance id="codes"><root><where/></root></instance>
    <bind nodeset="/data/where" type="geopoint"/><bind nodeset="/data/company/staff" type="xsd:int"/>
    </model></h:head></h:html>
    """

  @Test("with the form at hand, a place on a map and a name that stands twice are faults of the study")
  func formFaults() throws {
    let place = SourceLocation(path: "d/form.xml")
    let form = try XFormsForm(MarkupParser.parseXML(Array(Self.form.utf8), path: "d/form.xml"), at: place)
    #expect(try read(Self.submission("0181-0001"), form: form).response.answers.count == 9)
    var questionnaire = Self.questionnaire
    questionnaire.questions = [Self.question("Q1", .text, "where"), Self.question("Q2", .count, "bus")]
    let failure = #expect(throws: StageFailure.self) { try read("<data/>", questionnaire, form: form) }
    #expect(failure?.exit == .wrongStudyFile)
    #expect(failure?.problems.count == 2)
    let other = Self.submission("0181-0001", root: "<data id=\"other\">")
    #expect { try read(other, form: form) } throws: { ($0 as? IngestProblem)?.reason == .notAQuestionnaire }
    #expect(throws: IngestProblem.self) {
      try XFormsForm(MarkupParser.parseXML(Array("<a><b/></a>".utf8), path: "x"), at: place)
    }
  }

  // MARK: Folders and exports

  private func study(_ source: ResponseSource) -> Study {
    TestStudy.make(responses: [source], pages: [], questionnaire: Self.questionnaire)
  }

  @Test("a folder for every submission, with pictures beside, and the form among them")
  func folders() async throws {
    let folder = try IngesterTests.folder()
    for name in ["a", "b", "c"] {
      try FileManager.default.createDirectory(atPath: folder.path("odk/\(name)"), withIntermediateDirectories: true)
    }
    try folder.write(Self.submission("0181-0001"), to: "odk/a/submission.xml")
    try folder.write("x", to: "odk/a/1.jpg")
    try folder.write(Self.submission("0181-0002"), to: "odk/b/submission.xml")
    try folder.write("<data", to: "odk/c/submission.xml")
    try folder.write(Self.form, to: "odk/c/form.xml")
    let outcome = try await IngesterTests.run(
      folder, study: study(Self.source("odk/*/*.xml", structure: "odk/c/form.xml")))
    #expect(outcome.responses.map(\.establishment) == ["0181-0001", "0181-0002"])
    #expect(outcome.responses.map(\.response) == ["odk/a/submission.xml", "odk/b/submission.xml"])
    #expect(outcome.rejected.map(\.path) == ["odk/c/submission.xml"])
    #expect(outcome.counts.input == 3)
    #expect(outcome.problems.filter { $0.summary.contains("fits no source") }.isEmpty)
  }

  @Test("an export of many is read one by one; when it is cut off, those before the cut stay", arguments: [1, 2])
  func export(threads: Int) async throws {
    let all = (0..<200).map { Self.submission($0 == 7 ? "" : "0181-\($0)") }.joined(separator: "\n")
    let folder = try IngesterTests.folder(["all.xml": "<submissions>\(all)</submissions>"])
    let outcome = try await IngesterTests.run(folder, study: study(Self.source("all.xml")), threads: threads)
    #expect(outcome.responses.count == 199)
    #expect(outcome.responses.first?.response == "odk-0001")
    #expect(outcome.responses.last?.response == "odk-0200")
    #expect(outcome.responses.last?.answers.count == 9)
    #expect(outcome.rejected.map(\.reason) == [.noUnitKey])

    try folder.write("<submissions>\(all.dropLast(100))", to: "all.xml")
    let cut = try await IngesterTests.run(folder, study: study(Self.source("all.xml")), threads: threads)
    #expect(cut.responses.count == 198)
    #expect(cut.rejected.map(\.reason) == [.noUnitKey, .brokenMarkup])
    #expect(cut.counts.input == 200)
  }

  // MARK: As the tools wrote them

  private func real(_ file: String, unit: String, _ questions: [Question], form: String) throws -> CarriedResponse {
    let data = try DataFolder(path: RealExport.folder.path)
    var questionnaire = Self.questionnaire
    questionnaire.questions = questions
    questionnaire.unitKey = Self.places(unit)
    let reader = try XFormsReader(
      Self.source(), questionnaire: questionnaire, form: try data.form("xforms/\(form)"),
      redaction: ContactRedaction(keys: []))
    let bytes = try data.read(DataFile("xforms/\(file)"), limit: 1 << 20)
    return try XFormsCarrier(reader: reader, options: MarkupOptions())
      .read(bytes, path: file, at: SourceLocation(path: file))
  }

  @Test("transport: two ways chosen, two asked about, the others not relevant", .enabled(if: RealExport.isThere))
  func transport() throws {
    let types = [
      "ambulance", "bicycle", "boat_canoe", "bus", "donkey_mule_cart", "keke_pepe", "lorry", "motorbike", "taxi",
    ]
    let loop = "transport/loop_over_transport_types_frequency"
    let questions =
      [Self.question("Q0", .choices, "available_transportation_types_to_referral_facility")]
      + types.enumerated().map {
        Self.question("Q\($0 + 1)", .choice, "\(loop)/\($1)/frequency_to_referral_facility")
      }
    for number in 1...2 {
      let carried = try real(
        "transportation_instance_\(number).xml", unit: "meta/instanceID", questions, form: "transportation_form.xml")
      #expect(carried.response.answers.map(\.plain) == ["Q0=ambulance|bicycle", "Q1=daily", "Q2=weekly"])
      #expect(carried.found.count(where: { $0 }) == 3)
      #expect(carried.problems.isEmpty)
    }
  }

  @Test("all types of data", .enabled(if: RealExport.isThere))
  func allTypes() throws {
    let names = ["some_string", "some_int", "some_decimal", "some_date", "some_time", "some_date_time", "some_barcode"]
    let questions = names.map { Self.question($0, $0 == "some_decimal" ? .count : .text, $0) }
    let carried = try real(
      "all-data-types_submission.xml", unit: "@instanceID", questions, form: "all-data-types_form.xml")
    #expect(carried.response.establishment == "uuid:39f3dd36-161e-45cb-a1a4-395831d253a7")
    #expect(
      carried.response.answers.map(\.plain) == [
        "some_string=Hola", "some_int=123", "some_decimal=123.4560", "some_date=2018-04-26",
        "some_time=08:56:00.000Z", "some_date_time=2018-04-26T08:56:00.000Z", "some_barcode=000049499094",
      ])
    for place in ["some_geopoint", "some_geotrace", "some_geoshape"] {
      #expect(throws: StageFailure.self) {
        try real(
          "all-data-types_submission.xml", unit: "@instanceID", [Self.question("Q", .text, place)],
          form: "all-data-types_form.xml")
      }
    }
  }
}
