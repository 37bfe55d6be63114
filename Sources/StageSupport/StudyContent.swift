import FileSafety
import SurveyModel

extension Manifest.StudyContent {
  /// The files of a study, of the classifications and of the templates beside it, as they stand now.
  ///
  /// Left out: what only the simulation reads; for a stage, the templates; for a report, whose manifest is
  /// public, the key file; what is for readers only. An editor's backup (`~` at its end) is nobody's.
  init(of study: Study, in folder: String, forReport: Bool) throws(FileFault) {
    self.init()
    id = study.id
    let above = parent(of: folder)
    for place in [lastName(of: folder), "classifications", "templates"] {
      let root = above + "/" + place
      if place == "templates", !forReport || !exists(root) { continue }
      if place == "classifications", !exists(root) { continue }
      for file in try FileSafety.files(beneath: root) {
        if file.hasSuffix("~") || file.hasPrefix("simulation") || file == "README.md" { continue }
        if file.hasPrefix("templates/"), !forReport { continue }
        if forReport, try isSame(root + "/" + file, study.keyFile) { continue }
        files[place + "/" + file] = try Digest.ofFile(root + "/" + file).description
      }
    }
    var hash = SHA256()
    for (file, digest) in files.sorted(by: { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }) {
      hash.update(Array((file + "\0" + digest + "\n").utf8))
    }
    sha256 = hash.finish().description
  }
}
