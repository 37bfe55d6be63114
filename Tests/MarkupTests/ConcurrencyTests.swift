import Markup
import Testing

@Suite("Many pages at once")
struct ConcurrencyTests {
  @Test("trees and issues of pages read at the same time stay apart") func apart() async throws {
    /// Page *n* has *n* duplicate attributes, each an issue, and says *n*.
    @Sendable func page(_ number: Int) -> [UInt8] {
      Array(("<p id=n>\(number)</p>" + String(repeating: "<i a=1 a=2>å</i>", count: number % 50)).utf8)
    }
    let wrong = await withTaskGroup(of: Int.self) { group in
      for task in 0..<4 {
        group.addTask {
          (0..<1500).count { round in
            let number = round * 4 + task
            guard let tree = try? MarkupParser.parseHTML(page(number), path: "\(number).html") else { return true }
            return tree.root.first(.p)?.text != String(number) || tree.issueCount != number % 50
              || tree.path != "\(number).html" || FormReading(tree).controls.count != 0
          }
        }
      }
      return await group.reduce(0, +)
    }
    #expect(wrong == 0)
  }

  @Test("the same page makes the same tree, whoever reads it") func same() async throws {
    let expected = try describe(MarkupParser.parseHTML(Array(employerPage.utf8), path: "page.html"))
    let others = await withTaskGroup(of: [String]?.self) { group in
      for _ in 0..<8 {
        group.addTask { try? describe(MarkupParser.parseHTML(Array(employerPage.utf8), path: "page.html")) }
      }
      return await group.reduce(into: []) { $0.append($1) }
    }
    #expect(others.allSatisfy { $0 == expected })
  }
}
