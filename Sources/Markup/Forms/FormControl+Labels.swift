extension FormControl {
  /// What a person would read as its label; see `LabelFinder`.
  package var label: String? { labels.first }

  package var labels: [String] {
    var finder = LabelFinder(tree)
    return finder.labels(of: self)
  }

  /// The legend of the fieldset around it.
  package var legend: String? { tree.ancestor(of: first.node, .fieldset).flatMap(tree.legend) }

  /// The choices, in the order of the page; none for a field that one writes in.
  package var options: [Option] {
    switch kind {
    case .radio, .checkbox:
      var finder = LabelFinder(tree)
      return members.map { member in
        let own = finder.buttonLabel(member)
        return Option(
          value: tree.value(.value, of: member.node) ?? "on", label: own.collapsed,
          isChosen: tree.has(.checked, member.node), line: Int(tree.nodes[Int(member.node)].line))
      }
    case .select, .selectMultiple:
      return node.descendants.filter { $0.is(.option) }.map { option in
        let value = tree.optionValue(option.index)
        return Option(
          value: value, label: option.text.collapsed, isChosen: values.contains(value), line: option.line)
      }
    case .text, .number, .hidden, .textarea: return []
    }
  }
}
