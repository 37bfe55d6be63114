import Foundation

/// A JSON value, as the reference files hold them; null stands for undefined.
enum JSON: Decodable, Hashable {
  case null
  case bool(Bool)
  case number(Double)
  case text(String)
  case list([JSON])
  case object([String: JSON])

  init(from decoder: any Decoder) throws {
    let value = try decoder.singleValueContainer()
    if value.decodeNil() {
      self = .null
    } else if let number = try? value.decode(Double.self) {
      self = .number(number)
    } else if let text = try? value.decode(String.self) {
      self = .text(text)
    } else if let object = try? value.decode([String: JSON].self) {
      self = .object(object)
    } else if let list = try? value.decode([JSON].self) {
      self = .list(list)
    } else {
      self = .bool(try value.decode(Bool.self))
    }
  }

  subscript(key: String) -> JSON? {
    if case .object(let members) = self { members[key] } else { nil }
  }
  var number: Double? { if case .number(let value) = self { value } else { nil } }
  var text: String? { if case .text(let value) = self { value } else { nil } }
  var list: [JSON] { if case .list(let values) = self { values } else { [] } }
  var texts: [String] { text.map { [$0] } ?? list.compactMap(\.text) }

  /// How many numbers stand anywhere inside.
  var numericLeaves: Int {
    switch self {
    case .number: 1
    case .list(let values): values.reduce(0) { $0 + $1.numericLeaves }
    case .object(let members): members.values.reduce(0) { $0 + $1.numericLeaves }
    default: 0
    }
  }

  /// A number, or null where it is undefined.
  init(_ value: Double?) {
    self = value.flatMap { $0.isFinite ? .number($0) : nil } ?? .null
  }
  init(_ value: Int) { self = .number(Double(value)) }
}
