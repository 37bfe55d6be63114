/// Which columns of a table hold which field.
struct TableColumns: Sendable, Equatable {
  /// What one column is for.
  struct Use: Sendable, Equatable {
    var slot: FieldSlot
    /// The choice that it stands for, where a question has a column for each.
    var option: String?
  }

  /// A field, and the columns it stands in: several only where each is for a choice of its own.
  struct Field: Sendable, Equatable {
    let slot: FieldSlot
    var columns: [(place: Int, option: String?)]

    static func == (a: Field, b: Field) -> Bool {
      a.slot == b.slot && a.columns.elementsEqual(b.columns) { $0.place == $1.place && $0.option == $1.option }
    }
  }

  /// Those of the response itself, then those of its questions, each in the order of the columns.
  private(set) var fields: [Field] = []
  /// What the study calls columns that there are two of.
  private(set) var repeated: [FieldSlot] = []
  let width: Int

  init(_ uses: [Use?], plan: FieldPlan) {
    width = uses.count
    var places: [FieldSlot: Int] = [:]
    for (place, use) in uses.enumerated() {
      guard let use else { continue }
      if let known = places[use.slot], use.slot.target != .contact {
        let isSecond = use.option == nil && fields[known].columns.contains { $0.option == nil }
        if isSecond, !repeated.contains(use.slot) { repeated.append(use.slot) }
        fields[known].columns.append((place, use.option))
      } else {
        places[use.slot] = fields.count
        fields.append(Field(slot: use.slot, columns: [(place, use.option)]))
      }
    }
    fields = fields.filter { !$0.slot.target.isQuestion } + fields.filter { $0.slot.target.isQuestion }
  }

  /// Where the unit key stands.
  var unitKey: Int? {
    fields.filter { $0.slot.target == .unitKey }.min { $0.slot.rank < $1.slot.rank }?.columns.first?.place
  }

  /// How many different fields there are.
  var targetCount: Int { Set(fields.map(\.slot.target)).count }
}

extension FieldPlan.Target {
  var isQuestion: Bool { if case .question = self { true } else { false } }
}
