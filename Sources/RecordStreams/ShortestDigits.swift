/// The shortest decimal digits that read back as the same number; a whole number below 2^53 without decimals.
///
/// The same in every locale. Not for what is not finite.
func shortestDigits(of value: Double) -> String {
  if abs(value) < 0x1p53, value == value.rounded(.towardZero), !(value == 0 && value.sign == .minus) {
    return String(Int(value))
  }
  let text = value.description
  return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
}
