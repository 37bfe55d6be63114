import ConfidentialRecords
import Diagnostics

/// The responses of one chunk, cleaned on any core.
package struct CleanedChunk: Sendable {
  var responses = 0
  /// As lines, and what they are sorted by.
  var cleaned = JSONWriter()
  var order: [SortKey] = []
  var rejected: [RejectedRecord] = []
  var withdrawnFrom: [String] = []
  var keys: [String] = []
  var ratios: CountRatios
  var counts: ProcessCounts
  fileprivate(set) var problems: [Problem] = []

  /// What there is to say of the responses, each at the file that a person can open.
  package func problems(under dataFolder: String) -> [Problem] {
    problems.map { problem in
      var problem = problem
      if let location = problem.location { problem.location?.path = dataFolder + "/" + location.path }
      return problem
    }
  }
}

extension Cleaner {
  package var emptyChunk: CleanedChunk {
    CleanedChunk(ratios: CountRatios(outlierRules), counts: ProcessCounts(of: rules.ids))
  }

  package func clean(_ responses: [ResponseRecord]) -> CleanedChunk {
    responses.reduce(into: emptyChunk) { clean($1, into: &$0) }
  }

  package func clean(_ response: ResponseRecord, into chunk: inout CleanedChunk) {
    let (outcome, problems) = clean(response)
    chunk.responses += 1
    chunk.problems += problems
    if isDecided(response.response) { chunk.keys.append(response.response) }
    switch outcome {
    case .cleaned(let response):
      let ratios = chunk.ratios.ratios(of: response.employer)
      chunk.ratios.add(ratios)
      chunk.counts.add(response)
      chunk.order.append(CleanedResponse.order(response))
      ResponseAside.write(response, ratios: ratios, to: &chunk.cleaned)
    case .rejected(let record): chunk.rejected.append(record)
    case .withdrawn(let record, let establishment):
      chunk.rejected.append(record)
      if let establishment { chunk.withdrawnFrom.append(establishment) }
    }
  }
}
