import Synchronization

/// What a pure function gave, kept for the next time it is asked the same, whichever core asks.
final class Remembered<Key: Hashable & Sendable, Value: Sendable>: Sendable {
  /// Further ones are worked out each time.
  private let most: Int
  private let values = Mutex<[Key: Value]>([:])

  init(most: Int) { self.most = most }

  func value(_ key: Key, _ make: (Key) -> Value) -> Value {
    if let known = values.withLock({ $0[key] }) { return known }
    let made = make(key)
    values.withLock { values in
      if values.count < most { values[key] = made }
    }
    return made
  }
}

/// The same for small numbers, which need no search.
final class RememberedByNumber<Value: Sendable>: Sendable {
  private let values: Mutex<[Value?]>

  /// - Parameter count: keys are from 0 to below it.
  init(count: Int) { values = Mutex(Array(repeating: nil, count: count)) }

  func value(_ key: Int, _ make: () -> Value) -> Value {
    if let known = values.withLock({ $0[key] }) { return known }
    let made = make()
    values.withLock { $0[key] = made }
    return made
  }
}

/// A value that is made when it is first asked for, once.
final class Lazily<Value: Sendable>: Sendable {
  private let make: @Sendable () -> Value
  private let made = Mutex<Value?>(nil)

  init(_ make: @escaping @Sendable () -> Value) { self.make = make }

  var value: Value {
    made.withLock { made in
      if let made { return made }
      let value = make()
      made = value
      return value
    }
  }
}
