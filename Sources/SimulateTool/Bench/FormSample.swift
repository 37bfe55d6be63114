import RecordStreams
import SurveyModel

extension Simulation {
  /// Makes a data folder with so many saved pages, all of them answered, and the frame and sample they are from.
  ///
  /// - Parameter sink: takes the files one after the other, in the order of their keys.
  /// - Throws: what `sink` throws.
  package func makeForms(employers count: Int, threads: Int, into sink: (SampleFile) throws -> Void) async throws {
    let population = BenchPopulation(plan: plan, asApproached: false)
    let plan = plan
    let pages = PageMaker(plan: plan, templates: templates)
    var workplaces: [Workplace] = []
    var approaches: [Approach] = []
    let chunk = 64
    try await orderedMap(stride(from: 0, to: count, by: chunk), threads: threads) { start in
      (start..<min(count, start + chunk)).map { number in
        let employer = EmployerBuilder(plan: plan).employer(population.workplace(number))
        let approach = Approach(
          workplace: employer.workplace, disposition: employer.exists ? .completed : .ineligible,
          mode: employer.exists ? .web : nil, sent: plan.dates.firstDay, closed: plan.dates.firstDay + 7)
        return (approach, employer.exists ? pages.pages(employer, approach) : [])
      }
    } into: { (made: [(Approach, [PageMaker.Page])]) in
      for (approach, pages) in made {
        workplaces.append(approach.workplace)
        approaches.append(approach)
        for page in pages { try sink(SampleFile("employers/\(page.name)", page.bytes)) }
      }
    }
    try sink(SampleFile("frame.csv", FrameFiles.frame(workplaces)))
    try sink(SampleFile("sample.csv", FrameFiles.sample(approaches)))
  }
}
