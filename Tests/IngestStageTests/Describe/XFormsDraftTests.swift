import ConfidentialRecords
import Diagnostics
import StudyFiles
import TestSupport
import Testing

@testable import IngestStage

@Suite("A draft of an XForm or of a Triple-S structure")
struct XFormsDraftTests {
  private func describe(_ text: String, _ name: String = "form 1.xml") throws -> String {
    let folder = try TemporaryFolder()
    return try QuestionnaireDescriber.describe(try folder.write(text, to: name))
  }

  /// Two languages, groups, rows, choices in the control and in a list of their own, and what is no question.
  private static let form = """
    <?xml version="1.0"?>
    <h:html xmlns="http://www.w3.org/2002/xforms" xmlns:h="http://www.w3.org/1999/xhtml" xmlns:jr="http://openrosa.org/javarosa">
    <h:head><h:title>Arbetsgivare</h:title><model>
    <itext><translation lang="Svenska (sv)"><text id="staff"><value>Antal anställda</value></text>
    <text id="tried"><value>Har ni sökt?</value></text><text id="m"><value>Mentor</value></text></translation>
    <translation lang="en"><text id="staff"><value form="image">jr://images/a.jpg</value><value>Number of staff</value></text>
    <text id="tried"><value>Have you tried?</value></text><text id="m"><value>A mentor</value></text></translation></itext>
    <instance><data id="staff" version="7"><unit/><company><staff/><size/></company><tried/><help/><help_other/><where/>
    <photo/><thanks/><jobs><title/><need/></jobs><late/><end/><meta><instanceID/></meta></data></instance>
    <instance id="sizes"><root><item><name>s</name><label>Small</label></item><item><name>l</name><label>Large</label>
    </item></root></instance>
    <instance id="helps"><root><item><name>mentor</name><itextId>m</itextId></item><item><name>other</name></item></root>
    </instance>
    <bind nodeset="/data/company" relevant="/data/unit != ''"/><bind nodeset="/data/company/staff" type="int"/>
    <bind nodeset="/data/company/size" type="string" relevant="../staff &gt; 10 and not(../staff = 99)"/>
    <bind nodeset="/data/help" relevant=" /data/tried  = 'yes'"/>
    <bind nodeset="/data/help_other" relevant="selected(../help, 'other') or selected(../company/size, 'l')"/>
    <bind nodeset="/data/late" relevant="count(/data/jobs) &gt; 2"/>
    <bind nodeset="/data/where" type="geopoint"/><bind nodeset="/data/photo" type="binary"/>
    <bind nodeset="/data/thanks" readonly="true()"/>
    <bind nodeset="/data/end" jr:preload="timestamp" jr:preloadParams="end" type="dateTime"/>
    </model></h:head><h:body><input ref="/data/unit"><label>Unit</label></input>
    <group ref="/data/company"><label>The company</label>
    <input ref="/data/company/staff"><label ref="jr:itext('staff')"/></input>
    <select1 ref="/data/company/size"><label>Size</label><itemset nodeset="instance('sizes')/root/item[x=1]"><value ref="name"/>
    <label ref="label"/></itemset></select1></group>
    <select1 ref="/data/tried"><label ref="jr:itext('tried')"/><item><label>Yes</label><value>yes</value></item>
    <item><label>No</label><value>no</value></item></select1>
    <select ref="/data/help"><label>What would help?</label><itemset nodeset="instance('helps')/root/item"><value ref="name"/>
    <label ref="jr:itext(itextId)"/></itemset></select>
    <input ref="/data/help_other"><label>What else?</label></input>
    <input ref="/data/where"><label>Where?</label></input><upload ref="/data/photo"><label>Photo</label></upload>
    <input ref="/data/thanks"><label>Thanks</label></input>
    <group ref="/data/jobs"><label>Jobs</label><repeat nodeset="/data/jobs"><input ref="/data/jobs/title">
    <label>Occupation</label></input><input ref="/data/jobs/need"><label>Need</label></input></repeat></group>
    <input ref="/data/late"><label>Late</label></input></h:body></h:html>
    """

  @Test("a form gives questions with types, both languages, choices and conditions")
  func xforms() throws {
    let text = try describe(Self.form)
    let draft = try load(text)
    #expect(draft.id == "form-1")
    #expect(draft.unitKey.found == ["xforms": ["meta/instanceID"]])
    #expect(draft.answered?.found == ["xforms": ["end"]])
    #expect(
      draft.questions.map { "\($0.id) \($0.kind) \($0.codeList ?? "-") \($0.asked ?? "-")" } == [
        "unit text - -", "staff count - not missing(unit)",
        "size choice size (not missing(unit)) and ((staff > 10) and (not (staff = 99)))", "tried yesNo yes-no -",
        "help choices help tried", "help_other text - ('other' in help) or (size = 'l')", "late text - -",
      ])
    #expect(
      draft.questions.map { $0.places.selectors(for: .xforms) }.prefix(3) == [
        ["unit"], ["company/staff"], ["company/size"],
      ])
    #expect(draft.questions[1].text == LocalizedText(sv: "Antal anställda", en: "Number of staff"))
    #expect(draft.codeLists.map(\.id) == ["size", "yes-no", "help"])
    #expect(draft.codeLists[0].codes.map(\.label.en) == ["Small", "Large"])
    #expect(draft.codeLists[2].codes[0].label == LocalizedText(sv: "Mentor", en: "A mentor"))
    #expect(text.contains("# when: the form shows it only if count(/data/jobs) > 2"))
    #expect(text.contains("# jobs has rows: add its questions with repeats: and what is found:"))
    #expect(text.contains("Occupation: xforms: \"jobs[]/title\""))
    for left in ["where", "photo", "thanks"] { #expect(text.contains("# \(left): ")) }
  }

  @Test(
    "a condition that cannot be said, however it is spoilt, is none",
    arguments: [
      "", "and", "(", "selected(", "selected(../a, 'b'", "../a = ", "../../../a = 1", "a = 'it''s'", "1 = 1", "a ! b",
      String(repeating: "not(", count: 500), String(repeating: "(", count: 3_000), "position(..) = 1",
      "string-length(/data/a) > 3",
    ])
  func spoiltConditions(source: String) {
    let subject = XFormsRelevance.Subject(id: "a", kind: .count)
    #expect(XFormsRelevance([["a"]: subject], around: ["b"]).condition(source) == nil)
  }

  @Test("a Triple-S structure gives questions with types, codes and filters")
  func tripleS() throws {
    let text = try describe(TripleSCarrierTests.structure(), "s.sss")
    let draft = try load(text)
    #expect(draft.title.sv == "Enkät ett")
    #expect(
      draft.questions.map { "\($0.id) \($0.kind) \($0.codeList ?? "-") \($0.asked ?? "-")" } == [
        "DATUM text - -", "ANST count - -", "HINDER choices hinder -", "FRAMST choices hinder -",
        "SVART choice svart -",
        "SOKT yesNo yes-no -", "SAKNAS count - SOKT", "OVRIGT text - -", "YRKE1 text - -", "YRKE2 text - -",
        "SEKTOR choice sektor -", "KONTAKT text - -", "KLOCKAN text - -",
      ])
    #expect(draft.questions[4].text == LocalizedText(sv: "Difficulty", en: "Difficulty"))
    #expect(
      draft.codeLists.map { $0.codes.map(\.code) } == [["1", "2", "9"], ["1", "5", "9"], ["yes", "no"], ["A", "B"]])
    #expect(text.contains("# 500 is handed over as the words 500 eller fler"))
    #expect(text.contains("# ENHET: a serial number; left out"))
  }

  @Test("files as the tools wrote them", .enabled(if: RealExport.isThere))
  func real() throws {
    func load(_ file: String) throws -> Questionnaire {
      try IngestStageTests.load(try QuestionnaireDescriber.describe(RealExport.folder.path + "/" + file))
    }
    // By hand: 10 controls, of which 3 places; 11 variables and a serial number.
    #expect(try load("xforms/all-data-types_form.xml").questions.count == 7)
    let other = try load("xforms/or_other_form.xml")
    #expect(other.questions.map(\.asked) == [nil, "fav_color = 'other'", nil])
    #expect(other.codeLists.first?.codes.map(\.code) == ["red", "green", "blue", "mauve", "apricot", "other"])
    let transport = try load("xforms/transportation_form.xml")
    #expect(transport.questions.count == 11)
    #expect(transport.questions[2].asked == "'ambulance' in \(transport.questions[0].id)")
    #expect(try load("xforms/widgets_form.xml").questions.count > 20)
    for name in ["example1", "example2"] {
      let draft = try load("triple-s/\(name).sss")
      #expect(draft.questions.count == 10)
      #expect(draft.questions.last?.asked == "Q7")
    }
  }
}
