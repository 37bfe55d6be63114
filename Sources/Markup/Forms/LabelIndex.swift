import Synchronization

/// The controls of a page by label, made when the first label is asked for: most pages are read by names alone.
final class LabelIndex: Sendable {
  private let known = Mutex<[NormalisedText: [Int]]?>(nil)

  /// The places of the controls that have this label among theirs, in the order of the page.
  func places(_ label: NormalisedText, in form: FormReading) -> [Int] {
    known.withLock { known in
      if let places = known { return places[label] ?? [] }
      var finder = LabelFinder(form.tree)
      var places: [NormalisedText: [Int]] = [:]
      for (place, control) in form.controls.enumerated() {
        for label in Set(finder.labels(of: control).map(NormalisedText.init)) {
          places[label, default: []].append(place)
        }
      }
      known = places
      return places[label] ?? []
    }
  }
}
