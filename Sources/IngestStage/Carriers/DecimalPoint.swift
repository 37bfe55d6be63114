extension String {
  /// A number of a program, whose point is always a decimal point, so that nobody takes it for a thousand: `1.310`
  /// becomes `1.31`, `0.125` becomes `0.1250`, `36.0` becomes `36`. Anything else stays as it is.
  var withDecimalPoint: String {
    let text = trimmed
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count == 2, parts[0].allSatisfy({ $0.isASCII && $0.isNumber || $0 == "-" || $0 == "+" }),
      !parts[1].isEmpty, parts[1].allSatisfy({ $0.isASCII && $0.isNumber }), parts[0].contains(where: \.isNumber)
    else { return text }
    var decimals = parts[1]
    while decimals.last == "0" { decimals.removeLast() }
    if decimals.isEmpty { return String(parts[0]) }
    return "\(parts[0]).\(decimals)\(decimals.count == 3 ? "0" : "")"
  }
}
