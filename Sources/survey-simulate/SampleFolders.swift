import FileSafety
import Foundation
import SimulateTool

/// A study's data folder and the file of its truth beside it: replaced whole or not at all, and left alone, times
/// and all, when they already are what they should be.
struct SampleFolders {
  let output: String
  let study: String

  /// - Throws: `FileFault.lockHeld` while another program writes the study.
  func replace(with files: [SampleFile]) throws {
    let lock = try Lock("Stages/\(study)/.lock")
    defer { withExtendedLifetime(lock) {} }
    try FolderSwap.removeLeftovers(beside: "\(output)/\(study)")
    let data = files.filter { $0.path.hasPrefix("\(study)/") }
    let beside = files.filter { !$0.path.hasPrefix("\(study)/") }
    if isUnchanged(data, beside) { return }
    let swap = try FolderSwap(replacing: "\(output)/\(study)", mode: 0o755)
    do {
      var folder = SampleOutput(folder: swap.path)
      for file in data { try folder.write(SampleFile(String(file.path.dropFirst(study.count + 1)), file.bytes)) }
      var folderBeside = SampleOutput(folder: output)
      for file in beside { try folderBeside.write(SampleFile(file.path + ".new", file.bytes)) }
      try swap.commit()
      for file in beside {
        guard rename("\(output)/\(file.path).new", "\(output)/\(file.path)") == 0 else {
          throw FileFault.cannotExchange(path: "\(output)/\(file.path)", errno: errno)
        }
      }
    } catch {
      swap.discard()
      for file in beside { unlink("\(output)/\(file.path).new") }
      throw error
    }
  }

  private func isUnchanged(_ data: [SampleFile], _ beside: [SampleFile]) -> Bool {
    let manager = FileManager.default
    let present = manager.subpaths(atPath: "\(output)/\(study)") ?? []
    var isFolder: ObjCBool = false
    let files = present.filter {
      manager.fileExists(atPath: "\(output)/\(study)/\($0)", isDirectory: &isFolder) && !isFolder.boolValue
    }
    return files.count == data.count
      && (data + beside).allSatisfy { manager.contents(atPath: "\(output)/\($0.path)") == Data($0.bytes) }
  }
}
