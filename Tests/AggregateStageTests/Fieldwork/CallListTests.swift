import ConfidentialRecords
import SurveyModel
import SwedishText
import TestSupport
import Testing

@Suite("Call list")
struct CallListTests {
  /// 8 workplaces on the frame, 6 approached: 4 have answered (w = 2), one was not reached and one has refused.
  private static func small(
    _ staff: [Double] = [10, 20, 30, 20], _ change: (inout FieldworkFixture) -> Void = { _ in }
  ) -> FieldworkFixture {
    var fixture = FieldworkFixture(
      tables: [AggregateFixture.table([.staff], by: [.sector])],
      limits: [.init(concept: ConceptReference(.staff), sizeClass: nil, lower: 0, upper: 1)])
    fixture.stratum("s", units: 8)
    for (key, staff) in zip(["a", "b", "c", "d"], staff) {
      fixture.unit(key, .completed) { $0.staff = .point(staff) }
    }
    fixture.unit("e", .noContact, employees: 80)
    fixture.unit("f", .refused)
    change(&fixture)
    return fixture
  }

  /// The spread of 10, 20, 30, 20 is s² = 200/3: V = 8² · (1/4 − 1/8) · 200/3 = 533.3, s.e. 23.094.
  ///
  /// e: w = 8/5, now the mean 20, expected 80/160 · 80 = 40: √(20² + 200/3) = 21.602, moved 34.564: L = 1.49666.
  /// f: the same weight, expected 20: √(200/3) = 8.165, moved 13.064: L = 0.56569.
  @Test("scores of units that have not answered are as worked by hand")
  func worked() throws {
    let lines = try Self.small().run().lines
    #expect(lines.map { $0["establishment"] } == ["e", "f"])
    #expect(lines.map { $0["disposition"] } == ["noContact", "refused"])
    #expect(lines.allSatisfy { $0["reason"] == "nonresponse" && $0["cell"] == "staff" && $0["flips"] == "0" })
    for (line, want) in zip(lines, [1.4966629547, 0.5656854249]) {
      #expect(isClose(Double(line["local_score"] ?? "") ?? 0, want, relative: 1e-9))
      #expect(line["global_score"] == line["local_score"])
    }
    // e may be anything from 0 to 80: 8/5 · (80 − 20); f from 0 to 40, down as well as up, the first named.
    #expect(lines.map { Double($0["largest_move"] ?? "") } == [96, -32])
  }

  /// All others have 20 for 40 employees: d is reckoned as 20 in every draw, and may be anything from 0 to 40. Within
  /// 0–20–40 v = (20² + 40² − 20·40)/18 = 66.67, distance 8.165, moved 16.33. Nothing is unsure but d, so the scale is a
  /// hundredth of the total of 160.
  @Test("the score of a don't-know is as worked by hand")
  func unknown() throws {
    let fixture = Self.small([20, 20, 20]) { fixture in
      fixture.design = Array(fixture.design.prefix(3))
      fixture.unit("d", .completed) { $0.staff = .missing(.doNotKnow) }
    }
    let line = try #require(try fixture.run().lines.first)
    #expect(line["establishment"] == "d" && line["reason"] == "doNotKnow" && line["disposition"] == "answered")
    #expect(isClose(Double(line["likely_move"] ?? "") ?? 0, 2 * (200.0 / 3).squareRoot()))
    #expect(isClose(Double(line["local_score"] ?? "") ?? 0, 2 * (200.0 / 3).squareRoot() / 1.6))
    #expect(line["now"] == line["expected"] && line["low"] == "0" && line["high"] == "40")
  }

  @Test("an answer that may change what is said of a headline is marked")
  func flips() throws {
    // Growth of a stratum known in full: 4 units, each +1 but one that does not know, within 0.5 and 1.5 of its 40.
    var fixture = FieldworkFixture(
      tables: [AggregateFixture.table([.staff, .growth], by: [])],
      limits: [.init(concept: ConceptReference(.staffNeeded, .fiveYears), sizeClass: nil, lower: 0.5, upper: 1.5)])
    fixture.stratum("s", units: 4)
    for key in ["a", "b", "c"] {
      fixture.unit(key, .completed) {
        $0.staff = .point(40)
        $0.staffNeeded.fiveYears = .point(41)
      }
    }
    fixture.unit("d", .completed) {
      $0.staff = .point(40)
      $0.staffNeeded.fiveYears = .missing(.blank)
    }
    let line = try #require(try fixture.run().lines.first)
    #expect(line["establishment"] == "d" && line["reason"] == "blank" && line["cell"] == "growth:horizon=5")
    // 4 units are answered in full, so nothing but the bounds makes the interval −16 to 24: with the answer 20 the
    // growth is −17 and surely so.
    #expect(isClose(Double(line["estimate"] ?? "") ?? 0, 4) && Double(line["standard_error"] ?? "") ?? 1 < 1e-9)
    #expect(line["flips"] == "1" && line["flip_from"] == "D" && line["flip_to"] == "A−")
  }

  @Test("what has been marked as an outlier is weighed by how much it is doubted", arguments: [0.5, 1, 0])
  func outlier(suspicion: Double) throws {
    var fixture = Self.small { fixture in
      fixture.employers[2].staff = .point(300)
      var mark = OutlyingCount()
      (mark.subject, mark.rule) = ("staff", "unlike")
      fixture.employers[2].outliers = [mark]
    }
    fixture.fixture.study.callList.outlierSuspicion = suspicion
    fixture.fixture.study.assumptions.ratioLimits = []
    let line = try fixture.run().lines.first { $0["reason"] == "outlier" }
    guard suspicion > 0 else { return #expect(line == nil) }
    // 350 for 160 employees: 40 employees should have 87.5. Moved 2 · 212.5.
    #expect(line?["now"] == "300" && line?["expected"] == "87.5" && line?["likely_move"] == "425")
    let error = try #require(Double(line?["standard_error"] ?? ""))
    #expect(isClose(Double(line?["local_score"] ?? "") ?? 0, suspicion * 425 / error))
  }

  @Test("the scores of a unit are summed, squared or the largest taken")
  func norms() throws {
    var fixture = FieldworkFixture(tables: [AggregateFixture.table([.staff, .growth], by: [])])
    fixture.stratum("s", units: 8)
    for (key, staff) in [("a", 10.0), ("b", 20), ("c", 34)] {
      fixture.unit(key, .completed) { record in
        record.staff = .point(staff)
        for horizon in Horizon.allCases { record.staffNeeded[horizon] = .point(staff / 2 + Double(horizon.years)) }
      }
    }
    fixture.employers[0].staffNeeded.twoYears = .missing(.doNotKnow)
    fixture.employers[0].staffNeeded.tenYears = .range(low: 3, best: nil, high: 9)
    var scores: [CallListSettings.GlobalScore: Double] = [:]
    var local: [Double] = []
    for way in CallListSettings.GlobalScore.allCases {
      fixture.fixture.study.callList.score = way
      let lines = try fixture.run().lines
      #expect(lines.map { $0["reason"] } == ["doNotKnow", "range"])
      local = lines.compactMap { Double($0["local_score"] ?? "") }
      scores[way] = Double(lines.first?["global_score"] ?? "")
    }
    #expect(local.count == 2 && local[0] > local[1] && local[1] > 0)
    #expect(isClose(scores[.sum] ?? 0, local[0] + local[1]))
    #expect(isClose(scores[.euclidean] ?? 0, (local[0] * local[0] + local[1] * local[1]).squareRoot()))
    #expect(scores[.maximum] == local[0])
  }

  @Test("a dominant employer that has not answered, or does not know, is on the list with weight 1")
  func dominant() throws {
    var fixture = Self.small([20, 20, 20, 20]) { $0.frame[0].dominantUnits = 2 }
    fixture.unit("x", .noContact, employees: 4_000, dominant: true)
    fixture.unit("y", .completed, employees: 900, dominant: true) { $0.staff = .missing(.doNotKnow) }
    let lines = try fixture.run().lines
    #expect(lines.prefix(2).map { $0["establishment"] } == ["x", "y"])
    #expect(lines.prefix(2).allSatisfy { $0["dominant"] == "1" && $0["weight"] == "1" && $0["now"] == "0" })
    // 0 is reckoned with; 80 for 160 employees lead to expect 450 of 900.
    #expect(lines[1]["expected"] == "450" && lines[1]["high"] == "900")
  }

  @Test("nobody is to be phoned where all have answered everything, or are to be left alone")
  func nothing() throws {
    var fixture = FieldworkFixture()
    fixture.stratum("s", units: 3)
    for key in ["a", "b", "c"] {
      fixture.unit(key, .completed) { record in
        record.staff = .point(4)
        for horizon in Horizon.allCases { record.staffNeeded[horizon] = .range(low: 3, best: 5, high: 9) }
      }
    }
    #expect(try fixture.run().lines.isEmpty)
    fixture.frame[0].units = 6
    fixture.unit("d", .withdrawn)
    fixture.unit("e", .ineligible)
    fixture.unit("f", .noContact)
    fixture.design[5].joinedTo = "a"
    #expect(try fixture.run().lines.isEmpty)
    #expect(try fixture.run().calls.page(.english).contains("No call would change"))
  }

  @Test("one unit on the frame, without an answer, and a stratum in which nobody answered")
  func smallest() throws {
    var lone = FieldworkFixture(tables: [AggregateFixture.table([.staff], by: [])])
    lone.stratum("s", units: 3)
    for key in ["a", "b", "c"] { lone.unit(key, .completed) { $0.staff = .point(4) } }
    lone.stratum("t", units: 1)
    lone.unit("z", .noContact, employees: 10)
    let line = try #require(try lone.run().lines.first)
    #expect(line["establishment"] == "z" && line["reason"] == "nonresponse")
    #expect(Double(line["local_score"] ?? "").map { $0 > 0 && $0.isFinite } == true)
  }

  @Test("the same input gives the same bytes", arguments: 0..<4 as Range<UInt64>)
  func repeated(seed: UInt64) throws {
    let (one, other) = (try Self.random(seed: seed).run(), try Self.random(seed: seed).run())
    #expect(one.calls.csv == other.calls.csv)
    for wording in Wording.allCases {
      #expect(one.calls.page(wording) == other.calls.page(wording))
      #expect(one.page.markdown(wording) == other.page.markdown(wording))
    }
  }

  /// But for the last digits of ratios, which are summed part by part.
  @Test("the list is the same however the input comes in parts", arguments: [1, 2, 3, 50])
  func parts(size: Int) throws {
    let fixture = Self.random(seed: 7)
    let (lines, others) = (try fixture.run(part: size).lines, try fixture.run().lines)
    #expect(lines.count == others.count)
    for (line, other) in zip(lines, others) {
      for (name, value) in line {
        guard let a = Double(value), let b = Double(other[name] ?? "") else {
          #expect(value == other[name], "\(name)")
          continue
        }
        #expect(isClose(a, b, relative: 1e-9), "\(name)")
      }
    }
  }

  @Test("scores fall, every line is finite, and no unit stands twice", arguments: 0..<8 as Range<UInt64>)
  func ordered(seed: UInt64) throws {
    let lines = try Self.random(seed: seed).run().lines
    #expect(!lines.isEmpty)
    let scores = lines.compactMap { Double($0["global_score"] ?? "") }
    #expect(scores.count == lines.count && zip(scores, scores.dropFirst()).allSatisfy { $0 >= $1 })
    #expect(scores.allSatisfy { $0.isFinite && $0 > 0 })
    var calls: [String: Set<String>] = [:]
    for line in lines { calls[line["establishment"] ?? "", default: []].insert(line["call"] ?? "") }
    #expect(calls.values.allSatisfy { $0.count == 1 })
  }

  @Test("nothing that a respondent wrote is on the list or the pages, and no name of a file")
  func noWords() throws {
    var fixture = Self.random(seed: 3)
    for index in fixture.employers.indices {
      fixture.employers[index].quotableComment = "Ring Ulla på 070-174 06 38"
      fixture.employers[index].path = "employers/ulla.html"
      fixture.employers[index].response = "ulla@example.se"
    }
    let result = try fixture.run()
    let all =
      [String(decoding: result.calls.csv, as: UTF8.self)]
      + Wording.allCases.flatMap { [result.calls.page($0), result.page.markdown($0)] }
    for text in all { #expect(!text.lowercased().contains("ulla") && !text.contains("174 06")) }
  }

  /// 40 workplaces of two strata with answers of every kind.
  static func random(seed: UInt64) -> FieldworkFixture {
    var chance = SeededGenerator(seed: seed)
    var fixture = FieldworkFixture(
      tables: [
        AggregateFixture.table([.staff, .growth], by: [.sector]),
        AggregateFixture.table([.retirements, .postsToFill, .replacementNeed, .vacancies], by: [.occupation1]),
      ])
    func count() -> Quantity {
      let low = Double(Int.random(in: 0...40, using: &chance))
      switch Int.random(in: 0..<10, using: &chance) {
      case 0: return .missing(.doNotKnow)
      case 1: return .missing(.blank)
      case 2: return .range(low: low, best: nil, high: low + 10)
      case 3: return .range(low: low, best: nil, high: nil)
      default: return .point(low)
      }
    }
    for stratum in ["s", "t"] {
      fixture.stratum(stratum, units: 60)
      for number in 0..<20 {
        let ending =
          [Disposition.completed, .completed, .completed, .refused, .noContact, .unknown]
          .randomElement(using: &chance) ?? .completed
        let employees = Int.random(in: 10...300, using: &chance)
        guard ending.isAnswer || number < 4 else {
          fixture.unit("\(stratum)\(number)", ending, employees: employees)
          continue
        }
        fixture.unit("\(stratum)\(number)", .completed, employees: employees) { record in
          record.answered = "2026-02-\(10 + number % 19)"
          record.staff = count()
          for horizon in Horizon.allCases { record.staffNeeded[horizon] = count() }
          for code in ["2111", "9111"] {
            var row = OccupationRow()
            row.ssyk = code
            (row.headcount, row.vacancies) = (count(), count())
            for horizon in Horizon.allCases {
              row.needed[horizon] = count()
              row.retirements[horizon] = count()
            }
            record.occupations.append(row)
          }
        }
      }
    }
    return fixture
  }
}
