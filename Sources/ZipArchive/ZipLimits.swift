/// What an archive may hold before it is refused. The input is hostile until it has been read.
package struct ZipLimits: Sendable, Hashable {
  /// Members, folders among them.
  package var members = 1_000
  /// Bytes of one member, unpacked.
  package var memberBytes = 4 << 30
  /// Unpacked bytes for one packed byte. An export of thousands of all but empty answers comes to some 200; deflate
  /// cannot pass 1,032.
  package var ratio = 500
  /// A member of fewer unpacked bytes may have any ratio.
  package var harmlessBytes = 1 << 20

  package init() {}
}
