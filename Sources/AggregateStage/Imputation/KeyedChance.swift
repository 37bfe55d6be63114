/// Chance that follows from a seed and from what is decided, and from nothing else: not from the order of the input, the
/// number of cores, or what is decided for others.
///
/// Each key is mixed into the state by the finaliser of SplitMix64 (Steele, Lea & Flood, 2014); names come in by
/// FNV-1a.
package struct KeyedChance: Hashable, Sendable {
  private var state: UInt64

  package init(seed: UInt64) { state = Self.mixed(seed &+ 0x9E37_79B9_7F4A_7C15) }

  package func keyed(_ number: Int) -> KeyedChance { keyed(UInt64(bitPattern: Int64(number))) }

  package func keyed(_ text: String) -> KeyedChance {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in text.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    return keyed(hash)
  }

  package func keyed(_ bits: UInt64) -> KeyedChance {
    var other = self
    other.state = Self.mixed((state ^ bits) &+ 0x9E37_79B9_7F4A_7C15)
    return other
  }

  package var bits: UInt64 { state }

  /// Between 0 and 1, never either.
  package var unit: Double { (Double(state >> 12) + 0.5) * 0x1p-52 }

  private static func mixed(_ bits: UInt64) -> UInt64 {
    var z = bits
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
