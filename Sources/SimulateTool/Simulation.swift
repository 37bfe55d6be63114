import SurveyModel

/// A file of the sample data: its path below the output folder, and its bytes.
package struct SampleFile: Sendable {
  package var path: String
  package var bytes: [UInt8]

  init(_ path: String, _ text: String) { self.init(path, Array(text.utf8)) }
  package init(_ path: String, _ bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
  }
}

/// Makes a study's sample data and its known truth (ING-18). Same plan and templates, same bytes.
///
/// The truth is computed from the employers as they are, before a single answer is written.
package struct Simulation: Sendable {
  package let plan: SimulationPlan
  package let templates: TemplateSet
  package let study: String

  package init(study: String, plan: SimulationPlan, templates: TemplateSet) {
    self.study = study
    self.plan = plan
    self.templates = templates
  }

  /// Every file, data folder first, sorted by path, then the truth.
  package func files() -> [SampleFile] {
    let population = Population(plan: plan)
    let truth = Truth(population, plan: plan)
    let approaches = Fieldwork(plan: plan).approaches(population.employers)
    let answered = answers(population, approaches)

    var files = [
      SampleFile("frame.csv", FrameFiles.frame(population.frame)),
      SampleFile("sample.csv", FrameFiles.sample(approaches)),
      SampleFile("supply.csv", SupplyFile.text(plan, truth)),
      SampleFile("pages/\(study).html", templates.projectPage.render([:]) { $0 }),
    ]
    let decisions = DecisionFiles(plan: plan, answered: answered)
    files.append(SampleFile("decisions/corrections.csv", decisions.corrections()))
    files.append(SampleFile("decisions/coding.csv", decisions.coding()))
    files.append(SampleFile("decisions/withdrawn.csv", decisions.withdrawn()))
    files.append(SampleFile("decisions/waivers.csv", FrameFiles.waivers(plan)))

    let pageMaker = PageMaker(plan: plan, templates: templates)
    for (employer, approach) in answered where approach.mode == .web {
      for page in pageMaker.pages(employer, approach) {
        files.append(SampleFile("employers/\(page.name)", page.bytes))
      }
    }
    let interviews = answered.filter { $0.approach.mode == .telephone || $0.approach.oddity == .telephoneAndWeb }
    let telephone = TelephoneMaker(plan: plan, templates: templates).file(interviews)
    files.append(SampleFile("telephone.csv", telephone))
    files.append(SampleFile("README.md", templates.about))
    let package = DataPackage(plan: plan, study: study).text(
      tables: SampleTables.all(telephoneHeading: String(telephone.prefix { !$0.isNewline })),
      pages: files.map(\.path).filter { $0.hasPrefix("employers/") }.sorted(), projectPage: "pages/\(study).html")
    files.append(SampleFile("datapackage.json", package))

    files = files.map { SampleFile("\(study)/\($0.path)", $0.bytes) }.sorted { $0.path < $1.path }
    files.append(SampleFile("truth/\(study).csv", TruthFile.text(truth)))
    return files
  }

  private func answers(
    _ population: Population, _ approaches: [Approach]
  ) -> [(employer: Employer, approach: Approach)] {
    let employers = Dictionary(population.employers.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    return approaches.compactMap { approach in
      guard approach.disposition.isAnswer, approach.joinedTo == nil, let employer = employers[approach.workplace.id]
      else { return nil }
      return (employer, approach)
    }
  }
}
