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
      SampleFile(CountyFile.path, CountyFile.text(plan, truth)),
      SampleFile("context/employment.csv", ContextFiles.employment(plan, population.frame)),
      SampleFile("context/separations.csv", ContextFiles.separations(plan)),
      SampleFile("context/outlook.csv", ContextFiles.outlook(plan)),
      SampleFile("pages/\(study).html", templates.projectPage.render([:]) { $0 }),
    ]
    let decisions = DecisionFiles(plan: plan, answered: answered)
    files.append(SampleFile("decisions/corrections.csv", decisions.corrections()))
    files.append(SampleFile("decisions/coding.csv", decisions.coding()))
    files.append(SampleFile("decisions/withdrawn.csv", decisions.withdrawn()))
    files.append(SampleFile("decisions/waivers.csv", FrameFiles.waivers(plan)))

    let pageMaker = PageMaker(plan: plan, templates: templates)
    for (employer, approach) in answered where approach.mode == .web && approach.collector == .own {
      for page in pageMaker.pages(employer, approach) {
        files.append(SampleFile("employers/\(page.name)", page.bytes))
      }
    }
    let inSurvey = answered.filter { $0.approach.collector == .limeSurvey }
    if !inSurvey.isEmpty {
      let maker = LimeSurveyMaker(plan: plan, templates: templates)
      files.append(SampleFile("limesurvey/survey.lss", templates.limeSurveyStructure))
      files.append(SampleFile("limesurvey/responses.lsr", maker.responses(inSurvey)))
    }
    let byFirm = answered.filter { $0.approach.collector == .interviewFirm }
    if !byFirm.isEmpty {
      let maker = InterviewTableMaker(plan: plan, templates: templates)
      files.append(SampleFile("interviews.html", maker.page(byFirm)))
    }
    let interviews = answered.filter {
      $0.approach.collector == .own && ($0.approach.mode == .telephone || $0.approach.oddity == .telephoneAndWeb)
    }
    let telephone = TelephoneMaker(plan: plan, templates: templates).file(interviews)
    files.append(SampleFile("telephone.csv", telephone))
    files.append(SampleFile("README.md", templates.about))
    let package = DataPackage(plan: plan, study: study).text(
      tables: SampleTables.all(telephoneHeading: String(telephone.prefix { !$0.isNewline })),
      documents: documents(files.map(\.path)))
    files.append(SampleFile("datapackage.json", package))

    files = files.map { SampleFile("\(study)/\($0.path)", $0.bytes) }.sorted { $0.path < $1.path }
    files.append(SampleFile("truth/\(study).csv", TruthFile.text(truth)))
    return files
  }

  /// What is no table, in the order of the paths.
  private func documents(_ paths: [String]) -> [DataPackage.Document] {
    let known: [String: DataPackage.Document] = [
      "interviews.html": .init(path: "interviews.html", title: "Telephone interviews as a table on a page"),
      "limesurvey/survey.lss": .init(
        path: "limesurvey/survey.lss", title: "The public employers' survey: its questions", format: "xml",
        mediaType: "application/xml"),
      "limesurvey/responses.lsr": .init(
        path: "limesurvey/responses.lsr", title: "The public employers' survey: its responses", format: "xml",
        mediaType: "application/xml"),
      "pages/\(study).html": .init(path: "pages/\(study).html", title: "The project's page in the project bank"),
    ]
    return paths.sorted().compactMap { path in
      path.hasPrefix("employers/")
        ? DataPackage.Document(path: path, title: "A filled-in questionnaire as a saved page") : known[path]
    }
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
