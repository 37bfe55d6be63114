import Diagnostics
import Markup
import ZipArchive

/// A file that came out of LimeSurvey: a structure, responses, or an archive that holds both.
struct LimeSurveyExport {
  /// Fills a buffer from its start, and returns the number of bytes.
  typealias Source = (inout [UInt8]) throws -> Int

  enum Content {
    /// A structure or responses as they are.
    case plain(DataFile, DataFolder)
    /// What an archive has of them, in its order.
    case archive(ZipArchive, structure: ZipArchive.Member?, responses: [ZipArchive.Member])
  }

  let content: Content
  let place: SourceLocation

  static let structureLimit = 16 << 20

  /// - Throws: `IngestProblem` when the file cannot be opened, `LimeSurveyFault` for an archive that is none.
  init(_ file: DataFile, in folder: DataFolder) throws {
    let opened = try folder.open(file)
    place = opened.place
    var head = [UInt8](repeating: 0, count: ZipArchive.signature.count)
    let count = try opened.read(into: &head)
    guard count == head.count, head == ZipArchive.signature else {
      content = .plain(file, folder)
      return
    }
    do {
      let archive = try ZipArchive(descriptor: try opened.duplicate(), at: place)
      let structures = archive.members.filter { $0.ending == "lss" }
      guard structures.count <= 1 else { throw LimeSurveyFault.structures(count: structures.count, at: place) }
      content = .archive(
        archive, structure: structures.first, responses: archive.members.filter { $0.ending == "lsr" })
    } catch let fault as ZipFault {
      throw LimeSurveyFault.archive(fault)
    }
  }

  /// The bytes of the structure; nil when it has to stand in another file.
  func structure() throws -> [UInt8]? {
    guard case .archive(let archive, let member?, _) = content else { return nil }
    guard member.size <= Self.structureLimit else {
      throw LimeSurveyFault.tooLarge(allowed: Self.structureLimit, at: place)
    }
    do {
      var bytes = [UInt8](repeating: 0, count: member.size)
      let file = try archive.open(member)
      let count = try file.read(into: &bytes)
      guard count == member.size else { throw LimeSurveyFault.notASurvey(at: place) }
      var end: [UInt8] = [0]
      _ = try file.read(into: &end)  // checks the sum
      return bytes
    } catch let fault as ZipFault {
      throw LimeSurveyFault.archive(fault)
    }
  }

  /// How many files of responses there are.
  var responseFiles: Int {
    switch content {
    case .plain: 1
    case .archive(_, _, let responses): responses.count
    }
  }

  /// A file of responses from its start on. It may be read more than once.
  func responses(_ number: Int) throws -> Source {
    switch content {
    case .plain(let file, let folder):
      let opened = try folder.open(file)
      return { try opened.read(into: &$0) }
    case .archive(let archive, _, let responses):
      let member = try archive.open(responses[number])
      return { try member.read(into: &$0) }
    }
  }
}
