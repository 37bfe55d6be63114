import Diagnostics
import FoundationEssentials

extension Simulation {
  /// Reads a study's `simulation.yaml` and its hand-written templates.
  ///
  /// - Parameter folder: the study's, such as `Pipelines/demo-k`; its last name is the study's.
  /// - Throws: `.wrongStudyFile` with everything that is wrong with the plan, or the first fault of a template.
  package init(studyFolder folder: String) throws(StageFailure) {
    var folder = folder
    while folder.count > 1, folder.hasSuffix("/") { folder.removeLast() }
    let plan = try SimulationPlan.load("\(folder)/simulation.yaml")
    let templates = "\(folder)/simulation-templates"
    do throws(TemplateFault) {
      let set = try TemplateSet { name in
        FileManager.default.contents(atPath: "\(templates)/\(name)").flatMap { String(validating: $0, as: UTF8.self) }
      }
      self.init(study: folder.split(separator: "/").last.map(String.init) ?? "", plan: plan, templates: set)
    } catch {
      throw StageFailure(
        .wrongStudyFile,
        [Problem(.error, at: SourceLocation(path: "\(templates)/\(error.file)"), error.summary)])
    }
  }
}

extension TemplateFault {
  fileprivate var summary: String {
    switch error {
    case .unclosed(let tag): "the template ends before {{\(tag)}} does"
    case .noSuchPart(let name): "there is no template \(name)"
    case .tooDeep: "templates stand in one another too deeply"
    }
  }
}
