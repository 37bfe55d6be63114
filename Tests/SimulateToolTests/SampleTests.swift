import SimulateTool
import Testing

@Suite("Demo K's sample data")
struct SampleTests {
  @Test("the plan and the templates are in order") func loads() throws { _ = try DemoK.simulation.get() }

  @Test("the same seed gives the same bytes") func deterministic() throws {
    let again = try Simulation(studyFolder: DemoK.folder).files()
    #expect(again.count == DemoK.files.count)
    #expect(again.allSatisfy { DemoK.files[$0.path] == $0.bytes })
  }

  @Test("another seed gives another sample") func otherSeed() throws {
    var plan = try DemoK.simulation.get().plan
    plan.seed += 1
    let other = Simulation(study: "demo-k", plan: plan, templates: try DemoK.simulation.get().templates).files()
    #expect(other.first { $0.path == "demo-k/frame.csv" }?.bytes != DemoK.files["demo-k/frame.csv"])
  }

  @Test("the sample stays under 5 MB") func size() {
    #expect(DemoK.files.values.reduce(0) { $0 + $1.count } < 5_000_000)
  }

  @Test("the register holds as many workplaces per stratum as the plan says, and about 45,000 persons")
  func frame() throws {
    let plan = try DemoK.simulation.get().plan
    let rows = DemoK.rows("demo-k/frame.csv")
    var counts: [String: Int] = [:]
    for row in rows {
      let size = plan.frame.sizeClass(of: Int(row["employees"] ?? "") ?? 0)
      counts["\(row["sector"] ?? "")-\(size)", default: 0] += 1
    }
    #expect(counts["private-1-9"] == 2700)
    #expect(counts["private-200+"] == 3 + 4, "three of the plan's and four named ones")
    #expect(counts["municipal-50-199"] == 24 + 1, "the office that answers for others")
    #expect(counts["regional-200+"] == 1)
    let staff = rows.compactMap { Int($0["employees"] ?? "") }.reduce(0, +)
    #expect((42_000...48_000).contains(staff))
    #expect(Set(rows.compactMap { $0["establishment"] }).count == rows.count)
    let small = rows.filter { (Int($0["employees"] ?? "") ?? 0) < 10 }.count
    #expect(Double(small) > 0.75 * Double(rows.count), "most workplaces are small")
  }

  @Test("everyone with 20 or more staff is approached, 420 in all, and about 270 answer") func sample() {
    let approached = Set(DemoK.rows("demo-k/sample.csv").compactMap { $0["establishment"] })
    let large = DemoK.rows("demo-k/frame.csv").filter { (Int($0["employees"] ?? "") ?? 0) >= 20 }
    #expect(large.allSatisfy { approached.contains($0["establishment"] ?? "") })
    #expect(approached.count == 420)
    let answers = DemoK.rows("demo-k/sample.csv").filter {
      ["completed", "partial"].contains($0["disposition"]) && $0["joined_to"] == ""
    }
    #expect((255...285).contains(answers.count))
    #expect((155...185).contains(answers.filter { $0["mode"] == "web" }.count))
    #expect((90...115).contains(answers.filter { $0["mode"] == "telephone" }.count))
  }

  @Test("one office answers for 30 workplaces of its own enterprise") func office() throws {
    let joined = DemoK.rows("demo-k/sample.csv").filter { $0["joined_to"] != "" }
    #expect(joined.count == 30)
    let office = try #require(joined.first?["joined_to"])
    #expect(joined.allSatisfy { $0["joined_to"] == office })
    let enterprises = Dictionary(
      DemoK.rows("demo-k/frame.csv").map { ($0["establishment"] ?? "", $0["enterprise"] ?? "") },
      uniquingKeysWith: { first, _ in first })
    #expect(joined.allSatisfy { enterprises[$0["establishment"] ?? ""] == enterprises[office] })
    #expect(DemoK.text("demo-k/employers/\(office).html").contains(#"name="antal_arbetsstallen" size="6" value="31""#))
  }

  @Test("nonresponse depends on size") func nonresponse() {
    let sizes = Dictionary(
      DemoK.rows("demo-k/frame.csv").map { ($0["establishment"] ?? "", Int($0["employees"] ?? "") ?? 0) },
      uniquingKeysWith: { first, _ in first })
    func rate(_ sizeRange: ClosedRange<Int>) -> Double {
      let rows = DemoK.rows("demo-k/sample.csv").filter { sizeRange.contains(sizes[$0["establishment"] ?? ""] ?? 0) }
      let answered = rows.filter { ["completed", "partial"].contains($0["disposition"]) }
      return Double(answered.count) / Double(max(1, rows.count))
    }
    #expect(rate(1...9) < rate(50...100_000))
  }

  @Test("supply has components that are missing on purpose") func supply() {
    let rows = DemoK.rows("demo-k/supply.csv")
    let components = Dictionary(grouping: rows) { $0["occupation"] ?? "" }.mapValues { Set($0.map { $0["component"] }) }
    #expect(components["2"]?.count == 5)
    #expect(components["6"]?.count == 3)
    #expect(
      rows.allSatisfy { row in
        let ends = ["low", "base", "high"].compactMap { Int(row[$0] ?? "") }
        return ends.count == 3 && ends[0] <= ends[1] && ends[1] <= ends[2]
      })
  }
}
