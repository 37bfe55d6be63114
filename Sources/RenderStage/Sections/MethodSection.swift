import ReleasedRecords

/// How sure the figures are, and what cannot be said: made from the grades (FOR-16).
struct MethodSection {
  let report: Report

  var values: [String: String] {
    let words = report.words
    let cells = report.released.cells
    func count(_ grade: Grade) -> Int { cells.filter { $0.status == .shown && $0.grade == grade }.count }
    func count(_ status: ReleasedCell.Status) -> Int { cells.filter { $0.status == status }.count }
    return [
      "cells": words.wording.number(cells.count),
      "grade-a": words.wording.number(count(.A)),
      "grade-b": words.wording.number(count(.B)),
      "grade-c": words.wording.number(count(.C)),
      "uncertain": words.wording.number(count(.uncertain)),
      "confidential": words.wording.number(count(.confidential)),
      "minimum-group": words.wording.number(report.study.minimumGroup),
      "rounding": words.wording.number(report.study.protection.rounding),
      "assumptions": assumptions,
    ]
  }

  private var assumptions: String {
    let words = report.words
    let entries = report.study.assumptions.entries
    guard !entries.isEmpty else { return words.pick("Inga antaganden är angivna.", "No assumptions are stated.") }
    return entries.map {
      "- \(Markdown.escape($0.text[words.language])) (\(Markdown.escape($0.owner)); \(Markdown.escape($0.source)); \($0.date))"
    }.joined(separator: "\n")
  }
}
