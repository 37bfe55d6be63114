/// A stream of chance that depends on the seed, on whom it is about and on what it decides, and on nothing else.
///
/// Every entity has its own stream for every purpose, so that a question that is added, or an employer more, leaves
/// what all others answer as it was. SplitMix64 fills the state of xoshiro256** (Blackman and Vigna, 2018). No
/// function of the C library is called, so that the same bytes come out everywhere.
package struct RandomStream: Sendable {
  private var state: (UInt64, UInt64, UInt64, UInt64)

  package init(seed: UInt64, _ entity: String, _ purpose: String) {
    var mixed = seed
    // FNV-1a over the two names, kept apart by a byte that stands in neither.
    for byte in entity.utf8 { mixed = (mixed ^ UInt64(byte)) &* 0x100_0000_01B3 }
    mixed = (mixed ^ 0x1F) &* 0x100_0000_01B3
    for byte in purpose.utf8 { mixed = (mixed ^ UInt64(byte)) &* 0x100_0000_01B3 }
    func splitMix() -> UInt64 {
      mixed &+= 0x9E37_79B9_7F4A_7C15
      var z = mixed
      z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
      z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
      return z ^ (z >> 31)
    }
    state = (splitMix(), splitMix(), splitMix(), splitMix())
  }

  package mutating func next() -> UInt64 {
    let product = state.1 &* 5
    let result = ((product << 7) | (product >> 57)) &* 9
    let shifted = state.1 << 17
    state.2 ^= state.0
    state.3 ^= state.1
    state.1 ^= state.2
    state.0 ^= state.3
    state.2 ^= shifted
    state.3 = (state.3 << 45) | (state.3 >> 19)
    return result
  }
}
