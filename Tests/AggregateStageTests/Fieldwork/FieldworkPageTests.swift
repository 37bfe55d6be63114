import ConfidentialRecords
import SurveyModel
import SwedishText
import TestSupport
import Testing

@Suite("Fieldwork page")
struct FieldworkPageTests {
  /// 10 on the frame, 6 approached, 4 answered with 10, 20, 30 and 20 staff. s² = 200/3, so V = 10²·(1/4 − 1/10)·200/3
  /// = 1000 and s.e. = 31.6; 2 open of 6, of the 4 settled all answered: 6 answers, V = 10²·(1/6 − 1/10)·200/3 = 444.4,
  /// s.e. 21.1. Half of the 68 days of fieldwork gone: at the same pace 4 more, of whom only 2 are left: the same.
  private static func fixture(asOf: String) -> FieldworkFixture {
    var fixture = FieldworkFixture(tables: [AggregateFixture.table([.staff], by: [])])
    fixture.fixture.study.asOf = asOf
    fixture.stratum("s", units: 10)
    for (key, staff, day) in [("a", 10.0, 20), ("b", 20, 21), ("c", 30, 29), ("d", 20, 25)] {
      fixture.unit(key, .completed, employees: 40) {
        $0.staff = .point(staff)
        $0.answered = "2026-01-\(day)"
      }
    }
    fixture.unit("e", .noContact, employees: 60)
    fixture.unit("f", .unknown, employees: 180)
    return fixture
  }

  @Test("response in units and in staff, and the days since the last answer")
  func response() throws {
    let page = try Self.fixture(asOf: "2026-02-21").run().page.markdown(.english)
    #expect(page.contains("4 of 6 that could answer have answered (67%); weighted to the frame 67% of the workplaces"))
    #expect(page.contains("and 40% of the employees."))
    #expect(page.contains("The latest answer is of 29 January 2026, 23 days earlier. The fieldwork has 34 days left."))
    #expect(page.contains("The R-indicator is 1.000"))
    #expect(page.contains("| s | 10 | 6 | 4 | 67% | 40% | 0 | 1 | 0 | 1 | 0 | 2.50 |"))
  }

  @Test("the forecast of precision is as worked by hand")
  func forecast() throws {
    let half = try Self.fixture(asOf: "2026-02-21").run().page.markdown(.english)
    #expect(half.contains("There will then be 6 and 6 answers, against 4 now."))
    #expect(half.contains("| `staff` |  | 200 | 0% | 32 | 21 | 21 |"))
    // On the last day nothing more comes at the same pace.
    let last = try Self.fixture(asOf: "2026-03-27").run().page.markdown(.english)
    #expect(last.contains("There will then be 4 and 6 answers, against 4 now."))
    #expect(last.contains("| `staff` |  | 200 | 0% | 32 | 32 | 21 |"))
    // On day 9 of 68 with 2 of 6 open the pace would bring 4·59/9: all that are left.
    let early = try Self.fixture(asOf: "2026-01-27").run().page.markdown(.english)
    #expect(early.contains("There will then be 6 and 6 answers"))
  }

  @Test("a day that is yet to come, or none, is no answer's day")
  func days() throws {
    var fixture = Self.fixture(asOf: "2026-02-21")
    fixture.employers[2].answered = "2099-01-01"
    fixture.employers[3].answered = "2026-02-30"
    #expect(try fixture.run().page.markdown(.english).contains("The latest answer is of 21 January 2026, 31 days"))
    for index in fixture.employers.indices { fixture.employers[index].answered = "" }
    #expect(try fixture.run().page.markdown(.english).contains("No answer has a day."))
  }

  @Test("what is missing and what fails, from the counts of the stage before")
  func answers() throws {
    func count(_ what: String, _ key: String?, _ count: Int) -> ProcessRecord {
      ProcessRecord(stage: "clean", what: what, key: key, count: count, feature: "")
    }
    let page = try Self.fixture(asOf: "2026-02-21").run(process: [
      count("answered", "staff", 30), count("missing doNotKnow", "staff", 6), count("missing blank", "staff", 3),
      count("missing refused", "staff", 1), count("missing notApplicable", "staff", 500),
      count("answered", "headcount", 9), count("missing blank", "headcount", 1), count("answered", "women", 7),
      count("rule holds", "r", 190), count("rule breaks", "r", 5), count("rule may break", "r", 5),
      count("rule does not apply", "r", 900), count("employers to ask again", nil, 2),
      count("responses cleaned", nil, 4),
      ProcessRecord(stage: "ingest", what: "answered", key: "staff", count: 99, feature: ""),
    ]).page.markdown(.english)
    #expect(page.contains("Of 200 checks against the edit rules 5 fail (2.50%), and 5 do for a part"))
    #expect(page.contains("2 of 4 respondents have something to be asked again."))
    #expect(page.contains("|  | `staff` | 40 | 25% | 15% | 8% | 3% |\n| Q7 | `headcount` | 10 | 10% | 0% | 10% | 0% |"))
    #expect(!page.contains("`women`"))
  }

  @Test("all answered, one unit, or a stratum in which nobody did: no page is without a number")
  func hostile() throws {
    var whole = FieldworkFixture()
    whole.stratum("s", units: 1)
    whole.unit("a", .completed) { $0.staff = .point(3) }
    whole.fixture.study.minimumGroup = 1
    var silent = Self.fixture(asOf: "2026-02-21")
    silent.stratum("t", units: 5)
    silent.unit("g", .noContact)
    silent.stratum("u", units: 2)
    for (fixture, rate) in [(whole, "(100%)"), (silent, "4 of 7")] {
      for wording in Wording.allCases {
        let page = try fixture.run().page.markdown(wording)
        // What is not finite is written so.
        #expect(!page.contains(".."))
        if wording == .english { #expect(page.contains(rate)) }
      }
    }
    #expect(try silent.run().page.markdown(.english).contains("Not approached: u."))
  }

  @Test("a key with a pipe or a tag ends no cell")
  func escaped() throws {
    var fixture = Self.fixture(asOf: "2026-02-21")
    fixture.design[4].establishment = "e|<b>"
    let page = try fixture.run().calls.page(.swedish)
    #expect(page.contains("e\\|&lt;b>"))
  }
}
