/// Transforms what `next` gives on several cores and hands the results to `sink` in the order of the input.
///
/// Whatever the number of threads, `sink` sees the same values in the same order, and the error thrown is the one
/// that stands first in the input: results before it have been handed over, those after it never are.
///
/// - Parameter threads: how many transforms run at once; 1 runs everything in place. One more may wait its turn,
///   and at most twice as many results are held.
package func orderedMap<In: Sendable, Out: Sendable>(
  threads: Int,
  isolation: isolated (any Actor)? = #isolation,
  from next: () throws -> In?,
  _ transform: @escaping @Sendable (In) throws -> Out,
  into sink: (Out) throws -> Void
) async throws {
  if threads <= 1 {
    while let input = try next() { try sink(try transform(input)) }
    return
  }
  try await withThrowingTaskGroup(of: (Int, Result<Out, any Error>).self) { group in
    var ready: [Int: Result<Out, any Error>] = [:]
    var issued = 0
    var finished = 0
    var delivered = 0
    var isExhausted = false
    var sourceError: (any Error)?

    func issue() {
      while !isExhausted, issued - finished <= threads, issued - delivered < 2 * threads {
        do {
          guard let input = try next() else {
            isExhausted = true
            return
          }
          let number = issued
          issued += 1
          group.addTask { (number, Result { try transform(input) }) }
        } catch {
          sourceError = error
          isExhausted = true
        }
      }
    }

    issue()
    while let (number, result) = try await group.next() {
      finished += 1
      ready[number] = result
      issue()
      while let result = ready.removeValue(forKey: delivered) {
        try sink(try result.get())
        delivered += 1
        issue()
      }
    }
    if let sourceError { throw sourceError }
  }
}

/// `orderedMap` over a sequence.
package func orderedMap<In: Sendable, Out: Sendable>(
  _ input: some Sequence<In>,
  threads: Int,
  isolation: isolated (any Actor)? = #isolation,
  _ transform: @escaping @Sendable (In) throws -> Out,
  into sink: (Out) throws -> Void
) async throws {
  var iterator = input.makeIterator()
  try await orderedMap(threads: threads, from: { iterator.next() }, transform, into: sink)
}
