import Glibc

package let experiment: (df: Int, log: Int, share: Int) = {
  func value(_ name: String) -> Int { getenv(name).flatMap { Int(String(cString: $0)) } ?? 0 }
  return (value("XDF"), value("XLOG"), value("XSHARE"))
}()

package func effectiveDegrees(
  _ cell: CellMoments, design: ResponseDesign, ratio: Double? = nil
) throws(DesignError) -> Double? {
  var sum = 0.0
  var squares = 0.0
  for (group, moments) in cell.met {
    let all = try design.complete(moments, group: group)
    let spread = ratio.map(all.residualSquares(ratio:)) ?? all.centredYY
    let variance = design.varianceFactors[group] * spread
    guard variance > 0 else { continue }
    let a = Double(all.count - 1)
    let c = Double(ratio == nil ? all.contributors : moments.count)
    let degrees: Double
    switch experiment.df {
    case 1: degrees = a
    case 2: degrees = min(a, max(1, c - 1))
    case 3: degrees = min(a, c)
    default: degrees = min(a, max(1, c / 2))
    }
    sum += variance
    squares += variance * variance / degrees
  }
  return squares > 0 ? sum * sum / squares : nil
}
